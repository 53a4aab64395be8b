from __future__ import annotations

import pytest
from support import outcomes, run

from sanctcheck.checks.base import met, not_met, not_shown

NAME = "expiry_stated"
PATH = ("review", "expires")
SILENT = not_shown("The dossier does not say on which day the listing lapses unless it is renewed.", PATH)
YEAR = {"number": 12, "unit": "months"}


@pytest.mark.parametrize(
    "fragment",
    ["", "review: {by: The Minister}", "review: {expires: unknown}", "review: {expires: after 2027-03-01}"],
)
def test_a_listing_without_a_known_end_has_no_expiry(fragment: str) -> None:
    assert run(NAME, fragment) == [SILENT]


def test_any_day_will_do_where_the_law_sets_no_longest_time() -> None:
    expected = [met("The listing expires on 2046-03-01 unless it is renewed.", PATH)]

    assert expected == run(NAME, "review: {expires: 2046-03-01}")


def test_the_last_day_that_the_law_allows_is_in_time() -> None:
    assert outcomes(run(NAME, "review: {expires: 2027-03-01}", at_most=YEAR)) == ["met"]


def test_the_day_after_the_last_day_is_too_late() -> None:
    expected = [
        not_met(
            "The listing is to expire on 2027-03-02; under the law it can run to 2027-03-01 at most.",
            PATH,
            (("act",), "the time runs from the act"),
        )
    ]

    assert expected == run(NAME, "review: {expires: 2027-03-02}", at_most=YEAR)


@pytest.mark.parametrize(
    ("expires", "outcome"), [("2027-03", "met"), ("2027-04", "not-met"), ("before 2030", "met")]
)
def test_a_partial_day_is_too_late_only_where_it_surely_is(expires: str, outcome: str) -> None:
    assert outcomes(run(NAME, f"review: {{expires: {expires}}}", at_most=YEAR)) == [outcome]


def test_a_partial_day_of_the_act_gives_its_latest_day_the_benefit() -> None:
    fragment = """
    act: {kind: initial-designation, status: adopted, day: 2026-03}
    review: {expires: 2027-03-31}
    """

    assert outcomes(run(NAME, fragment, at_most=YEAR)) == ["met"]


def test_without_the_day_of_the_act_no_run_is_too_long() -> None:
    fragment = """
    act: {kind: initial-designation, status: adopted}
    review: {expires: 2046-03-01}
    """

    assert outcomes(run(NAME, fragment, at_most=YEAR)) == ["met"]
