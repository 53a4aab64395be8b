"""The conditions of the urgent procedure are set out."""

from __future__ import annotations

import pytest
from support import outcomes, run

CONDITIONS = {"corresponding_listing": "Annex I", "urgent_because": "Assets are moved."}


def basis(procedure: str, *fields: str) -> str:
    stated = "".join(f", {field}: {CONDITIONS[field]}" for field in fields)
    return f"legal_basis: [{{regime: example, procedure: {procedure}{stated}}}]"


def test_both_conditions_stated_are_met() -> None:
    results = run("urgent_conditions_met", basis("urgent", *CONDITIONS))

    assert outcomes(results) == ["met", "met"]
    assert [result.path[-1] for result in results] == list(CONDITIONS)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("urgent_because", ["not-shown", "met"]), ("corresponding_listing", ["met", "not-shown"])],
)
def test_a_condition_that_is_missing_is_not_shown(stated: str, expected: list[str]) -> None:
    results = run("urgent_conditions_met", basis("urgent", stated))

    assert outcomes(results) == expected
    assert [result.path for result in results if result.outcome == "not-shown"] == [("legal_basis", 0)]


def test_the_standard_procedure_has_no_such_conditions() -> None:
    assert run("urgent_conditions_met", basis("standard")) == []
    assert run("urgent_conditions_met") == []


def test_a_missing_legal_basis_is_left_to_another_check() -> None:
    assert run("urgent_conditions_met", "legal_basis: []") == []
