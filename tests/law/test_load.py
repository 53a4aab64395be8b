from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from support import EXAMPLE_REGIME, ROOT, document, shaped

from sanctcheck.errors import LawError, UsageError
from sanctcheck.law.consistency import facts, inconsistencies, repeated_standards
from sanctcheck.law.load import STANDARDS_FILE, Law, packaged_law
from sanctcheck.law.loaded import LoadedRegime
from sanctcheck.law.model import Regime

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.reading.document import Flaw

STANDARDS = """\
format: standards/1
standards:
  - id: notification
    title: Notification
    family: due-process
    asks: The target is told.
    why: Nobody can answer what they have not heard.
    sources: [An example]
    verified: text
  - id: publication
    title: Publication
    family: due-process
    asks: The listing is published.
    why: Others have to apply it.
    sources: [An example]
    verified: text
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of criteria with the example regime in it."""
    (tmp_path / STANDARDS_FILE).write_text(STANDARDS)
    (tmp_path / "example.yaml").write_text(EXAMPLE_REGIME)
    return tmp_path


def _changed(folder: Path, old: str, new: str) -> LawError:
    """What is said of the example regime with one part of its text replaced."""
    assert old in EXAMPLE_REGIME
    (folder / "example.yaml").write_text(EXAMPLE_REGIME.replace(old, new, 1))
    with pytest.raises(LawError) as caught:
        Law(folder).regime("example")
    return caught.value


def _flaws(error: LawError) -> list[Flaw]:
    return [flaw for _, flaw in error.found]


def _only(error: LawError) -> Flaw:
    (flaw,) = _flaws(error)
    return flaw


def _written_at(error: LawError, flaw: Flaw) -> str:
    """The text of the file at the place of a flaw."""
    (read,) = (read for read, found in error.found if found is flaw)
    line = read.text.splitlines()[flaw.place.line - 1]
    return line[flaw.place.column - 1 :][: flaw.place.end_column - flaw.place.column]


# The folder


def test_the_collective_standard_stands_behind_the_regimes(tmp_path: Path) -> None:
    for name in ("us.yaml", "common.yaml", "au.yaml", STANDARDS_FILE, "LICENSE"):
        (tmp_path / name).touch()

    assert Law(tmp_path).regime_ids == ("au", "us", "common")


def test_an_empty_folder_has_no_regimes(tmp_path: Path) -> None:
    assert Law(tmp_path).regime_ids == ()


def test_the_packaged_law_stands_at_the_top_of_a_checkout() -> None:
    assert packaged_law().folder == ROOT / "criteria"


# The standards


def test_standards_are_known_by_their_ids_in_the_order_of_their_file(folder: Path) -> None:
    standards = Law(folder).standards

    assert [*standards] == ["notification", "publication"]
    assert standards["publication"].title == "Publication"


def test_a_list_of_standards_that_does_not_fit_its_form_cannot_be_used(folder: Path) -> None:
    (folder / STANDARDS_FILE).write_text("format: standards/1\nstandards: []\n")

    with pytest.raises(LawError, match=r"The list of standards cannot be used\.") as caught:
        _ = Law(folder).standards

    assert [(flaw.pointer, flaw.place.line) for flaw in _flaws(caught.value)] == [(("standards",), 2)]


def test_a_folder_without_a_list_of_standards_cannot_be_used(folder: Path) -> None:
    (folder / STANDARDS_FILE).unlink()

    with pytest.raises(LawError) as caught:
        Law(folder).regime("example")

    assert _only(caught.value).message == "There is no such file."


# One regime


def test_a_regime_is_read_with_the_file_that_it_stands_in(folder: Path) -> None:
    loaded = Law(folder).regime("example")

    assert loaded.regime.name == "An example regime"
    assert loaded.document.name == f"{folder.name}/example.yaml"


def test_a_regime_is_read_once(folder: Path) -> None:
    law = Law(folder)
    first = law.regime("example")
    (folder / "example.yaml").unlink()

    assert law.regime("example") is first


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("exmaple", "No regime is called “exmaple”. Did you mean “example”? Known: example and us."),
        ("zz", "No regime is called “zz”. Known: example and us."),
        ("../example", "No regime is called “../example”. Did you mean “example”? Known: example and us."),
        ("standards", "No regime is called “standards”. Known: example and us."),
        ("", "No regime is called “”. Known: example and us."),
    ],
)
def test_an_unknown_regime_is_answered_with_those_that_are_known(
    folder: Path, asked: str, message: str
) -> None:
    (folder / "us.yaml").touch()

    with pytest.raises(UsageError) as caught:
        Law(folder).regime(asked)

    assert str(caught.value) == message


def test_a_regime_that_does_not_fit_its_form_cannot_be_used(folder: Path) -> None:
    error = _changed(folder, "check: notified", "chekc: notified")

    assert str(error) == "The criteria of example cannot be used."
    assert {flaw.rule for flaw in _flaws(error)} == {"missing-field", "unknown-field"}


