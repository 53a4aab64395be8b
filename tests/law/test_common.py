"""The draft of a collective standard: it speaks on every standard, once, and its parts say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sanctcheck.law.load import packaged_law

if TYPE_CHECKING:
    from sanctcheck.law.model import Criterion
    from sanctcheck.law.position import Position

LAW = packaged_law()
DRAFT = LAW.regime("common").regime
POSITIONS = {name: position for position in DRAFT.positions for name in position.standards}
RULES = {rule.id: rule for rule in DRAFT.rules}
NO_LAW = {"proposal", "practice"}


def test_the_draft_takes_a_position_on_every_standard_in_the_order_of_the_list() -> None:
    stated = [name for position in DRAFT.positions for name in position.standards]

    assert list(LAW.standards) == stated


@pytest.mark.parametrize("name", POSITIONS)
def test_a_position_states_its_level_in_words_and_where_states_differ(name: str) -> None:
    position = POSITIONS[name]

    assert position.answer in {"yes", "partial", "no"}
    assert position.detail
    assert position.note


@pytest.mark.parametrize("criterion", DRAFT.criteria, ids=lambda criterion: criterion.id)
def test_a_criterion_tests_a_standard_for_which_the_draft_asks(criterion: Criterion) -> None:
    assert POSITIONS[criterion.standard].answer != "no"


@pytest.mark.parametrize("criterion", DRAFT.criteria, ids=lambda criterion: criterion.id)
def test_a_period_of_a_criterion_is_that_of_the_position(criterion: Criterion) -> None:
    stated = POSITIONS[criterion.standard].period
    expected = {(stated.number, stated.unit)} if stated else set()

    assert expected >= _periods(criterion.with_)


def test_no_position_rests_on_an_absence() -> None:
    """A draft proposes; what stands nowhere is cited as a proposal or as practice, and never as no rule."""
    cited = {position.provision.instrument for position in DRAFT.positions}

    assert cited <= set(DRAFT.instruments)


@pytest.mark.parametrize("position", DRAFT.positions, ids=lambda position: position.standards[0])
def test_a_position_that_no_law_asks_for_is_not_marked_as_read(position: Position) -> None:
    if position.provision.instrument in NO_LAW:
        assert position.verified != "text"


def test_each_ground_for_lifting_that_a_dossier_states_has_a_rule_with_its_norm() -> None:
    (criterion,) = (each for each in DRAFT.criteria if each.id == "lifting-conditions")
    rules = {
        "mistaken-identity": "lifted-mistaken-identity",
        "insufficient-basis": "lifted-no-basis",
        "prosecuted": "lifted-prosecuted",
        "remedied": "lifted-remedied",
        "changed-conduct": "lifted-changed-conduct",
        "death-or-dissolution": "lifted-death-or-dissolution",
        "disproportionate": "lifted-disproportionate",
    }

    assert list(rules) == criterion.with_["grounds"]
    assert {"removal"} == {RULES[rule].kind for rule in rules.values()}


def test_the_stages_of_the_ombudsperson_have_typed_time_limits() -> None:
    stages = {
        "ombudsperson-gathers": (4, "months"),
        "ombudsperson-hears": (2, "months"),
        "recommendation-considered": (30, "days"),
        "recommendation-stands": (60, "days"),
        "reasons-to-petitioner": (20, "days"),
    }

    limits = {stage: limit for stage in stages if (limit := RULES[stage].limit)}

    assert stages == {stage: (limit.number, limit.unit) for stage, limit in limits.items()}


def _periods(parameters: Any) -> set[tuple[int, str]]:
    """Every period among the parameters of a check, however deep."""
    if not isinstance(parameters, dict):
        return set()
    if set(parameters) == {"number", "unit"}:
        return {(parameters["number"], parameters["unit"])}
    return set().union(*(_periods(part) for part in parameters.values()))
