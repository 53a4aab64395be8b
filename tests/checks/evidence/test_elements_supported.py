"""Each element that an allegation sets out is carried by evidence."""

from __future__ import annotations

import json
from typing import Any

from evidence_cases import TWO_GROUNDS, allegation, case, exhibit
from support import outcomes, run


def elements(*entries: dict[str, Any], exhibits: list[dict[str, Any]] | None = None) -> str:
    return json.dumps({"allegations": [allegation([], elements=list(entries))], "exhibits": exhibits or []})


def test_an_element_that_an_exhibit_carries_is_met_and_names_it() -> None:
    (result,) = run("elements_supported", case(exhibit("E1")))

    assert result.outcome == "met"
    assert [path for path, _ in result.relied_on] == [("allegations", 0, "elements", 0), ("exhibits", 0)]


def test_an_element_without_an_exhibit_is_not_shown_at_its_entry() -> None:
    results = run(
        "elements_supported",
        elements({"element": "act", "exhibits": ["E1"]}, {"element": "severity"}, exhibits=[exhibit("E1")]),
    )

    assert outcomes(results) == ["met", "not-shown"]
    assert results[1].path == ("allegations", 0, "elements", 1)
    assert results[1].message == "No exhibit carries the element “severity” of allegation A1."


def test_an_exhibit_that_speaks_against_an_element_does_not_carry_it() -> None:
    assert outcomes(run("elements_supported", case(exhibit("E1", bearing="against")))) == ["not-shown"]


def test_an_exhibit_that_speaks_both_ways_carries_an_element() -> None:
    assert outcomes(run("elements_supported", case(exhibit("E1", bearing="both")))) == ["met"]


def test_an_id_that_leads_to_no_exhibit_carries_nothing() -> None:
    assert outcomes(run("elements_supported", elements({"element": "act", "exhibits": ["E7"]}))) == [
        "not-shown"
    ]


def test_an_element_for_another_regime_is_left_out() -> None:
    assert run("elements_supported", elements({"element": "act", "regime": "other"})) == []


def test_an_element_under_two_grounds_is_reported_once() -> None:
    fragment = case(exhibit("E1", bearing="against"), top=TWO_GROUNDS)

    assert outcomes(run("elements_supported", fragment)) == ["not-shown"]


def test_a_dossier_without_allegations_has_no_elements_to_carry() -> None:
    assert run("elements_supported") == []


def carried_by(exhibit: str) -> str:
    element = "elements: [{element: act, shown: So., exhibits: [E1]}]"
    return f"allegations: [{{id: A1, summary: S., conduct: torture, {element}}}]\nexhibits: [{{id: E1, title: T, {exhibit}}}]"


def test_the_proposal_to_list_carries_nothing() -> None:
    (result,) = run("elements_supported", carried_by("kind: proposal"))

    assert result.outcome == "not-shown"
    assert "proposal" in result.message


def test_a_kind_that_the_regime_takes_for_no_evidence_carries_nothing() -> None:
    listing = carried_by("kind: third-state-listing")

    assert outcomes(run("elements_supported", listing)) == ["met"]
    assert outcomes(run("elements_supported", listing, no_evidence=["third-state-listing"])) == ["not-shown"]


def test_a_bare_belief_carries_nothing_where_the_regime_says_so() -> None:
    belief = carried_by("kind: witness-statement, directness: belief")

    assert outcomes(run("elements_supported", belief)) == ["met"]
    assert outcomes(run("elements_supported", belief, no_ground=["belief"])) == ["not-shown"]