def test_a_file_that_cannot_be_read_as_yaml_cannot_be_used(folder: Path) -> None:
    (folder / "example.yaml").write_text("format: [criteria/1\n")

    with pytest.raises(LawError) as caught:
        Law(folder).regime("example")

    assert _flaws(caught.value)


def test_another_regime_of_the_folder_may_be_broken(folder: Path) -> None:
    (folder / "broken.yaml").write_text("format: nothing\n")

    assert Law(folder).regime("example").regime.id == "example"


def test_a_warning_about_the_form_does_not_stop_the_use(folder: Path) -> None:
    text = EXAMPLE_REGIME.replace("jurisdiction: Nowhere", "jurisdiction: 12345", 1)
    (folder / "example.yaml").write_text(text)

    loaded = Law(folder).regime("example")

    assert [flaw.severity for flaw in loaded.document.flaws] == ["warning"]


# What does not fit together


def test_the_id_of_a_regime_is_the_name_of_its_file(folder: Path) -> None:
    error = _changed(folder, "id: example", "id: other")
    flaw = _only(error)

    assert flaw.message == "The id must be the file's name, “example”."
    assert (flaw.rule, flaw.pointer) == ("wrong-id", ("id",))
    assert _written_at(error, flaw) == "other"


@pytest.mark.parametrize(
    ("section", "at"),
    [
        ("conduct", "s. 1"),
        ("links", "s. 2(a)"),
        ("proof", "s. 3"),
        ("decision_makers", "s. 4"),
        ("measures", "s. 5"),
        ("criteria", "s. 7"),
    ],
)
def test_a_provision_names_an_instrument_of_the_file(folder: Path, section: str, at: str) -> None:
    error = _changed(folder, f"instrument: act, at: {at}}}", f"instrument: atc, at: {at}}}")
    flaw = _only(error)

    assert flaw.message == "No instrument has the key “atc”."
    assert (flaw.rule, flaw.pointer) == ("unknown-instrument", (section, 0, "provision", "instrument"))
    assert _written_at(error, flaw) == "atc"


def test_a_key_that_is_nearly_right_is_suggested(folder: Path) -> None:
    error = _changed(folder, "instrument: act, at: s. 7}", "instrument: acts, at: s. 7}")

    assert _only(error).message == "No instrument has the key “acts”. Did you mean “act”?"


def test_other_provisions_name_instruments_of_the_file_too(folder: Path) -> None:
    also = "also: [{instrument: act}, {instrument: absence}, {instrument: nowhere}]"
    error = _changed(folder, "force: duty", f"force: duty\n    {also}")
    flaw = _only(error)

    assert (flaw.rule, flaw.pointer) == ("unknown-instrument", ("criteria", 0, "also", 2, "instrument"))
    assert _written_at(error, flaw) == "nowhere"


def test_a_fact_may_say_that_the_regime_has_no_such_rule(folder: Path) -> None:
    text = EXAMPLE_REGIME.replace("{instrument: act, at: s. 7}", "{instrument: absence}")
    (folder / "example.yaml").write_text(text)

    assert Law(folder).regime("example").regime.criteria[0].provision.instrument == "absence"


@pytest.mark.parametrize("field", ["source", "corroborated_by"])
def test_a_source_is_one_of_the_file(folder: Path, field: str) -> None:
    old = "source: s\n    check: notified"
    new = "source: s\n    corroborated_by: s\n    check: notified".replace(
        f"{field}: s\n", f"{field}: nowhere\n", 1
    )
    error = _changed(folder, old, new)
    flaw = _only(error)

    assert flaw.message == "No source has the key “nowhere”."
    assert (flaw.rule, flaw.pointer) == ("unknown-source", ("criteria", 0, field))
    assert _written_at(error, flaw) == "nowhere"


def test_what_was_read_in_a_text_says_in_which(folder: Path) -> None:
    error = _changed(folder, "verified: text\n    source: s\n    check", "verified: text\n    check")
    flaw = _only(error)

    assert flaw.message == "“text” needs the source in which it was read."
    assert (flaw.rule, flaw.pointer) == ("text-without-source", ("criteria", 0, "verified"))
    assert _written_at(error, flaw) == "text"


@pytest.mark.parametrize("verified", ["knowledge", "uncertain"])
def test_what_was_not_read_needs_no_source(folder: Path, verified: str) -> None:
    old, new = "verified: text\n    source: s\n    check", f"verified: {verified}\n    check"
    (folder / "example.yaml").write_text(EXAMPLE_REGIME.replace(old, new))

    assert Law(folder).regime("example").regime.criteria[0].source is None


@pytest.mark.parametrize(
    ("standard", "message"),
    [
        ("notificaton", "No standard is called “notificaton”. Did you mean “notification”?"),
        ("zzz", "No standard is called “zzz”."),
    ],
)
def test_a_criterion_is_an_instance_of_a_shared_standard(folder: Path, standard: str, message: str) -> None:
    error = _changed(folder, "standard: notification", f"standard: {standard}")
    flaw = _only(error)

    assert flaw.message == message
    assert (flaw.rule, flaw.pointer) == ("unknown-standard", ("criteria", 0, "standard"))
    assert _written_at(error, flaw) == standard


