"""Sources are graded."""

from __future__ import annotations

import json

from evidence_cases import allegation, case, exhibit
from support import outcomes, run


def test_an_exhibit_with_a_grade_is_met_at_the_grade() -> None:
    (result,) = run("sources_graded", case(exhibit("E1", grade="B2")))

    assert result.outcome == "met"
    assert result.path == ("exhibits", 0, "grade")
    assert result.message == "Exhibit E1 is graded B2."


def test_an_exhibit_without_a_grade_is_not_shown() -> None:
    results = run("sources_graded", case(exhibit("E1", grade="B2"), exhibit("E2")))

    assert outcomes(results) == ["met", "not-shown"]
    assert results[1].path == ("exhibits", 1)


def test_an_exhibit_that_carries_two_allegations_is_reported_once() -> None:
    alleged = [allegation(["E1"]), allegation(["E1"], id="A2")]

    results = run("sources_graded", json.dumps({"allegations": alleged, "exhibits": [exhibit("E1")]}))

    assert outcomes(results) == ["not-shown"]


def test_an_exhibit_that_carries_nothing_needs_no_grade() -> None:
    assert run("sources_graded", case(exhibit("E1", bearing="against"), others=[exhibit("E2")])) == []
