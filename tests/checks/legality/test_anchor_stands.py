"""Whoever the target is tied to stands on the list on the day of the act."""

from __future__ import annotations

import pytest
from support import outcomes, run


def case(tie: str, basis: str = "association", name: str = "relationship: R1") -> str:
    return f"""\
target: {{type: person, names: [{{name: E}}], relationships: [{{id: R1, to: Example Holding, kind: business{tie}}}]}}
allegations: [{{id: A1, summary: S., conduct: torture, basis: {basis}, {name}}}]
"""


@pytest.mark.parametrize("basis", ["association", "ownership", "control", "acting-for", "kinship", "benefit"])
def test_a_tie_to_somebody_who_is_not_listed_shows_the_contrary(basis: str) -> None:
    (result,) = run("anchor_stands", case(", listed: false", basis))

    assert result.outcome == "not-met"
    assert result.path == ("target", "relationships", 0, "listed")


@pytest.mark.parametrize("tie", ["", ", listed: true", ", listed: false, responsible: true"])
def test_a_tie_to_somebody_listed_or_responsible_or_of_whom_nothing_is_said_stands(tie: str) -> None:
    assert outcomes(run("anchor_stands", case(tie))) == ["met"]


@pytest.mark.parametrize(
    ("until", "outcome"),
    [("2026-02-28", "not-met"), ("2025", "not-met"), ("2026-03", "met"), ("2026-04-01", "met")],
)
def test_a_tie_that_ended_before_the_act_shows_the_contrary(until: str, outcome: str) -> None:
    assert outcomes(run("anchor_stands", case(f", listed: true, period: {{until: {until}}}"))) == [outcome]


def test_own_conduct_is_not_asked_about() -> None:
    assert run("anchor_stands", case(", listed: false", "own-conduct")) == []


def test_an_allegation_that_names_no_relationship_is_not_asked_about() -> None:
    assert run("anchor_stands", case(", listed: false", name="place: Prison 4")) == []


def test_the_bases_are_the_regime_s_own() -> None:
    assert run("anchor_stands", case(", listed: false", "benefit"), bases=["association"]) == []
