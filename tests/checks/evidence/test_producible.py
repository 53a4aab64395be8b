"""The evidence can be shown to a court."""

from __future__ import annotations

import pytest
from evidence_cases import case, exhibit
from support import outcomes, run

CLOSED = exhibit("E1", producible="no")


def test_an_allegation_on_closed_material_alone_shows_the_contrary() -> None:
    (result,) = run("producible", case(CLOSED, exhibit("E2", producible="no")))

    assert result.outcome == "not-met"
    assert result.path == ("allegations", 0)
    assert [path for path, _ in result.relied_on] == [
        ("exhibits", 0, "producible"),
        ("exhibits", 1, "producible"),
    ]


@pytest.mark.parametrize("way", ["full", "redacted", "summary"])
def test_one_exhibit_that_can_be_shown_is_enough_and_is_named(way: str) -> None:
    (result,) = run("producible", case(CLOSED, exhibit("E2", producible=way)))

    assert result.outcome == "met"
    assert [path for path, _ in result.relied_on] == [("exhibits", 1)]


def test_an_exhibit_that_says_nothing_is_taken_as_producible() -> None:
    assert outcomes(run("producible", case(CLOSED, exhibit("E2")))) == ["met"]


def test_an_exhibit_that_carries_nothing_does_not_count() -> None:
    assert outcomes(run("producible", case(CLOSED, others=[exhibit("E2", producible="full")]))) == ["not-met"]
