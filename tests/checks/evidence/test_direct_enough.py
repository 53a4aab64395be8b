"""Some of the evidence is near to the facts."""

from __future__ import annotations

import pytest
from evidence_cases import case, exhibit
from support import outcomes, run


@pytest.mark.parametrize("near", ["first-hand", "second-hand"])
def test_one_exhibit_near_to_the_facts_is_enough(near: str) -> None:
    (result,) = run(
        "direct_enough", case(exhibit("E1", directness="hearsay"), exhibit("E2", directness=near))
    )

    assert result.outcome == "met"
    assert result.path == ("exhibits", 1, "directness")
    assert len(result.relied_on) == 1


def test_evidence_that_is_all_stated_to_be_remote_shows_the_contrary() -> None:
    (result,) = run(
        "direct_enough", case(exhibit("E1", directness="hearsay"), exhibit("E2", directness="belief"))
    )

    assert result.outcome == "not-met"
    assert result.path == ("allegations", 0)
    assert result.message == (
        "All evidence for allegation A1 is hearsay and belief. Expected: at least one first-hand or second-hand."
    )


def test_evidence_that_does_not_say_how_direct_it_is_is_not_shown() -> None:
    (result,) = run("direct_enough", case(exhibit("E1")))

    assert result.outcome == "not-shown"
    assert result.path == ("allegations", 0)


def test_one_silent_exhibit_beside_hearsay_does_not_show_the_contrary() -> None:
    assert outcomes(run("direct_enough", case(exhibit("E1"), exhibit("E2", directness="hearsay")))) == [
        "not-shown"
    ]


def test_an_exhibit_that_carries_nothing_does_not_count() -> None:
    fragment = case(exhibit("E1", directness="hearsay"), others=[exhibit("E2", directness="first-hand")])

    assert outcomes(run("direct_enough", fragment)) == ["not-met"]


def test_what_is_accepted_is_the_regime_s_own() -> None:
    told = case(exhibit("E1", directness="hearsay"))

    assert outcomes(run("direct_enough", told, accept=["hearsay"])) == ["met"]
    assert outcomes(
        run("direct_enough", case(exhibit("E1", directness="second-hand")), accept=["first-hand"])
    ) == ["not-met"]
