"""What speaks for the target is weighed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from evidence_cases import exhibit
from support import outcomes, run

if TYPE_CHECKING:
    from sanctcheck.checks.base import Result


def weighed(
    *exhibits: dict[str, Any], process: list[dict[str, Any]] | None = None, search: bool = False
) -> list[Result]:
    fragment = json.dumps({"exhibits": list(exhibits), "process": process or []})
    return run("exculpatory_answered", fragment, search_recorded=search)


@pytest.mark.parametrize(("bearing", "way"), [("against", "against"), ("both", "for and against")])
def test_an_exhibit_against_the_allegations_without_an_answer_is_not_shown(bearing: str, way: str) -> None:
    (result,) = weighed(exhibit("E0"), exhibit("E1", bearing=bearing))

    assert result.outcome == "not-shown"
    assert result.path == ("exhibits", 1)
    assert result.message == f"Exhibit E1 speaks {way} the allegations, and how it was weighed is not stated."


@pytest.mark.parametrize("bearing", ["against", "both"])
def test_an_exhibit_against_the_allegations_with_an_answer_is_met(bearing: str) -> None:
    (result,) = weighed(exhibit("E1", bearing=bearing, answer="It speaks of another man."))

    assert result.outcome == "met"
    assert result.path == ("exhibits", 0, "answer")


def test_each_exhibit_has_its_own_result() -> None:
    results = weighed(exhibit("E1", bearing="against", answer="Weighed."), exhibit("E2", bearing="against"))

    assert outcomes(results) == ["met", "not-shown"]


def test_a_file_without_such_exhibits_is_asked_nothing_unless_the_search_is_to_be_on_record() -> None:
    assert weighed(exhibit("E1")) == []


def test_a_search_that_is_not_on_record_is_not_shown_in_the_log() -> None:
    (result,) = weighed(exhibit("E1"), search=True)

    assert result.outcome == "not-shown"
    assert result.path == ("process",)


def test_a_review_that_says_nothing_of_what_it_showed_is_not_shown_at_the_step() -> None:
    (result,) = weighed(process=[{"event": "proposed"}, {"event": "evidence-reviewed"}], search=True)

    assert result.outcome == "not-shown"
    assert result.path == ("process", 1)


@pytest.mark.parametrize("field", ["note", "outcome"])
def test_a_review_that_says_what_it_showed_is_met(field: str) -> None:
    log = [
        {"event": "evidence-reviewed"},
        {"event": "evidence-reviewed", field: "Nothing spoke for the target."},
    ]

    (result,) = weighed(process=log, search=True)

    assert result.outcome == "met"
    assert result.path == ("process", 1)


def test_material_that_was_found_shows_that_it_was_looked_for() -> None:
    results = weighed(exhibit("E1", bearing="against", answer="Weighed."), search=True)

    assert outcomes(results) == ["met"]
