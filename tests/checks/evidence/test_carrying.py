"""Which exhibits carry an allegation."""

from __future__ import annotations

import json

import pytest
from evidence_cases import TWO_GROUNDS, allegation, case, exhibit
from support import matter, outcomes, run

from sanctcheck.checks.evidence._carrying import by_element, carried, carrying, carrying_exhibits

PER_ALLEGATION = (
    "direct_enough",
    "independent_sources",
    "not_one_kind_alone",
    "producible",
    "seen_by_decider",
)


def test_an_exhibit_that_speaks_against_an_allegation_carries_nothing() -> None:
    subject = matter(case(exhibit("E1", bearing="against"), exhibit("E2", bearing="both")))

    found = carrying(subject, subject.allegations[0])

    assert [exhibit.part.id for exhibit in found] == ["E2"]


def test_an_element_that_is_set_out_for_another_regime_does_not_count() -> None:
    elements = [
        {"element": "act", "regime": "other", "exhibits": ["E1"]},
        {"element": "act", "regime": "example", "exhibits": ["E2"]},
        {"element": "severity", "exhibits": ["E2", "E3"]},
    ]
    exhibits = [exhibit("E1"), exhibit("E2"), exhibit("E3")]
    subject = matter(json.dumps({"allegations": [allegation([], elements=elements)], "exhibits": exhibits}))
    alleged = subject.allegations[0]

    found = {name: [item.part.id for item in items] for name, items in by_element(subject, alleged).items()}

    assert found == {"act": ["E2"], "severity": ["E2", "E3"]}
    assert [item.part.id for item in carrying(subject, alleged)] == ["E2", "E3"]


def test_an_allegation_under_two_grounds_is_looked_at_once() -> None:
    subject = matter(case(exhibit("E1"), top=TWO_GROUNDS))

    assert len(subject.claims) == 2
    assert [alleged.part.id for alleged, _ in carried(subject)] == ["A1"]


def test_the_carrying_exhibits_stand_in_the_order_of_the_dossier() -> None:
    alleged = [allegation(["E2"]), allegation(["E2", "E1", "gone"], id="A2")]
    subject = matter(
        json.dumps({"allegations": alleged, "exhibits": [exhibit("E1"), exhibit("E2"), exhibit("E3")]})
    )

    assert [item.part.id for item in carrying_exhibits(subject)] == ["E1", "E2"]


@pytest.mark.parametrize("check", PER_ALLEGATION)
def test_an_allegation_without_evidence_is_left_to_the_check_for_support(check: str) -> None:
    assert run(check, case(others=[exhibit("E1")])) == []


@pytest.mark.parametrize("check", PER_ALLEGATION)
def test_an_allegation_under_two_grounds_is_reported_once(check: str) -> None:
    weak = exhibit("E1", kind="press-report", producible="no")

    results = run(check, case(weak, top=TWO_GROUNDS))

    assert len(results) == 1
    assert results[0].outcome in {"not-met", "not-shown"}


def test_each_allegation_has_its_own_result_at_its_own_place() -> None:
    alleged = [allegation(["E1"]), allegation(["E2"], id="A2")]
    exhibits = [exhibit("E1", producible="full"), exhibit("E2", producible="no")]

    results = run("producible", json.dumps({"allegations": alleged, "exhibits": exhibits}))

    assert outcomes(results) == ["met", "not-met"]
    assert results[1].path == ("allegations", 1)
