"""The power was weighed, and not only found to exist."""

from __future__ import annotations

from support import run


def test_a_stated_discretion_is_met() -> None:
    (result,) = run("discretion_exercised", "legal_basis: [{regime: example, discretion: Still in command.}]")

    assert result.outcome == "met"
    assert result.path == ("legal_basis", 0, "discretion")


def test_silence_on_the_discretion_is_not_shown() -> None:
    (result,) = run("discretion_exercised")

    assert result.outcome == "not-shown"
    assert result.path == ("legal_basis", 0)


def test_a_missing_legal_basis_is_left_to_another_check() -> None:
    assert run("discretion_exercised", "legal_basis: []") == []
