"""A version for a reader: what they may not see is gone, what refers to it still does, and the version says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support import NEUTRAL, TODAY

from sanctcheck.dossier.model import Dossier
from sanctcheck.law.load import packaged_law
from sanctcheck.reading.files import parse
from sanctcheck.reading.shape import shape
from sanctcheck.redaction.redact import Asked, Redacted, redacted

if TYPE_CHECKING:
    from sanctcheck.reading.document import Document

LAW = packaged_law()
READERS = ("target", "public", "partner:GB", "partner:CA")
DOSSIER = NEUTRAL.replace("regime: example", "regime: eu-ghr")
EXHIBITS = """\
exhibits:
  - id: E1
    title: Statement of Amira Haddad
    kind: witness-statement
    author: Amira Haddad
    file: haddad.pdf
    handling: {level: protected, because: her family, role: a former nurse, names: [Амира Хаддад], releasable_to: [GB]}
    disclosure: {extent: summary, because: names, summary: What a former nurse saw.}
  - {id: E2, title: A wire, kind: intelligence, handling: {level: restricted, because: a source, releasable_to: [GB]}}
  - {id: E3, title: A letter, kind: communication, handling: {level: official, releasable_to: [CA]}}
  - {id: E4, title: A report, kind: un-report, handling: {level: public}}
  - {id: E5, title: A record, kind: official-record}
