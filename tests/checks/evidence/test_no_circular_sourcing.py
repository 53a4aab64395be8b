"""Exhibits do not draw on one another in a circle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from evidence_cases import exhibit
from support import outcomes, run

if TYPE_CHECKING:
    from sanctcheck.checks.base import Result


def circular(*exhibits: dict[str, Any]) -> list[Result]:
    return run("no_circular_sourcing", json.dumps({"exhibits": list(exhibits)}))


def test_a_circle_of_two_is_named_where_it_begins() -> None:
    (result,) = circular(exhibit("E0"), exhibit("E1", cites=["E0", "E2"]), exhibit("E2", cites=["E1"]))

    assert result.outcome == "not-met"
    assert result.path == ("exhibits", 1, "cites")
    assert [path for path, _ in result.relied_on] == [("exhibits", 2, "cites")]
    assert result.message == "Exhibits rest on one another in a circle: E1 → E2 → E1."


def test_an_exhibit_that_cites_itself_is_a_circle() -> None:
    (result,) = circular(exhibit("E1", cites=["E1"]))

    assert result.outcome == "not-met"
    assert result.message.endswith("E1 → E1.")


def test_each_circle_has_one_result() -> None:
    results = circular(
        exhibit("E1", cites=["E2"]),
        exhibit("E2", cites=["E1"]),
        exhibit("E3", cites=["E4", "E1"]),
        exhibit("E4", cites=["E3"]),
    )

    assert outcomes(results) == ["not-met", "not-met"]
    assert [result.path for result in results] == [("exhibits", 0, "cites"), ("exhibits", 2, "cites")]


def test_citations_without_a_circle_are_met_and_named() -> None:
    (result,) = circular(exhibit("E1", cites=["E2", "E3"]), exhibit("E2", cites=["E3"]), exhibit("E3"))

    assert result.outcome == "met"
    assert [path for path, _ in result.relied_on] == [("exhibits", 0, "cites"), ("exhibits", 1, "cites")]


def test_exhibits_that_cite_nothing_are_nothing_to_look_at() -> None:
    assert outcomes(circular(exhibit("E1"), exhibit("E2", cites=["gone"]))) == ["not-applicable"]


def test_a_circle_among_exhibits_against_the_allegation_is_a_circle_too() -> None:
    results = circular(
        exhibit("E1", cites=["E2"], bearing="against"), exhibit("E2", cites=["E1"], bearing="against")
    )

    assert outcomes(results) == ["not-met"]


def test_a_circle_of_two_thousand_exhibits_is_told_in_a_short_message() -> None:
    many = [exhibit(f"E{number}", cites=[f"E{(number + 1) % 2000}"]) for number in range(2000)]

    (result,) = circular(*many)

    assert result.outcome == "not-met"
    assert len(result.message) < 200
