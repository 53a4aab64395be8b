"""A decision of a court or authority that the law asks for is there."""

from __future__ import annotations

import pytest
from support import outcomes, run

CONVICTION = "{authority: Court, kind: conviction, day: 2024-05-06}"


def basis(*decisions: str) -> str:
    return f"legal_basis: [{{regime: example, prior_decisions: [{', '.join(decisions)}]}}]\n"


def test_a_decision_of_the_kind_is_met() -> None:
    (result,) = run("prior_decision_of_kind", basis(CONVICTION), kinds=["prosecution", "conviction"])

    assert result.outcome == "met"
    assert result.path == ("legal_basis", 0, "prior_decisions", 0)


def test_any_decision_is_met_where_no_kind_is_asked_for() -> None:
    assert outcomes(run("prior_decision_of_kind", basis(CONVICTION))) == ["met"]


def test_only_other_decisions_are_not_met() -> None:
    (result,) = run("prior_decision_of_kind", basis(CONVICTION), kinds=["asylum"])

    assert result.outcome == "not-met"
    assert result.path == ("legal_basis", 0, "prior_decisions", 0, "kind")
    assert result.message == "The prior decisions are of the kind conviction. Expected: asylum."


@pytest.mark.parametrize("kinds", [[], ["conviction"]])
def test_no_decision_is_not_shown(kinds: list[str]) -> None:
    (result,) = run("prior_decision_of_kind", kinds=kinds)

    assert result.outcome == "not-shown"
    assert result.path == ("legal_basis", 0)


def test_a_decision_that_stands_no_longer_is_not_met() -> None:
    (result,) = run("prior_decision_of_kind", basis(CONVICTION.replace("}", ", in_force: false}")))

    assert result.outcome == "not-met"
    assert result.path == ("legal_basis", 0, "prior_decisions", 0, "in_force")


def test_a_decision_without_a_day_is_not_shown() -> None:
    (result,) = run("prior_decision_of_kind", basis("{authority: Court, kind: conviction}"))

    assert result.outcome == "not-shown"
    assert result.path == ("legal_basis", 0, "prior_decisions", 0)


def test_a_decision_after_the_act_is_not_met() -> None:
    (result,) = run("prior_decision_of_kind", basis(CONVICTION.replace("2024-05-06", "2026-03-02")))

    assert result.outcome == "not-met"
    assert result.path == ("legal_basis", 0, "prior_decisions", 0, "day")


def test_a_decision_that_can_be_of_the_day_of_the_act_is_met() -> None:
    assert outcomes(run("prior_decision_of_kind", basis(CONVICTION.replace("2024-05-06", "2026-03")))) == [
        "met"
    ]


def test_a_proposed_act_without_a_day_has_its_decisions_before_it() -> None:
    act = "act: {kind: initial-designation, status: proposed}\n"

    assert outcomes(run("prior_decision_of_kind", act + basis(CONVICTION))) == ["met"]


def test_one_good_decision_among_others_suffices() -> None:
    (result,) = run("prior_decision_of_kind", basis("{authority: Court, kind: conviction}", CONVICTION))

    assert result.outcome == "met"
    assert result.path == ("legal_basis", 0, "prior_decisions", 1)


def test_a_missing_legal_basis_is_left_to_another_check() -> None:
    assert run("prior_decision_of_kind", "legal_basis: []") == []
