"""What must hold within any dossier, whatever the law."""

from __future__ import annotations

from datetime import date

import pytest
from support import NEUTRAL, document, shaped

from sanctcheck.dossier.consistency import _REFERENCES, inconsistencies
from sanctcheck.dossier.model import Dossier
from sanctcheck.reading.document import Flaw, Path_, Place
from sanctcheck.reading.files import parse
from sanctcheck.reading.model import parts_of
from sanctcheck.reading.shape import shape

TODAY = date(2026, 6, 1)
PERSON = "target: {type: person, names: [{name: Example Person, %s}]}\n"
EXHIBITS = """\
exhibits:
  - {id: E1, title: A report, kind: ngo-report}
  - {id: E2, title: Another, kind: ngo-report, %s}
"""
ALLEGATIONS = """\
allegations:
  - {id: A1, summary: It happened, conduct: torture}
  - {id: A2, summary: It happened, conduct: torture, %s}
"""
RELATED = "target: {type: person, names: [{name: X}], relationships: [{id: R1, to: A, kind: kinship}]}\n"
PROCESS = """\
process:
  - {event: representations-received, id: P1}
  - {event: representations-answered, id: P2, %s}
"""


def flaws(fragment: str, today: date = TODAY) -> list[Flaw]:
    given = {line.split(":")[0] for line in fragment.splitlines()}
    kept = "".join(line for line in NEUTRAL.splitlines(keepends=True) if line.split(":")[0] not in given)
    read = document(kept + fragment)
    dossier = shaped(read.value, Dossier)
    return list(inconsistencies(dossier, read, today))


def only_flaw(fragment: str) -> Flaw:
    (flaw,) = flaws(fragment)
    return flaw


def test_the_neutral_dossier_agrees_with_itself() -> None:
    assert flaws(NEUTRAL) == []


@pytest.mark.parametrize(
    ("fragment", "pointer", "kind"),
    [
        (EXHIBITS.replace("E2", "E1") % "url: https://e.org", ("exhibits", 1, "id"), "exhibit"),
        (ALLEGATIONS.replace("A2", "A1") % "place: x", ("allegations", 1, "id"), "allegation"),
        (PROCESS.replace("P2", "P1") % "note: x", ("process", 1, "id"), "step"),
        (
            "delisting: {conditions: [{id: C1, text: x}, {text: y}, {text: y}, {id: C1, text: z}]}\n",
            ("delisting", "conditions", 3, "id"),
            "condition",
        ),
        (
            RELATED.replace("kinship}]", "kinship}, {to: B, kind: kinship}, {id: R1, to: C, kind: kinship}]"),
            ("target", "relationships", 2, "id"),
            "relationship",
        ),
    ],
)
def test_an_id_stands_once(fragment: str, pointer: Path_, kind: str) -> None:
    flaw = only_flaw(fragment)

    assert (flaw.rule, flaw.severity, flaw.pointer) == ("duplicate-id", "error", pointer)
    assert flaw.message.startswith(f"Another {kind} has the id “")


def test_a_duplicate_names_both_places() -> None:
    read = document(NEUTRAL + EXHIBITS.replace("E2", "E1") % "url: https://e.org")
    (flaw,) = inconsistencies(shaped(read.value, Dossier), read, TODAY)

    assert flaw.place == Place(8, 10, 8, 12)
    assert flaw.related == ((Place(7, 10, 7, 12), "first written here"),)


def test_ids_of_different_kinds_may_be_the_same() -> None:
    fragment = EXHIBITS % "origin: x" + (ALLEGATIONS % "place: x").replace("A1", "E1")

    assert flaws(fragment) == []


