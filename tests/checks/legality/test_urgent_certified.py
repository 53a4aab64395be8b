"""An urgent listing was certified in time, or came to its end.

The act is of 1 March 2026: the first period ends on 26 April, the second on 21 June.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from support import outcomes, run

if TYPE_CHECKING:
    from sanctcheck.checks.base import Result

FIRST_END, SECOND_END = date(2026, 4, 26), date(2026, 6, 21)
B_AND_C = "{event: certified, day: 2026-04-20, outcome: Conditions B and C are met still}"


def urgent(*steps: str, as_of: date = date(2026, 6, 1), act: str = "") -> list[Result]:
    basis = "legal_basis: [{regime: example, procedure: urgent}]\n"
    return run("urgent_certified", f"{act}{basis}process: [{', '.join(steps)}]", as_of=as_of)


@pytest.mark.parametrize("day", ["2026-03-02", "2026-04-26", "2026-04", "2026"])
def test_a_certificate_that_can_be_of_the_first_period_is_met(day: str) -> None:
    (result,) = urgent("{event: designated, day: 2026-03-01}", f"{{event: certified, day: {day}}}")

    assert result.outcome == "met"
    assert result.path == ("process", 1)


def test_a_certificate_on_the_day_after_the_period_is_not_met() -> None:
    (result,) = urgent("{event: certified, day: 2026-04-27}")

    assert result.outcome == "not-met"
    assert result.path == ("process", 0, "day")
    assert "2026-04-26" in result.message


def test_on_the_last_day_of_the_period_the_certificate_is_pending() -> None:
    (result,) = urgent(as_of=FIRST_END)

    assert result.outcome == "pending"
    assert result.due == FIRST_END


def test_after_the_period_a_log_that_is_silent_is_not_shown() -> None:
    (result,) = urgent(as_of=date(2026, 4, 27))

    assert result.outcome == "not-shown"
    assert result.path == ("process",)


@pytest.mark.parametrize("end", ["lapsed", "revoked"])
def test_a_listing_that_came_to_its_end_needs_no_certificate(end: str) -> None:
    (result,) = urgent(f"{{event: {end}, day: 2026-04-27}}")

    assert result.outcome == "met"
    assert result.path == ("process", 0)


def test_a_certificate_without_a_day_is_not_shown() -> None:
    (result,) = urgent("{event: certified}")

    assert result.outcome == "not-shown"
    assert result.path == ("process", 0)


def test_a_certificate_of_b_and_c_opens_the_second_period() -> None:
    results = urgent(B_AND_C, as_of=SECOND_END)

    assert outcomes(results) == ["met", "pending"]
    assert results[1].due == SECOND_END


def test_the_second_certificate_in_time_is_met() -> None:
    results = urgent(B_AND_C, "{event: certified, day: 2026-06-21, outcome: Condition A is met}")

    assert outcomes(results) == ["met", "met"]
    assert results[1].path == ("process", 1)


def test_the_second_certificate_too_late_is_not_met() -> None:
    results = urgent(B_AND_C, "{event: certified, day: 2026-06-22}", as_of=date(2026, 7, 1))

    assert outcomes(results) == ["met", "not-met"]
    assert results[1].path == ("process", 1, "day")


def test_another_certificate_of_b_and_c_does_not_save_the_listing() -> None:
    again = "{event: certified, day: 2026-06-01, outcome: Conditions B and C are met still}"

    assert outcomes(urgent(B_AND_C, again, as_of=date(2026, 7, 1))) == ["met", "not-shown"]


def test_a_second_certificate_of_a_that_recalls_b_and_c_is_met() -> None:
    of_a = "{event: certified, day: 2026-06-01, outcome: Condition A is met; B and C were certified before}"

    assert outcomes(urgent(B_AND_C, of_a, as_of=date(2026, 7, 1))) == ["met", "met"]


def test_after_the_second_period_a_log_that_is_silent_is_not_shown() -> None:
    assert outcomes(urgent(B_AND_C, as_of=date(2026, 6, 22))) == ["met", "not-shown"]


def test_a_listing_that_lapsed_in_the_second_period_is_met() -> None:
    assert outcomes(urgent(B_AND_C, "{event: lapsed, day: 2026-06-22}", as_of=date(2026, 7, 1))) == [
        "met",
        "met",
    ]


def test_the_period_runs_from_the_step_of_the_listing() -> None:
    (result,) = urgent("{event: designated, day: 2026-03-05}", as_of=date(2026, 4, 30))

    assert result.due == date(2026, 4, 30)


def test_without_a_day_of_the_act_the_period_cannot_be_seen() -> None:
    (result,) = urgent(act="act: {kind: initial-designation, status: adopted}\n")

    assert result.outcome == "not-shown"
    assert result.path == ("act",)


def test_before_the_act_is_adopted_the_certificate_is_pending() -> None:
    assert outcomes(urgent(act="act: {kind: initial-designation, status: proposed}\n")) == ["pending"]


def test_the_standard_procedure_needs_no_certificate() -> None:
    assert run("urgent_certified") == []
    assert run("urgent_certified", "legal_basis: []") == []


def test_the_periods_are_parameters() -> None:
    basis = "legal_basis: [{regime: example, procedure: urgent}]\n"
    month = {"number": 1, "unit": "months"}
    (result,) = run("urgent_certified", basis, as_of=date(2026, 3, 15), first=month)

    assert result.due == date(2026, 4, 1)


def test_a_late_certificate_opens_no_second_period() -> None:
    late = B_AND_C.replace("2026-04-20", "2026-04-27")

    assert outcomes(urgent(late, as_of=date(2026, 8, 1))) == ["not-met"]


def test_a_certificate_in_time_counts_wherever_it_stands_in_the_log() -> None:
    (result,) = urgent("{event: certified, day: 2026-05-30}", "{event: certified, day: 2026-04-20}")

    assert result.outcome == "met"
    assert result.path == ("process", 1)


@pytest.mark.parametrize(
    "step",
    [
        "{event: certified, day: 2026-02-20}",
        "{event: revoked, day: 2026-02-20}",
        "{event: certified, day: 2026-04-20, not_possible_because: No material came.}",
    ],
)
def test_steps_older_than_the_listing_or_not_taken_do_not_count(step: str) -> None:
    assert outcomes(urgent(step)) == ["not-shown"]


def test_an_earlier_listing_starts_no_period() -> None:
    steps = ("{event: designated, day: 2024-05-06}", "{event: designated, day: 2026-03-02}")

    (result,) = urgent(*steps, as_of=date(2026, 4, 1))

    assert result.due == date(2026, 4, 27)


def test_a_partial_day_of_the_act_gives_no_due_date() -> None:
    act = "act: {kind: initial-designation, status: adopted, day: 2026-03}\n"

    (result,) = urgent(act=act, as_of=date(2026, 5, 26))

    assert (result.outcome, result.due) == ("pending", None)


def test_a_day_of_the_act_without_an_end_gives_no_period() -> None:
    act = "act: {kind: initial-designation, status: adopted, day: after 2026-03-01}\n"

    assert outcomes(urgent(act=act)) == ["not-shown"]
