from __future__ import annotations

import pytest
from support import outcomes, run


@pytest.mark.parametrize("fragment", ["", "review: {by: the ministry}"])
def test_silence_about_reviews_is_not_shown(fragment: str) -> None:
    [result] = run("review_planned", fragment)

    assert (result.outcome, result.path) == ("not-shown", ("review",))


@pytest.mark.parametrize(
    ("number", "unit", "outcome"),
    [
        (6, "months", "met"),
        (12, "months", "met"),
        (1, "years", "met"),
        (365, "days", "met"),
        (366, "days", "met"),
        (367, "days", "not-met"),
        (13, "months", "not-met"),
        (2, "years", "not-met"),
    ],
)
def test_the_interval_may_not_surely_be_longer_than_the_law_allows(
    number: int, unit: str, outcome: str
) -> None:
    fragment = f"review: {{interval: {{number: {number}, unit: {unit}}}}}"

    [result] = run("review_planned", fragment, at_least_every={"number": 12, "unit": "months"})

    assert (outcome, ("review", "interval")) == (result.outcome, result.path)


def test_any_interval_will_do_where_the_law_sets_none() -> None:
    assert outcomes(run("review_planned", "review: {interval: {number: 9, unit: years}}")) == ["met"]
