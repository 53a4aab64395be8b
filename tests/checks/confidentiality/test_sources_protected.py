"""Witnesses and victims who speak are protected."""

from __future__ import annotations

import pytest
from support import outcomes, run

ASSESSED = "process: [{event: source-risk-assessed}]\n"


def statement(handling: str = "", kind: str = "witness-statement") -> str:
    how = f", handling: {{{handling}}}" if handling else ""
    return f"exhibits: [{{id: E1, title: T, kind: {kind}{how}}}]\n"


@pytest.mark.parametrize("kind", ["witness-statement", "victim-statement"])
def test_a_statement_without_handling_is_not_shown(kind: str) -> None:
    (result,) = run("sources_protected", statement(kind=kind))

    assert result.outcome == "not-shown"
    assert result.path == ("exhibits", 0)


@pytest.mark.parametrize("level", ["public", "official"])
def test_an_open_statement_needs_no_reason_and_no_assessment(level: str) -> None:
    (result,) = run("sources_protected", statement(f"level: {level}"))

    assert result.outcome == "met"
    assert result.path == ("exhibits", 0, "handling")


@pytest.mark.parametrize("level", ["restricted", "protected"])
def test_a_closed_statement_with_reason_and_assessment_is_met(level: str) -> None:
    results = run("sources_protected", ASSESSED + statement(f"level: {level}, because: Reprisals."))

    assert outcomes(results) == ["met", "met"]
    assert results[1].path == ("process", 0)


def test_a_closed_statement_without_a_reason_is_not_shown() -> None:
    results = run("sources_protected", ASSESSED + statement("level: restricted"))

    assert outcomes(results) == ["not-shown", "met"]
    assert results[0].path == ("exhibits", 0, "handling")


@pytest.mark.parametrize(
    "process", ["", "process: [{event: source-risk-assessed, not_possible_because: No time.}]\n"]
)
def test_a_closed_statement_without_an_assessment_is_not_shown(process: str) -> None:
    results = run("sources_protected", process + statement("level: protected, because: Reprisals."))

    assert outcomes(results) == ["met", "not-shown"]
    assert results[1].path == ("process",)
    assert results[1].relied_on == ((("exhibits", 0), "a protected statement"),)


def test_other_exhibits_are_not_asked_about() -> None:
    assert run("sources_protected", statement("level: protected", kind="intelligence")) == []
