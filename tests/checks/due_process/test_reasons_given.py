from __future__ import annotations

from datetime import date

import pytest
from support import outcomes, run

DAYS_10 = {"number": 10, "unit": "days"}
STATEMENT = "statement_of_reasons: {day: 2026-03-01, text: Ordered the beatings.}\n"
DESIGNATED = "event: designated, day: 2026-03-01"


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


@pytest.mark.parametrize("statement", ["", "statement_of_reasons: {day: 2026-03-01}\n"])
@pytest.mark.parametrize("status", ["proposed", "adopted"])
def test_a_dossier_without_reasons_is_not_shown(statement: str, status: str) -> None:
    act = f"act: {{kind: initial-designation, status: {status}, day: 2026-03-01}}\n"

    [result] = run("reasons_given", statement + act)

    assert (result.outcome, result.path) == ("not-shown", ("statement_of_reasons",))


def test_reasons_of_a_proposed_act_are_given_later() -> None:
    proposed = "act: {kind: initial-designation, status: proposed}\n"

    assert outcomes(run("reasons_given", STATEMENT + proposed)) == ["pending"]


def test_points_are_reasons_too() -> None:
    points = "statement_of_reasons: {points: [{allegation: A1, text: Ordered the beatings.}]}\n"

    assert outcomes(
        run("reasons_given", points + process(DESIGNATED, "event: reasons-given, day: 2026-03-02"))
    ) == ["met"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-03-11", "met"),
        ("2026-03-12", "not-met"),
        ("2026-03", "met"),
        ("2026-02-01", "not-met"),
        ("unknown", "not-shown"),
    ],
)
def test_reasons_are_late_from_the_day_after_the_last_day(day: str, outcome: str) -> None:
    steps = process(DESIGNATED, f"event: reasons-given, day: {day}")

    assert [outcome] == outcomes(run("reasons_given", STATEMENT + steps, within=DAYS_10))


@pytest.mark.parametrize(
    ("as_of", "outcome"), [(date(2026, 3, 11), "pending"), (date(2026, 3, 12), "not-shown")]
)
def test_reasons_are_due_until_the_last_day(as_of: date, outcome: str) -> None:
    [result] = run("reasons_given", STATEMENT + process(DESIGNATED), as_of=as_of, within=DAYS_10)

    assert outcome == result.outcome
    assert date(2026, 3, 11) == result.due


def test_notice_does_not_stand_in_for_reasons_by_itself() -> None:
    steps = process(DESIGNATED, "event: notified, day: 2026-03-02")

    [result] = run("reasons_given", STATEMENT + steps)

    assert (result.outcome, result.path) == ("not-shown", ("process",))


@pytest.mark.parametrize(
    ("stated", "outcome"),
    [
        ("2026-03-02", "met"),
        ("2026-03-03", "not-met"),
        ("2026-03", "met"),
        ("2026-04", "not-met"),
        ("unknown", "met"),
    ],
)
def test_notice_brings_the_reasons_unless_they_are_younger(stated: str, outcome: str) -> None:
    statement = f"statement_of_reasons: {{day: {stated}, text: Ordered the beatings.}}\n"
    steps = process(DESIGNATED, "event: notified, day: 2026-03-02")

    [result] = run("reasons_given", statement + steps, with_notice=True)

    assert outcome == result.outcome
    assert (("process", 1) if outcome == "met" else ("statement_of_reasons", "day")) == result.path


def test_reasons_given_by_themselves_count_beside_a_notice() -> None:
    steps = process(DESIGNATED, "event: notified, day: 2026-03-02", "event: reasons-given, day: 2026-03-03")

    [result] = run("reasons_given", STATEMENT + steps, with_notice=True)

    assert (result.outcome, result.path) == ("met", ("process", 2))


def test_a_missing_notice_is_left_to_the_check_of_notice() -> None:
    assert run("reasons_given", STATEMENT + process(DESIGNATED), with_notice=True) == []


def test_a_notice_without_a_day_is_left_to_the_check_of_notice() -> None:
    assert run("reasons_given", STATEMENT + process(DESIGNATED, "event: notified"), with_notice=True) == []


def test_a_notice_that_was_not_possible_excuses_the_reasons() -> None:
    steps = process(DESIGNATED, "event: notified, not_possible_because: no address is known")

    assert outcomes(run("reasons_given", STATEMENT + steps, with_notice=True)) == ["met"]


@pytest.mark.parametrize(("address_known", "outcomes_expected"), [("false", ["met"]), ("true", [])])
def test_publication_brings_the_reasons_where_no_address_is_known(
    address_known: str, outcomes_expected: list[str]
) -> None:
    target = f"target: {{type: person, names: [{{name: Example Person}}], address_known: {address_known}}}\n"
    steps = process(DESIGNATED, "event: published, day: 2026-03-02")

    assert outcomes_expected == outcomes(run("reasons_given", STATEMENT + target + steps, with_notice=True))


def test_reasons_of_an_act_without_a_day_are_met() -> None:
    undated = "act: {kind: initial-designation, status: adopted}\n"
    steps = process("event: reasons-given, day: 2026-03-02")

    assert outcomes(run("reasons_given", STATEMENT + undated + steps)) == ["met"]
