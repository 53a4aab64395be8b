from __future__ import annotations

from datetime import date

import pytest
from support import outcomes, run

DAYS_30 = {"number": 30, "unit": "days"}
ASKED = "event: representations-received, id: R1, day: 2026-03-20"


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


def test_nothing_asked_needs_no_answer() -> None:
    assert outcomes(run("representations_answered")) == ["not-applicable"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-04-19", "met"),
        ("2026-04-20", "not-met"),
        ("2026-04", "met"),
        ("2026-05", "not-met"),
        ("unknown", "met"),
    ],
)
def test_an_answer_is_late_from_the_day_after_the_last_day(day: str, outcome: str) -> None:
    steps = process(ASKED, f"event: representations-answered, answers: R1, day: {day}")

    assert [outcome] == outcomes(run("representations_answered", steps, within=DAYS_30))


def test_a_late_answer_points_to_its_day() -> None:
    steps = process(ASKED, "event: representations-answered, answers: R1, day: 2026-05-20")

    [result] = run("representations_answered", steps, within=DAYS_30)

    assert result.path == ("process", 1, "day")
    assert (("process", 0), "the time ran from here") in result.relied_on


@pytest.mark.parametrize(("day", "outcome"), [("2026-04-30", "met"), ("2026-05-01", "not-met")])
def test_a_partial_day_of_receipt_counts_from_its_latest(day: str, outcome: str) -> None:
    steps = process(
        "event: representations-received, id: R1, day: 2026-03",
        f"event: representations-answered, answers: R1, day: {day}",
    )

    assert [outcome] == outcomes(run("representations_answered", steps, within=DAYS_30))


@pytest.mark.parametrize(
    ("as_of", "outcome"), [(date(2026, 4, 19), "pending"), (date(2026, 4, 20), "not-shown")]
)
def test_an_answer_is_due_until_the_last_day(as_of: date, outcome: str) -> None:
    [result] = run("representations_answered", process(ASKED), as_of=as_of, within=DAYS_30)

    assert (outcome, date(2026, 4, 19), ("process", 0)) == (result.outcome, result.due, result.path)


def test_a_period_from_an_unknown_day_cannot_be_seen_to_run() -> None:
    steps = process("event: representations-received, id: R1")

    assert outcomes(run("representations_answered", steps, within=DAYS_30)) == ["not-shown"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("answers: R1, day: 2026-04-01", "met"),
        ("answers: R1", "met"),
        ("addressed: [R1], day: 2026-04-01", "met"),
        ("day: 2026-04-01", "met"),
        ("day: 2026-03-20", "met"),
        ("answers: R2, day: 2026-04-01", "not-shown"),
        ("addressed: [R2], day: 2026-04-01", "not-shown"),
        ("day: 2026-03-01", "not-shown"),
    ],
)
def test_an_answer_names_what_it_answers_or_comes_later(answer: str, outcome: str) -> None:
    steps = process(ASKED, f"event: representations-answered, {answer}")

    assert [outcome] == outcomes(run("representations_answered", steps, within=DAYS_30))


def test_the_order_of_the_log_tells_where_the_days_do_not() -> None:
    steps = process(
        "event: representations-answered", "event: representations-received, id: R1, day: 2026-03-20"
    )

    assert outcomes(run("representations_answered", steps, within=DAYS_30)) == ["not-shown"]


def test_an_answer_to_a_named_step_is_none_to_a_nameless_one() -> None:
    steps = process(
        "event: representations-received, day: 2026-03-20",
        "event: representations-answered, answers: R1, day: 2026-04-01",
    )

    assert outcomes(run("representations_answered", steps, within=DAYS_30)) == ["not-shown"]


def test_each_is_answered_by_itself() -> None:
    steps = process(
        ASKED,
        "event: representations-received, id: R2, day: 2026-03-21",
        "event: representations-answered, answers: R2, day: 2026-04-01",
    )

    assert outcomes(run("representations_answered", steps, within=DAYS_30)) == ["not-shown", "met"]


def test_without_a_period_silence_is_not_shown() -> None:
    assert outcomes(run("representations_answered", process(ASKED))) == ["not-shown"]


def test_before_the_decision_an_answer_without_a_period_is_still_to_come() -> None:
    proposed = "act: {kind: initial-designation, status: proposed}\n"

    assert outcomes(run("representations_answered", proposed + process(ASKED))) == ["pending"]


def test_without_a_period_no_answer_is_late() -> None:
    steps = process(ASKED, "event: representations-answered, answers: R1, day: 2026-05-31")

    assert outcomes(run("representations_answered", steps)) == ["met"]
