"""An element that only closed exhibits carry is named, with what it loses; one that keeps an open exhibit stands."""

from __future__ import annotations

from support import run

ALLEGATION = """\
allegations:
  - id: A1
    summary: He ordered it.
    conduct: torture
    elements: [{element: act, shown: It was done., exhibits: [E1, E2]}]
exhibits:
"""
CLOSED = "  - {id: E1, title: A statement, kind: witness-statement, handling: {level: protected, because: danger}}\n"
OPEN = "  - {id: E2, title: A report, kind: un-report}\n"
RESTRICTED = (
    "  - {id: E2, title: A report, kind: intelligence, handling: {level: restricted, because: a source}"
)


def outcome(exhibits: str) -> tuple[str, str]:
    """The outcome for the one element, and what is said of it."""
    (result,) = run("carried_openly", ALLEGATION + exhibits)
    return result.outcome, result.message


def test_an_element_that_keeps_an_open_exhibit_stands_and_what_it_loses_is_said() -> None:
    said = "the element “act” of allegation A1 loses E1 and stands on 1 of 2 exhibits."

    assert outcome(CLOSED + OPEN) == ("met", f"When only what the target may see counts, {said}")


def test_an_element_that_closed_exhibits_alone_carry_loses_all_of_them() -> None:
    found, said = outcome(CLOSED + RESTRICTED + "}\n")

    assert found == "not-shown"
    assert said.endswith("nothing carries the element “act” of allegation A1: it loses E1 and E2.")


def test_a_closed_exhibit_counts_once_its_summary_was_given() -> None:
    given = RESTRICTED + ", disclosure: {extent: summary, because: a source, summary: What was heard.}}\n"

    assert outcome(CLOSED + given)[0] == "met"


def test_an_open_exhibit_that_was_withheld_does_not_count() -> None:
    withheld = (
        "  - {id: E2, title: A report, kind: un-report, disclosure: {extent: withheld, because: a source}}\n"
    )

    assert outcome(CLOSED + withheld)[0] == "not-shown"


def test_an_element_that_nothing_carries_is_the_matter_of_another_check() -> None:
    assert run("carried_openly", ALLEGATION.replace("[E1, E2]", "[]") + OPEN) == []