def test_two_criteria_cannot_share_an_id(folder: Path) -> None:
    criterion = EXAMPLE_REGIME.partition("criteria:\n")[2]
    other = criterion.replace("id: notice", "id: other")
    (folder / "example.yaml").write_text(EXAMPLE_REGIME + other + criterion)

    with pytest.raises(LawError) as caught:
        Law(folder).regime("example")
    flaw = _only(caught.value)

    assert flaw.message == "The id “notice” stands a second time under criteria."
    assert (flaw.rule, flaw.pointer) == ("duplicate-id", ("criteria", 2, "id"))
    assert _written_at(caught.value, flaw) == "notice"


def test_all_that_does_not_fit_together_is_named_at_once(folder: Path) -> None:
    text = EXAMPLE_REGIME.replace("id: example", "id: other").replace(
        "standard: notification", "standard: zzz"
    )
    (folder / "example.yaml").write_text(text)

    with pytest.raises(LawError) as caught:
        Law(folder).regime("example")

    assert [flaw.rule for flaw in _flaws(caught.value)] == ["wrong-id", "unknown-standard"]


def test_the_facts_of_a_regime_come_in_the_order_of_its_file(folder: Path) -> None:
    nexus = textwrap.dedent("""\
        actors:
          - {actor: entity, covered: "yes", provision: {instrument: act}, verified: knowledge}
        nexus:
          - {asks: Property here, provision: {instrument: act}, verified: knowledge}
        proof:
        """)
    (folder / "example.yaml").write_text(EXAMPLE_REGIME.replace("proof:\n", nexus))

    paths = [path for path, _ in facts(Law(folder).regime("example").regime)]

    assert paths == [
        ("conduct", 0),
        ("conduct", 1),
        ("links", 0),
        ("links", 1),
        ("links", 2),
        ("actors", 0),
        ("nexus", 0),
        ("proof", 0),
        ("decision_makers", 0),
        ("measures", 0),
        ("measures", 1),
        ("criteria", 0),
    ]


@pytest.mark.parametrize(
    ("change", "rule", "at"),
    [
        (("id: killing", "id: torture"), "duplicate-id", ("conduct", 1, "id")),
        (("id: owned", "id: responsible"), "duplicate-id", ("links", 1, "id")),
        (("conduct: [torture]\n", "conduct: [tortur]\n"), "unknown-conduct", ("links", 1, "conduct", 0)),
        (
            ("in_force: {from: 2025-01-01}", "in_force: {from: 2025-01-01, until: 2024-01-01}"),
            "period-reversed",
            ("conduct", 1, "in_force", "until"),
        ),
        (
            ("verified: text, source: s}\nconduct", "verified: text}\nconduct"),
            "text-without-source",
            ("instruments", "act", "verified"),
        ),
        (
            ("verified: text, source: s}\nconduct", "verified: text, source: q}\nconduct"),
            "unknown-source",
            ("instruments", "act", "source"),
        ),
    ],
)
def test_what_does_not_hold_within_a_criteria_file_is_named_at_its_place(
    change: tuple[str, str], rule: str, at: tuple[str | int, ...]
) -> None:
    read = document(EXAMPLE_REGIME.replace(*change, 1), "law/example.yaml")
    loaded = LoadedRegime(shaped(read.value, Regime), read)
    found = list(inconsistencies(loaded, packaged_law().standards))

    assert [(flaw.rule, flaw.pointer) for _, flaw in found] == [(rule, at)]


def test_a_standard_whose_id_stands_twice_is_named() -> None:
    (flaw,) = repeated_standards(["a", "b", "a"], document("standards: [{id: a}, {id: b}, {id: a}]"))

    assert (flaw.rule, flaw.pointer, flaw.place.column) == ("duplicate-id", ("standards", 2, "id"), 36)


RULE = """\
rules:
  - id: decided
    kind: removal
    rule: A request is decided.
    provision: {{instrument: act, at: s. 9}}
    verified: text
    source: s
    limit: {limit}
criteria:
"""
FIXED = """\
calendar:
  - {{id: ends, what: The framework ends, {days} provision: {{instrument: act, at: s. 10}}, verified: text, source: s}}
criteria:
"""


@pytest.mark.parametrize(
    "limit",
    [
        "{from: receipt}",
        "{number: 90, from: receipt}",
        "{unit: days, from: receipt}",
        "{number: 90, unit: days, promptly: without delay, from: receipt}",
        "{number: 90, unit: days, from: receipt, done_by: [removal-decided]}",
    ],
)
def test_a_time_limit_that_says_too_little_or_too_much_is_named(folder: Path, limit: str) -> None:
    assert _only(_changed(folder, "criteria:\n", RULE.format(limit=limit))).rule == "wrong-time-limit"


@pytest.mark.parametrize("days", ["", 'on: 2026-12-08, yearly: "12-08",'])
def test_a_fixed_day_is_one_day_or_a_day_of_every_year(folder: Path, days: str) -> None:
    assert _only(_changed(folder, "criteria:\n", FIXED.format(days=days))).rule == "wrong-calendar-day"
