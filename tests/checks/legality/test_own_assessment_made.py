"""The deciding authority tested the proposal itself."""

from __future__ import annotations

import pytest
from support import run

PROPOSED = "{event: proposed, by: Country desk}"


def process(*steps: str) -> str:
    return f"process: [{', '.join(steps)}]\n"


@pytest.mark.parametrize("day", ["2026-02-10", "2026-03-01", "2026-03", "2026"])
def test_an_assessment_that_can_be_of_the_day_of_the_act_or_before_is_met(day: str) -> None:
    (result,) = run(
        "own_assessment_made", process(PROPOSED, f"{{event: own-assessment, day: {day}, by: Unit}}")
    )

    assert result.outcome == "met"
    assert result.path == ("process", 1)


def test_an_assessment_after_the_act_is_not_met() -> None:
    (result,) = run("own_assessment_made", process("{event: own-assessment, day: 2026-03-02, by: Unit}"))

    assert result.outcome == "not-met"
    assert result.path == ("process", 0, "day")


def test_no_assessment_is_not_shown() -> None:
    (result,) = run("own_assessment_made", process(PROPOSED))

    assert result.outcome == "not-shown"
    assert result.path == ("process",)


def test_an_assessment_that_could_not_be_made_does_not_count() -> None:
    step = "{event: own-assessment, day: 2026-02-10, not_possible_because: No time.}"
    (result,) = run("own_assessment_made", process(step))

    assert result.outcome == "not-shown"
    assert result.path == ("process",)


def test_an_assessment_without_a_day_is_not_shown() -> None:
    (result,) = run("own_assessment_made", process("{event: own-assessment, by: Unit}"))

    assert result.outcome == "not-shown"
    assert result.path == ("process", 0)


def test_an_assessment_by_whoever_proposed_is_not_met() -> None:
    (result,) = run(
        "own_assessment_made", process(PROPOSED, "{event: own-assessment, day: 2026-02, by: country desk}")
    )

    assert result.outcome == "not-met"
    assert result.path == ("process", 1, "by")


def test_an_assessment_by_nobody_is_not_shown_where_somebody_proposed() -> None:
    (result,) = run("own_assessment_made", process(PROPOSED, "{event: own-assessment, day: 2026-02-10}"))

    assert result.outcome == "not-shown"
    assert result.path == ("process", 1)


def test_a_proposal_by_nobody_known_stands_against_no_assessment() -> None:
    (result,) = run(
        "own_assessment_made", process("{event: proposed}", "{event: own-assessment, day: 2026-02-10}")
    )

    assert result.outcome == "met"


def test_one_good_assessment_among_others_suffices() -> None:
    late = "{event: own-assessment, day: 2026-03-05, by: Unit}"
    (result,) = run(
        "own_assessment_made", process(late, "{event: own-assessment, day: 2026-02-10, by: Unit}")
    )

    assert result.outcome == "met"
    assert result.path == ("process", 1)


def test_a_proposed_act_needs_it_too() -> None:
    act = "act: {kind: initial-designation, status: proposed}\n"

    (without,) = run("own_assessment_made", act)
    (with_it,) = run("own_assessment_made", act + process("{event: own-assessment, day: 2026-05-10}"))

    assert (without.outcome, with_it.outcome) == ("not-shown", "met")
