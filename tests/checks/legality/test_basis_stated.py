"""The legal basis is stated."""

from __future__ import annotations

from support import run


def test_a_basis_with_its_instrument_is_met() -> None:
    (result,) = run("basis_stated", "legal_basis: [{regime: example, instrument: Example Act}]")

    assert result.outcome == "met"
    assert result.path == ("legal_basis", 0, "instrument")


def test_a_basis_without_instrument_is_not_shown() -> None:
    (result,) = run("basis_stated")

    assert result.outcome == "not-shown"
    assert result.path == ("legal_basis", 0)


def test_a_basis_under_another_regime_is_none_under_this() -> None:
    (result,) = run("basis_stated", "legal_basis: [{regime: other, instrument: Other Act}]")

    assert result.outcome == "not-shown"
    assert result.path == ("legal_basis",)
    assert result.message == "The dossier states no legal basis under An example regime."
