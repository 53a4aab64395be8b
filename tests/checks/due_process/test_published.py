from __future__ import annotations

from datetime import date

import pytest
from support import outcomes, run

DAYS_10 = {"number": 10, "unit": "days"}


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


def test_a_proposed_act_need_not_be_published_yet() -> None:
    assert outcomes(run("published", "act: {kind: initial-designation, status: proposed}")) == ["pending"]


def test_silence_about_publication_is_not_shown() -> None:
    [result] = run("published", process("event: designated, day: 2026-03-01"))

    assert (result.outcome, result.path) == ("not-shown", ("process",))


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-03-11", "met"),
        ("2026-03-12", "not-met"),
        ("2026-03", "met"),
        ("2026-04", "not-met"),
        ("unknown", "not-shown"),
    ],
)
def test_publication_is_late_from_the_day_after_the_last_day(day: str, outcome: str) -> None:
    steps = process("event: designated, day: 2026-03-01", f"event: published, day: {day}")

    assert [outcome] == outcomes(run("published", steps, within=DAYS_10))


@pytest.mark.parametrize(
    ("as_of", "outcome"), [(date(2026, 3, 11), "pending"), (date(2026, 3, 12), "not-shown")]
)
def test_publication_is_due_until_the_last_day(as_of: date, outcome: str) -> None:
    [result] = run("published", process("event: designated, day: 2026-03-01"), as_of=as_of, within=DAYS_10)

    assert outcome == result.outcome
    assert date(2026, 3, 11) == result.due


def test_publication_before_the_first_act_is_not_met() -> None:
    steps = process("event: published, day: 2026-02-01", "event: designated, day: 2026-03-01")

    assert outcomes(run("published", steps)) == ["not-met"]


def test_a_reason_for_putting_publication_off_is_met() -> None:
    steps = process(
        "event: designated, day: 2026-03-01", "event: published, not_possible_because: ongoing arrest"
    )

    assert outcomes(run("published", steps)) == ["met"]


def test_publication_of_an_act_without_a_day_is_met() -> None:
    undated = "act: {kind: initial-designation, status: adopted}\n" + process(
        "event: published, day: 2026-03-02"
    )

    assert outcomes(run("published", undated)) == ["met"]
