from __future__ import annotations

from datetime import date

import pytest
from support import outcomes, run

YEARS_3 = {"number": 3, "unit": "years"}


def listed(day: str, *steps: str, kind: str = "initial-designation") -> str:
    log = "".join(f"  - {{{step}}}\n" for step in steps)
    act = f"act: {{kind: {kind}, status: adopted, day: {day}}}\n"
    return act + (f"process:\n{log}" if steps else "")


def test_a_proposed_act_is_not_reviewed_yet() -> None:
    assert outcomes(run("reviewed_in_time", "act: {kind: initial-designation, status: proposed}")) == [
        "pending"
    ]


@pytest.mark.parametrize(
    ("as_of", "outcome", "due"),
    [
        (date(2026, 3, 1), "pending", date(2026, 3, 1)),
        (date(2026, 3, 2), "not-met", date(2026, 3, 1)),
    ],
)
def test_a_review_is_overdue_from_the_day_after_the_last_day(
    as_of: date, outcome: str, due: date | None
) -> None:
    [result] = run(
        "reviewed_in_time", listed("2025-03-01", "event: designated, day: 2025-03-01"), as_of=as_of
    )

    assert (outcome, due, ("process", 0)) == (result.outcome, result.due, result.path)


@pytest.mark.parametrize(
    ("as_of", "outcome"), [(date(2026, 3, 31), "pending"), (date(2026, 4, 1), "not-met")]
)
def test_a_partial_day_counts_from_its_latest_and_gives_no_due_day(as_of: date, outcome: str) -> None:
    [result] = run("reviewed_in_time", listed("2025-03", "event: designated, day: 2025-03"), as_of=as_of)

    assert (outcome, None) == (result.outcome, result.due)
    assert "2026-03-31" in result.message


def test_the_day_of_the_act_counts_where_the_log_is_silent() -> None:
    [result] = run("reviewed_in_time", listed("2025-03-01"))

    assert (result.outcome, result.path) == ("not-met", ("act",))


@pytest.mark.parametrize(
    ("reviewed", "expected"),
    [
        ("2026-03-01", ["met", "pending"]),
        ("2026-03-02", ["not-met", "pending"]),
        ("2026-03", ["met", "pending"]),
        ("2026-04", ["not-met", "pending"]),
        ("about 2026-03-05", ["met", "pending"]),
    ],
)
def test_a_review_is_late_from_the_day_after_the_last_day(reviewed: str, expected: list[str]) -> None:
    steps = ["event: designated, day: 2025-03-01", f"event: reviewed, day: {reviewed}"]

    assert expected == outcomes(run("reviewed_in_time", listed("2025-03-01", *steps)))


def test_a_late_review_points_to_itself_and_to_the_start() -> None:
    steps = ["event: designated, day: 2024-03-01", "event: renewed, day: 2026-02-01"]

    [late, _] = run("reviewed_in_time", listed("2024-03-01", *steps))

    assert late.path == ("process", 1)
    assert late.relied_on == ((("process", 0), "the time ran from here"),)


def test_the_next_review_is_due_from_the_last_one() -> None:
    steps = ["event: designated, day: 2025-03-01", "event: reviewed, day: 2026-02-01"]

    [made, following] = run("reviewed_in_time", listed("2025-03-01", *steps))

    assert (made.outcome, made.path) == ("met", ("process", 1))
    assert date(2027, 2, 1) == following.due


def test_the_interval_is_that_of_the_regime() -> None:
    fragment = listed("2023-07-01", "event: designated, day: 2023-07-01")

    [result] = run("reviewed_in_time", fragment, interval=YEARS_3)

    assert ("pending", date(2026, 7, 1)) == (result.outcome, result.due)


def test_the_order_of_the_log_does_not_matter() -> None:
    steps = ["event: reviewed, day: 2026-02-01", "event: designated, day: 2025-03-01"]

    assert outcomes(run("reviewed_in_time", listed("2025-03-01", *steps))) == ["met", "pending"]


def test_a_renewal_that_the_log_does_not_repeat_counts_as_a_review() -> None:
    fragment = listed("2026-02-01", "event: designated, day: 2025-03-01", kind="renewal")

    [made, following] = run("reviewed_in_time", fragment)

    assert (made.outcome, made.path) == ("met", ("act",))
    assert date(2027, 2, 1) == following.due


def test_a_refusal_to_remove_is_no_review() -> None:
    fragment = listed("2026-05-01", "event: designated, day: 2025-03-01", kind="refusal-to-remove")

    assert outcomes(run("reviewed_in_time", fragment)) == ["not-met"]


@pytest.mark.parametrize(
    "end", ["event: revoked, day: 2025-06-01", "event: lapsed, day: 2025-06-01", "event: revoked"]
)
def test_a_listing_that_has_ended_is_reviewed_no_more(end: str) -> None:
    fragment = listed("2025-03-01", "event: designated, day: 2025-03-01", end)

    assert outcomes(run("reviewed_in_time", fragment)) == ["not-applicable"]


def test_a_removal_is_not_reviewed() -> None:
    assert outcomes(run("reviewed_in_time", listed("2026-03-01", kind="removal"))) == ["not-applicable"]


def test_a_new_listing_starts_the_time_anew() -> None:
    steps = [
        "event: designated, day: 2020-03-01",
        "event: revoked, day: 2021-03-01",
        "event: designated, day: 2026-03-01",
    ]

    [result] = run("reviewed_in_time", listed("2026-03-01", *steps, kind="redesignation"))

    assert ("pending", date(2027, 3, 1)) == (result.outcome, result.due)


def test_a_start_with_an_open_end_gives_no_last_day() -> None:
    [result] = run("reviewed_in_time", listed("after 2020", "event: designated, day: after 2020"))

    assert (result.outcome, result.due) == ("pending", None)
    assert result.message == "The next review is due every 12 months."


def test_a_log_without_days_is_left_to_other_checks() -> None:
    assert run("reviewed_in_time", "act: {kind: initial-designation, status: adopted}") == []
