from __future__ import annotations

import pytest
from support import outcomes, run

from sanctcheck.checks.base import met, not_met, not_shown

NAME = "time_to_answer_stated"
PATH = ("delisting", "time_to_answer")
SILENT = not_shown("The dossier does not say how long an answer to a request for removal may take.", PATH)
NOTE = "delisting: {time_to_answer_note: The rules ask for an answer without delay.}"


def _stated(number: int, unit: str) -> str:
    return f"delisting: {{time_to_answer: {{number: {number}, unit: {unit}}}}}"


@pytest.mark.parametrize("fragment", ["", "delisting: {body: The Minister}", NOTE])
def test_without_a_time_the_dossier_is_silent(fragment: str) -> None:
    assert run(NAME, fragment) == [SILENT]


def test_a_note_counts_only_where_the_law_is_content_with_it() -> None:
    expected = [met("The dossier says what binds the answer in time.", ("delisting", "time_to_answer_note"))]

    assert expected == run(NAME, NOTE, note_suffices=True)


@pytest.mark.parametrize("fragment", ["", "delisting: {body: The Minister}"])
def test_where_a_note_would_do_its_absence_is_still_a_gap(fragment: str) -> None:
    assert run(NAME, fragment, note_suffices=True) == [SILENT]


def test_any_time_will_do_where_the_law_sets_none() -> None:
    assert run(NAME, _stated(5, "years")) == [met("An answer is due within 5 years.", PATH)]


def test_a_time_longer_than_the_law_s_is_contrary_to_it() -> None:
    expected = [not_met("The time stated for an answer is 91 days; the law gives at most 90 days.", PATH)]

    assert expected == run(NAME, _stated(91, "days"), at_most={"number": 90, "unit": "days"})


@pytest.mark.parametrize(
    ("number", "unit", "outcome"),
    [
        (90, "days", "met"),
        (3, "months", "met"),
        (4, "months", "not-met"),
        (0, "days", "met"),
        (1, "years", "not-met"),
    ],
)
def test_a_time_is_held_against_the_law_s_by_the_calendar(number: int, unit: str, outcome: str) -> None:
    assert outcomes(run(NAME, _stated(number, unit), at_most={"number": 90, "unit": "days"})) == [outcome]


def test_a_time_that_is_stated_is_read_before_the_note() -> None:
    fragment = """
    delisting:
      time_to_answer: {number: 1, unit: years}
      time_to_answer_note: Without delay.
    """
    results = run(NAME, fragment, at_most={"number": 90, "unit": "days"}, note_suffices=True)

    assert outcomes(results) == ["not-met"]
