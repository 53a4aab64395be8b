"""The right standard of proof was applied, and the dossier says why it is reached."""

from __future__ import annotations

import pytest
from support import EXAMPLE_REGIME, outcomes, regime, run


def basis(fields: str) -> str:
    return f"legal_basis: [{{regime: example, {fields}}}]"


REACHED = "standard_met_because: Two witnesses agree."


@pytest.mark.parametrize("term", ["reasonable grounds to suspect", '"Reasonable grounds, to suspect."'])
def test_the_regime_s_standard_is_met_whatever_its_case_and_punctuation(term: str) -> None:
    results = run("standard_of_proof_applied", basis(f"standard_of_proof: {term}, {REACHED}"))

    assert outcomes(results) == ["met", "met"]
    assert results[0].path == ("legal_basis", 0, "standard_of_proof")
    assert results[1].path == ("legal_basis", 0, "standard_met_because")


@pytest.mark.parametrize("term", ["credible evidence", "no reasonable grounds to suspect"])
def test_another_standard_is_not_met(term: str) -> None:
    results = run("standard_of_proof_applied", basis(f"standard_of_proof: {term}, {REACHED}"))

    assert outcomes(results) == ["not-met", "met"]
    assert results[0].path == ("legal_basis", 0, "standard_of_proof")
    assert results[0].message.endswith("Expected: “reasonable grounds to suspect”.")


def test_no_standard_is_not_shown() -> None:
    results = run("standard_of_proof_applied", basis(REACHED))

    assert outcomes(results) == ["not-shown", "met"]
    assert results[0].path == ("legal_basis", 0)


def test_no_word_on_why_it_is_reached_is_not_shown() -> None:
    results = run("standard_of_proof_applied", basis("standard_of_proof: reasonable grounds to suspect"))

    assert outcomes(results) == ["met", "not-shown"]


def test_a_standard_that_is_not_in_force_on_the_day_is_not_expected() -> None:
    later = EXAMPLE_REGIME.replace(
        "{instrument: act, at: s. 3}", "{instrument: act, at: s. 3}\n    in_force: {from: 2030-01-01}"
    )

    results = run("standard_of_proof_applied", basis(REACHED), under=regime(later))

    assert outcomes(results) == ["met"]


def test_a_missing_legal_basis_is_left_to_another_check() -> None:
    assert run("standard_of_proof_applied", "legal_basis: []") == []
