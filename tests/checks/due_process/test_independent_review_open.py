from __future__ import annotations

import pytest
from support import outcomes, run

PATH = ("delisting", "independent_reviewer")


@pytest.mark.parametrize("fragment", ["", "delisting: {body: the ministry}"])
def test_a_dossier_that_names_no_reviewer_is_not_shown(fragment: str) -> None:
    [result] = run("independent_review_open", fragment, sees_file=True, can_lift=True)

    assert (result.outcome, result.path) == ("not-shown", ("delisting",))


def test_a_reviewer_is_enough_where_no_power_is_asked_for() -> None:
    fragment = "delisting: {independent_reviewer: {body: Ombudsperson, sees_file: false}}"

    [result] = run("independent_review_open", fragment)

    assert (result.outcome, result.path) == ("met", PATH)


@pytest.mark.parametrize("power", ["sees_file", "can_lift"])
@pytest.mark.parametrize(
    ("stated", "outcome", "below"),
    [("true", "met", True), ("false", "not-met", True), (None, "not-shown", False)],
)
def test_each_power_that_is_asked_for_is_stated(
    power: str, stated: str | None, outcome: str, *, below: bool
) -> None:
    particulars = f", {power}: {stated}" if stated else ""
    fragment = f"delisting: {{independent_reviewer: {{body: Ombudsperson{particulars}}}}}"

    [named, result] = run(
        "independent_review_open", fragment, sees_file=power == "sees_file", can_lift=power == "can_lift"
    )

    assert named.outcome == "met"
    assert (outcome, (*PATH, power) if below else PATH) == (result.outcome, result.path)


def test_both_powers_can_be_asked_for() -> None:
    fragment = "delisting: {independent_reviewer: {body: Ombudsperson, sees_file: true, can_lift: false}}"

    assert outcomes(run("independent_review_open", fragment, sees_file=True, can_lift=True)) == [
        "met",
        "met",
        "not-met",
    ]
