"""Plain facts are checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support import outcomes, run

if TYPE_CHECKING:
    from sanctcheck.checks.base import Result


def checked(*facts: dict[str, Any]) -> list[Result]:
    stated = [{"claim": f"Fact {number}.", **fact} for number, fact in enumerate(facts)]
    return run("facts_checked", json.dumps({"stated_facts": stated}))


@pytest.mark.parametrize("fact", [{"checked": True}, {"checked": True, "correct": True}])
def test_a_fact_that_was_checked_is_met(fact: dict[str, Any]) -> None:
    (result,) = checked(fact)

    assert result.outcome == "met"
    assert result.path == ("stated_facts", 0)


@pytest.mark.parametrize("fact", [{}, {"checked": False}, {"correct": True}])
def test_a_fact_that_was_not_checked_is_not_shown(fact: dict[str, Any]) -> None:
    (result,) = checked(fact)

    assert result.outcome == "not-shown"
    assert result.path == ("stated_facts", 0)


@pytest.mark.parametrize("fact", [{"checked": True, "correct": False}, {"correct": False}])
def test_a_fact_that_was_found_wrong_shows_the_contrary(fact: dict[str, Any]) -> None:
    (result,) = checked(fact)

    assert result.outcome == "not-met"
    assert result.path == ("stated_facts", 0, "correct")
    assert result.message == "A stated fact was found to be wrong: “Fact 0.”."


def test_each_fact_has_its_own_result() -> None:
    assert outcomes(checked({"checked": True}, {}, {"checked": True, "correct": False})) == [
        "met",
        "not-shown",
        "not-met",
    ]


def test_a_dossier_that_states_no_facts_is_asked_nothing() -> None:
    assert outcomes(checked()) == ["not-applicable"]