"""


def read(text: str | bytes, name: str = "a.yaml") -> tuple[Document, Dossier]:
    """A document and the dossier that it holds."""
    found = parse(text if isinstance(text, bytes) else text.encode(), name)
    shaped = shape(found, Dossier)
    assert shaped is not None, [flaw.message for flaw in found.flaws]
    return found, shaped


def version(text: str, reader: str, name: str = "a.yaml") -> Redacted:
    """What `redact` makes of a dossier."""
    return redacted(*read(text, name), LAW, Asked(reader, TODAY))


def values(text: str, reader: str) -> dict[str, Any]:
    """The values of a version; a missing one fails the test."""
    made = version(text, reader)
    assert made.text is not None, made.left
    found: dict[str, Any] = read(made.text)[0].value
    return found


def titles(reader: str) -> list[str]:
    """The titles of the exhibits as a reader sees them."""
    return [each["title"] for each in values(DOSSIER + EXHIBITS, reader)["exhibits"]]


HIDDEN = "[withheld]"


def test_each_reader_sees_the_levels_that_are_for_them() -> None:
    assert titles("public") == [HIDDEN, HIDDEN, HIDDEN, "A report", HIDDEN]
    assert titles("target") == [HIDDEN, HIDDEN, "A letter", "A report", "A record"]
    assert titles("partner:GB") == [HIDDEN, "A wire", HIDDEN, "A report", "A record"]
    assert titles("partner:CA") == [HIDDEN, HIDDEN, "A letter", "A report", "A record"]


def test_of_a_withheld_exhibit_its_id_and_the_gist_are_left() -> None:
    assert values(DOSSIER + EXHIBITS, "target")["exhibits"][0] == {
        "id": "E1",
        "title": HIDDEN,
        "kind": "other",
        "handling": {"level": "official"},
        "disclosure": {"extent": "summary", "because": "names", "summary": "What a former nurse saw."},
    }
    assert values(DOSSIER + EXHIBITS, "public")["exhibits"][0]["disclosure"] == {"extent": "withheld"}


def test_the_record_says_what_was_withheld_under_which_rule_and_provision_and_not_what_it_was() -> None:
    made = values(DOSSIER + EXHIBITS, "target")["redaction"]

    assert (made["reader"], made["day"]) == ("target", TODAY.isoformat())
    provision = "eu-ghr: Kadi II, C-584/10 P and others, EU:C:2013:518, paras 125-129"
    common = {"kind": "part", "rule": "level", "provisions": [provision]}
    assert made["withheld"] == [
        {"part": "exhibits/E1", "level": "protected", "gist": "given", **common},
        {"part": "exhibits/E2", "level": "restricted", "gist": "missing", **common},
    ]
    (letter,) = (
        each
        for each in values(DOSSIER + EXHIBITS, "partner:GB")["redaction"]["withheld"]
        if "E3" in each["part"]
    )
    assert (letter["rule"], letter["gist"]) == ("releasability", "not-asked")


def test_a_missing_gist_is_said_where_the_law_of_the_dossier_asks_for_one_and_to_whom_it_is_owed() -> None:
    assert version(DOSSIER + EXHIBITS, "target").without_gist == ("exhibits/E2",)
    assert version(DOSSIER + EXHIBITS, "partner:CA").without_gist == ()
    assert version(DOSSIER.replace("eu-ghr", "gb-ghr") + EXHIBITS, "target").without_gist == ()
    agency = DOSSIER.replace("eu-ghr", "us-globalmagnitsky") + EXHIBITS
    assert bool(version(agency, "target").without_gist) == bool(version(agency, "target").asking)


def test_a_name_in_a_text_that_the_reader_sees_is_replaced_by_the_role_and_said_to_be() -> None:
    text = (
        DOSSIER
        + EXHIBITS
        + "statement_of_reasons: {text: You had АМИРА\u200bХАДДАД beaten and Haddad-Amira held.}\n"
    )
    made = values(text, "target")

    assert made["statement_of_reasons"]["text"] == "You had a former nurse beaten and a former nurse held."
    assert made["redaction"]["withheld"][-1] == {
        "part": "statement_of_reasons/text",
        "kind": "name",
        "level": "protected",
        "rule": "protected-name",
    }


def test_a_rare_surname_by_itself_is_replaced_too() -> None:
    exhibits = EXHIBITS.replace("Amira Haddad", "Amira Petrovskaya")
    text = f"{DOSSIER}{exhibits}statement_of_reasons: {{text: You had Ms Petrovskaya beaten.}}\n"

    assert values(text, "target")["statement_of_reasons"]["text"] == "You had Ms a former nurse beaten."


def test_an_address_or_file_that_gives_somebody_away_is_left_out() -> None:
    exhibit = "  - {id: E6, title: A post, kind: social-media, url: https://example.org/amira-haddad, handling: {level: public}}\n"

    assert "url" not in values(DOSSIER + EXHIBITS + exhibit, "public")["exhibits"][5]


def test_a_role_that_says_who_it_is_is_not_used() -> None:
    text = (
        DOSSIER
        + EXHIBITS.replace("a former nurse, names", "the nurse Haddad A., names")
        + "stated_facts: [{claim: Amira Haddad}]\n"
    )

    assert values(text, "target")["stated_facts"] == [{"claim": "[protected]"}]


def test_a_version_in_which_something_protected_would_be_left_is_refused_with_its_place() -> None:
    made = version(DOSSIER + EXHIBITS + "process: [{event: consulted, id: amira-haddad}]\n", "target")

    assert made.text is None
    assert made.left == ("process/0/id",)


def test_the_name_of_the_file_to_be_written_is_looked_at_too() -> None:
    made = redacted(*read(DOSSIER + EXHIBITS), LAW, Asked("target", TODAY, "for-amira_haddad.yaml"))

    assert made.left == ("the name of the file to be written",)


def test_persons_of_the_key_are_in_no_version_and_known_in_each() -> None:
    text = DOSSIER + (
        "protected_persons: [{id: W1, role: a guard, names: [Karim Najjar], handling: {level: protected, because: x}}]\n"
        "allegations: [{id: A1, summary: Karim Najjar saw it., conduct: torture, handling: {level: public}}]\n"
    )
    for reader in READERS:
        made = values(text, reader)
        assert "protected_persons" not in made
        assert made["allegations"][0]["summary"] == "a guard saw it."
        assert made["redaction"]["withheld"][0]["part"] == "protected_persons"


def test_comments_and_the_writing_of_the_file_are_not_carried_over() -> None:
    made = version("# Amira Haddad told us\n" + DOSSIER + EXHIBITS, "target")

    assert made.text is not None
    assert "#" not in made.text


def test_json_stays_json_and_what_is_hidden_in_a_text_is_written_as_an_escape() -> None:
    made = version(
        '{"format": "dossier/1", "id": "x", "title": "a\u202eb", "target": {"type": "person", "names": [{"name": "A B"}]}}',
        "public",
        "a.json",
    )

    assert made.text is not None
    assert made.text.startswith("{")
    assert "a\\u202eb" in made.text
    assert read(made.text.encode(), "b.json")[1].title == "a\u202eb"


CLOSED = "handling: {level: restricted, because: x"


def test_of_a_part_without_a_text_of_its_own_the_gist_stands_where_a_reader_looks() -> None:
    text = DOSSIER + (
        f"allegations: [{{id: A1, summary: secret, conduct: torture, {CLOSED}, gist: You had prisoners beaten.}}}}]\n"
        f"statement_of_reasons: {{text: secret, {CLOSED}, gist: What you did.}}}}\n"
        f"process: [{{event: consulted, id: S1, note: secret, {CLOSED}, gist: A body was asked.}}}}]\n"
    )
    made = values(text, "target")

    assert made["allegations"][0]["summary"] == "You had prisoners beaten."
    assert made["statement_of_reasons"]["text"] == "What you did."
    assert made["process"][0] == {
        "event": "consulted", "id": "S1", "note": "A body was asked.", "handling": {"level": "official"},
    }  # fmt: skip
    assert values(text, "public")["allegations"][0]["summary"] == HIDDEN
    assert "secret" not in str(version(text, "partner:GB").text)


def test_victims_that_are_withheld_are_one_entry_of_the_record_unless_there_is_a_gist() -> None:
    plain = "{description: secret}, {description: secret}"
    allegation = "allegations: [{{id: A1, summary: x, conduct: torture, victims: [{}]}}]\n"
    with_gist = f"{{description: secret, {CLOSED}, gist: A nurse.}}}}"

    hidden = values(DOSSIER + allegation.format(plain), "public")
    assert "victims" not in hidden["allegations"][0]
    assert [each["part"] for each in hidden["redaction"]["withheld"]] == ["allegations/A1/victims"]
    told = values(DOSSIER + allegation.format(with_gist), "target")
    assert told["allegations"][0]["victims"] == [
        {"description": "A nurse.", "handling": {"level": "official"}}
    ]


def test_what_cannot_be_said_without_saying_something_untrue_is_left_out() -> None:
    """Whether somebody else is listed is yes or no: there is no word in between."""
    text = (
        DOSSIER + "comparators: [{who: B, listed: true, handling: {level: public}}, {who: C, listed: true}]\n"
    )

    assert [each["who"] for each in values(text, "public")["comparators"]] == ["B"]
    assert len(values(text, "target")["comparators"]) == 2


def test_a_target_and_a_tie_that_are_restricted_keep_their_place_alone() -> None:
    tie = f"relationships: [{{id: R1, to: secret, kind: kinship, {CLOSED}}}}}]"
    shown = DOSSIER.replace("names: [{name: Example Person}]", f"names: [{{name: Example Person}}], {tie}")
    hidden = DOSSIER.replace(
        "names: [{name: Example Person}]", f"names: [{{name: Example Person}}], {CLOSED}}}"
    )

    (made,) = values(shown, "target")["target"]["relationships"]
    assert made == {"id": "R1", "to": HIDDEN, "kind": "association", "handling": {"level": "official"}}
    assert values(hidden, "public")["target"]["names"] == [{"name": HIDDEN}]


def test_a_regime_that_nobody_knows_says_nothing_of_withholding() -> None:
    assert version(DOSSIER.replace("eu-ghr", "no-such") + EXHIBITS, "target").asking == ()


def test_a_version_that_would_be_no_dossier_is_refused() -> None:
    """The role is longer than the field takes in which the name stood."""
    exhibits = EXHIBITS.replace("a former nurse, names", f"{'x' * 450}, names")
    made = version(
        DOSSIER + exhibits + f"process: [{{event: consulted, by: Amira Haddad {'y' * 200}}}]\n", "target"
    )

    assert made.text is None
    assert made.left == ("process/0/by: too-long",)