@pytest.mark.parametrize(
    ("fragment", "pointer"),
    [
        (PERSON % "exhibits: [E1, E9]", ("target", "names", 0, "exhibits", 1)),
        ("target: {type: person, names: [{name: X}], posts: [{title: T, exhibits: [E9]}]}\n", None),
        (
            RELATED.replace("kinship", "kinship, exhibits: [E9]"),
            ("target", "relationships", 0, "exhibits", 0),
        ),
        (
            "target: {type: person, names: [{name: X}], told_apart_from: [{name: Y, difference: z, exhibits: [E9]}]}\n",
            None,
        ),
        (
            "legal_basis: [{regime: r, prior_decisions: [{authority: C, kind: conviction, exhibit: E9}]}]\n",
            None,
        ),
        ("legal_basis: [{regime: r, grounds: [{conduct: c, link: l, allegations: [A9]}]}]\n", None),
        (
            ALLEGATIONS % "elements: [{element: act, exhibits: [E9]}]",
            ("allegations", 1, "elements", 0, "exhibits", 0),
        ),
        (RELATED + ALLEGATIONS % "relationship: R9", ("allegations", 1, "relationship")),
        (EXHIBITS % "cites: [E1, E9]", ("exhibits", 1, "cites", 1)),
        ("stated_facts: [{claim: x, exhibits: [E9]}]\n", ("stated_facts", 0, "exhibits", 0)),
        (PROCESS % "exhibit: E9", ("process", 1, "exhibit")),
        (PROCESS % "exhibits: [E9]", ("process", 1, "exhibits", 0)),
        (PROCESS % "answers: P9", ("process", 1, "answers")),
        (PROCESS % "addressed: [P1, P9]", ("process", 1, "addressed", 1)),
        (
            "statement_of_reasons: {points: [{allegation: A9, text: x}]}\n",
            ("statement_of_reasons", "points", 0, "allegation"),
        ),
        (
            "delisting: {conditions: [{text: x, allegations: [A9]}]}\n",
            ("delisting", "conditions", 0, "allegations", 0),
        ),
    ],
)
def test_a_reference_leads_somewhere(fragment: str, pointer: Path_ | None) -> None:
    exhibits = "" if "exhibits:\n" in fragment else EXHIBITS % "origin: x"
    allegations = "" if "allegations:\n" in fragment else ALLEGATIONS % "place: x"
    (flaw,) = flaws(fragment + exhibits + allegations)

    assert (flaw.rule, flaw.severity) == ("unknown-reference", "error")
    assert pointer in {None, flaw.pointer}
    assert "9”" in flaw.message


@pytest.mark.parametrize(
    "fragment",
    [
        RELATED + ALLEGATIONS % "relationship: R1",
        EXHIBITS % "cites: [E1]",
        EXHIBITS % "origin: x"
        + PROCESS % "exhibit: E1, exhibits: [E1, E2], answers: P1, addressed: [P1, E2]",
    ],
)
def test_a_reference_that_leads_somewhere_is_silent(fragment: str) -> None:
    assert flaws(fragment) == []


def test_a_misspelt_reference_is_met_with_a_suggestion() -> None:
    fragment = EXHIBITS.replace("E1", "report-of-may") % "cites: [report-of-mai]"

    assert (
        only_flaw(fragment).message == "No exhibit has the id “report-of-mai”. Did you mean “report-of-may”?"
    )


def test_every_field_of_the_format_that_can_hold_references_is_looked_at() -> None:
    names = {"exhibits", "exhibit", "cites", "answers", "addressed", "relationship", "allegation"}
    fields = {
        (part, name) for part in parts_of(Dossier) - {Dossier} for name in part.model_fields if name in names
    }
    listed = {
        (part, name) for part, fields in _REFERENCES.items() for name in fields if name != "allegations"
    }

    assert fields == listed


SECRET = ", handling: {level: protected}"


@pytest.mark.parametrize(
    "fragment",
    [
        EXHIBITS % f"cites: [Secret]{SECRET}",
        (EXHIBITS % f"cites: [Secrex]{SECRET}").replace("E2", "Secret"),
        (EXHIBITS % f"published: 2027-01-01{SECRET}").replace("2027-01-01", "2345"),
        (EXHIBITS % f"url: https://e.org{SECRET}").replace("E2", "Secret").replace("E1", "Secret"),
    ],
)
def test_nothing_of_a_protected_part_is_shown(fragment: str) -> None:
    flaw = only_flaw(fragment)

    assert "Secre" not in flaw.message
    assert "2345" not in flaw.message
    assert "[protected]" in flaw.message


def test_an_id_of_a_protected_part_is_not_suggested_elsewhere() -> None:
    fragment = (EXHIBITS % f"origin: x{SECRET}").replace(
        "E2", "Secret"
    ) + "stated_facts: [{claim: x, exhibits: [Secrex]}]\n"

    assert (
        only_flaw(fragment).message == "No exhibit has the id “Secrex”. Correct the id, or add the exhibit."
    )


def test_one_regime_has_one_legal_basis() -> None:
    flaw = only_flaw("legal_basis: [{regime: a}, {regime: b}, {regime: a}]\n")

    assert (flaw.rule, flaw.severity, flaw.pointer) == (
        "duplicate-regime",
        "warning",
        ("legal_basis", 2, "regime"),
    )
    assert flaw.message == "Another entry is about the regime “a”; only the first one is assessed."
    assert flaw.related[0][0] == Place(5, 24, 5, 25)


