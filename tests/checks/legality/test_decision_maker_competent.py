"""The decision is taken by whom the law empowers."""

from __future__ import annotations

import pytest
from support import EXAMPLE_REGIME, regime, run


@pytest.mark.parametrize("name", ["Minister", "the minister", "Minister for Foreign Affairs"])
def test_the_regime_s_decision_maker_is_met(name: str) -> None:
    (result,) = run("decision_maker_competent", f"legal_basis: [{{regime: example, decision_maker: {name}}}]")

    assert result.outcome == "met"
    assert result.path == ("legal_basis", 0, "decision_maker")


@pytest.mark.parametrize("name", ["Head of Unit", "Administerial office", "Ministerial office"])
def test_another_decision_maker_is_not_met(name: str) -> None:
    (result,) = run("decision_maker_competent", f"legal_basis: [{{regime: example, decision_maker: {name}}}]")

    assert result.outcome == "not-met"
    assert result.path == ("legal_basis", 0, "decision_maker")
    assert result.message == f"The decision is taken by “{name}”. Expected: “Minister”."


def test_the_log_says_who_decided_where_the_basis_does_not() -> None:
    (result,) = run(
        "decision_maker_competent",
        "process: [{event: designated, by: Clerk}, {event: decided, by: Minister}]",
    )

    assert result.outcome == "met"
    assert result.path == ("process", 1, "by")


def test_the_basis_goes_before_the_log() -> None:
    basis = "legal_basis: [{regime: example, decision_maker: Clerk}]\n"
    (result,) = run("decision_maker_competent", basis + "process: [{event: decided, by: Minister}]")

    assert result.outcome == "not-met"


def test_nobody_named_is_not_shown() -> None:
    (result,) = run("decision_maker_competent", "process: [{event: decided}]")

    assert result.outcome == "not-shown"
    assert result.path == ("legal_basis", 0)


def test_a_missing_legal_basis_is_left_to_another_check() -> None:
    assert run("decision_maker_competent", "legal_basis: []\nprocess: [{event: decided, by: Clerk}]") == []


def test_a_regime_that_names_no_decision_maker_asks_for_none() -> None:
    later = regime(EXAMPLE_REGIME.replace("{who: Minister,", "{who: Minister, in_force: {from: 2030-01-01},"))

    assert run("decision_maker_competent", "process: [{event: decided, by: Clerk}]", under=later) == []
