"""What is said to be so now is carried by recent evidence. The act of the neutral dossier is of 2026-03-01."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_cases import case, exhibit
from hypothesis import given, settings
from hypothesis import strategies as st
from support import outcomes, run

OLD = {"published": "2015-02-01"}
YEARS = st.integers(1990, 2026)


def asked(standing: str | None = None, basis: str = "post", **fields: Any) -> list[str]:
    said: dict[str, Any] = {"standing": standing} if standing else {}
    return outcomes(run("evidence_current", case(exhibit("E1", **OLD), basis=basis, **said, **fields)))


def reaching(**fields: Any) -> str:
    (found,) = outcomes(run("evidence_current", case(exhibit("E1", **fields), basis="post")))
    return found


def test_evidence_from_before_the_period_is_not_shown_at_the_allegation() -> None:
    (result,) = run("evidence_current", case(exhibit("E1", **OLD), basis="post"))

    assert result.outcome == "not-shown"
    assert result.path == ("allegations", 0)
    assert result.message == (
        "Allegation A1 is of something that lasts, and no exhibit that carries it reaches to 2023-03-01 or later "
        "(3 years before the act)."
    )


def test_the_first_day_of_the_period_is_recent_and_the_day_before_is_not() -> None:
    assert reaching(published="2023-03-01") == "met"
    assert reaching(published="2023-02-28") == "not-shown"


def test_one_recent_exhibit_is_enough_and_is_named() -> None:
    (result,) = run(
        "evidence_current", case(exhibit("E1", **OLD), exhibit("E2", published="2025"), basis="post")
    )

    assert result.outcome == "met"
    assert [path for path, _ in result.relied_on] == [("exhibits", 1)]


@pytest.mark.parametrize("basis", ["post", "ownership", "control", "membership", "association", "benefit"])
def test_a_tie_that_lasts_is_asked_for_recent_evidence(basis: str) -> None:
    assert asked(basis=basis) == ["not-shown"]
    assert asked("unknown", basis=basis) == ["not-shown"]
    assert asked("current", basis=basis) == ["not-shown"]


@pytest.mark.parametrize("basis", ["post", "own-conduct"])
def test_what_is_said_to_be_past_is_not_asked_for_recent_evidence(basis: str) -> None:
    assert asked("past", basis=basis) == []


def test_own_conduct_is_asked_only_where_it_is_said_to_be_current() -> None:
    assert asked(basis="own-conduct") == []
    assert asked("unknown", basis="own-conduct") == []
    assert asked("current", basis="own-conduct") == ["not-shown"]


def test_the_bases_are_the_regime_s_own() -> None:
    assert (
        outcomes(run("evidence_current", case(exhibit("E1", **OLD), basis="post"), bases=["control"])) == []
    )


@pytest.mark.parametrize(
    ("standing", "expected"), [("past", []), ("current", ["not-shown"]), (None, ["not-shown"])]
)
def test_the_standing_of_the_tie_counts_where_the_allegation_states_none(
    standing: str | None, expected: list[str]
) -> None:
    tie: dict[str, Any] = {"id": "R1", "to": "Another", "kind": "ownership"}
    target = {
        "type": "person",
        "names": [{"name": "Example Person"}],
        "relationships": [{**tie, "standing": standing} if standing else tie],
    }

    assert asked(basis="ownership", relationship="R1", top={"target": target}) == expected
    assert asked("current", basis="ownership", relationship="R1", top={"target": target}) == ["not-shown"]


def test_the_end_of_what_an_exhibit_covers_counts_before_its_publication() -> None:
    assert reaching(published="2025-01-01", covers={"since": "2010", "until": "2012"}) == "not-shown"
    assert reaching(published="2015-01-01", covers={"until": "2025"}) == "met"


def test_without_an_end_the_later_of_publication_and_beginning_counts() -> None:
    assert reaching(published="2025-01-01", covers={"since": "2010"}) == "met"
    assert reaching(published="2015-01-01", covers={"since": "2025"}) == "met"
    assert reaching(published="2025-01-01", covers={"since": "2010", "until": "unknown"}) == "met"
    assert reaching(covers={"since": "2010"}) == "not-shown"


def test_an_exhibit_without_any_day_does_not_reach_to_the_act() -> None:
    assert reaching() == "not-shown"
    assert reaching(published="unknown") == "not-shown"


def test_a_partial_day_that_may_lie_within_the_period_is_not_held_against_it() -> None:
    assert reaching(published="2023") == "met"
    assert reaching(published="2022") == "not-shown"
    assert reaching(published="after 2010") == "met"


def test_a_partial_day_of_the_act_is_not_held_against_the_evidence() -> None:
    def on(day: str, published: str) -> list[str]:
        act = {"kind": "renewal", "status": "adopted", "day": day}
        return outcomes(
            run("evidence_current", case(exhibit("E1", published=published), basis="post", top={"act": act}))
        )

    assert on("2026", "2023-01-01") == ["met"]
    assert on("2026", "2022-12-31") == ["not-shown"]
    assert on("before 2026", "1990") == ["met"]


def test_a_proposal_is_measured_on_the_day_of_the_assessment() -> None:
    act = {"kind": "initial-designation", "status": "proposed"}

    (result,) = run(
        "evidence_current", case(exhibit("E1", published="2023-05-31"), basis="post", top={"act": act})
    )

    assert result.outcome == "not-shown"
    assert "2023-06-01" in result.message


def test_the_age_is_the_regime_s_own() -> None:
    fragment = case(exhibit("E1", published="2025-12-01"), basis="post")

    assert outcomes(run("evidence_current", fragment, max_age={"number": "30", "unit": "days"})) == [
        "not-shown"
    ]
    assert outcomes(run("evidence_current", fragment, max_age={"number": "9000", "unit": "years"})) == ["met"]


@settings(max_examples=40)
@given(st.lists(YEARS, min_size=1, max_size=4), YEARS)
def test_another_exhibit_never_makes_it_worse(years: list[int], added: int) -> None:
    def recent(published: list[int]) -> bool:
        exhibits = [exhibit(f"E{index}", published=str(year)) for index, year in enumerate(published)]
        return outcomes(run("evidence_current", case(*exhibits, basis="post"))) == ["met"]

    assert recent([*years, added]) == (recent(years) or recent([added]))