@pytest.mark.parametrize("place", ["period", "covers", "held"])
@pytest.mark.parametrize(
    ("since", "until", "reversed_"),
    [
        ("2020-01-02", "2020-01-01", True),
        ("2021", "2020", True),
        ("2020-05", "2020", False),
        ("2020-05-01", "before 2021", False),
        ("unknown", "2020", False),
        ("2020", "unknown", False),
        ("about 2020-01-05", "2020-01-01", False),
        ("2020-01-01", "2020-01-01", False),
    ],
)
def test_a_period_does_not_surely_end_before_it_begins(
    place: str, since: str, until: str, *, reversed_: bool
) -> None:
    span = f"{{since: {since}, until: {until}}}"
    fragment = {
        "period": ALLEGATIONS % f"period: {span}",
        "covers": EXHIBITS % f"covers: {span}",
        "held": f"target: {{type: person, names: [{{name: X}}], posts: [{{title: T, held: {span}}}]}}\n",
    }[place]
    found = flaws(fragment)

    assert [(flaw.rule, flaw.severity, flaw.pointer[-1]) for flaw in found] == (
        [("period-reversed", "warning", "until")] * reversed_
    )


@pytest.mark.parametrize(
    ("day", "future"),
    [
        ("2026-06-02", True),
        ("2026-06-01", False),
        ("2026-07", True),
        ("2026-06", False),
        ("2026", False),
        ("2027", True),
        ("after 2026-05", False),
        ("after 2027", True),
        ("about 2026-06-05", False),
        ("unknown", False),
        ("2026-06-01T23:30:00-05:00", False),
        ("2026-06-02T00:30:00+05:00", False),
        ("2026-06-02T12:00:00Z", True),
    ],
)
@pytest.mark.parametrize("place", ["step", "published", "obtained", "act"])
def test_what_is_said_to_be_past_does_not_lie_in_the_future(place: str, day: str, *, future: bool) -> None:
    fragment = {
        "step": PROCESS % f"day: {day}",
        "published": EXHIBITS % f"published: {day}",
        "obtained": EXHIBITS % f"obtained: {day}",
        "act": f"act: {{kind: renewal, status: adopted, day: {day}}}\n",
    }[place]
    found = flaws(fragment)

    assert [(flaw.rule, flaw.severity) for flaw in found] == [("day-in-future", "error")] * future


@pytest.mark.parametrize(
    "fragment",
    [
        "act: {kind: renewal, status: proposed, day: 2027-01-01}\n",
        "act: {kind: renewal, status: adopted, day: 2026-01-01, effective: 2027-01-01}\n",
        PROCESS % "due: 2027-01-01",
        "review: {next_due: 2027-01-01}\n",
    ],
)
def test_what_is_planned_may_lie_in_the_future(fragment: str) -> None:
    assert flaws(fragment) == []


def test_a_dossier_without_an_act_has_no_day_to_look_at() -> None:
    read = document("format: dossier/1\nid: x\ntarget: {type: person, names: [{name: X}]}\n")

    assert list(inconsistencies(shaped(read.value, Dossier), read, TODAY)) == []


def test_odd_names_are_among_the_inconsistencies() -> None:
    assert [flaw.rule for flaw in flaws('target: {type: person, names: [{name: "a\\u200Bb"}]}\n')] == [
        "name-hidden-character"
    ]


def test_an_act_that_is_proposed_and_done_at_once_is_asked_about() -> None:
    listed = "process: [{event: proposed, day: 2026-02-01}, {event: designated, day: 2026-03-01}]\n"
    flaw = only_flaw("act: {kind: initial-designation, status: proposed}\n" + listed)

    assert (flaw.rule, flaw.severity, flaw.pointer) == ("act-not-adopted", "warning", ("act", "status"))
    assert flaw.related[0][1] == "the step"


@pytest.mark.parametrize(
    "act", ["{kind: renewal, status: proposed}", "{kind: initial-designation, status: adopted}"]
)
def test_a_listing_that_came_before_or_was_adopted_is_not_asked_about(act: str) -> None:
    assert flaws(f"act: {act}\nprocess: [{{event: designated, day: 2026-03-01}}]\n") == []


def test_a_control_character_that_is_written_as_an_escape_is_found() -> None:
    read = parse((NEUTRAL + 'title: "one\\0two"\n').encode(), "d.yaml", max_bytes=10_000)
    dossier = shape(read, Dossier)

    assert dossier is not None
    found = [
        flaw for flaw in inconsistencies(dossier, read, date(2026, 6, 1)) if flaw.rule == "control-character"
    ]
    assert [(flaw.place.line, flaw.message) for flaw in found] == [
        (6, "A control character, U+0000, stands here: delete it.")
    ]
