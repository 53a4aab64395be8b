"""Each reason says more than the criterion does."""

from __future__ import annotations

import pytest
from support import outcomes, run

PARTICULARS = [
    "period: {since: 2019-05}",
    "period: {until: 2019}",
    "place: Prison 4",
    "role: head of the prison",
    "counterparties: [a guard]",
    "victims: [{description: three detainees}]",
    "relationship: R1",
]


def allegation(*fields: str) -> str:
    tie = "target: {type: person, names: [{name: E}], relationships: [{id: R1, to: F, kind: business}]}\n"
    return tie + f"allegations: [{{{', '.join(['id: A1', 'summary: S.', 'conduct: torture', *fields])}}}]"


@pytest.mark.parametrize("fields", [[], ["country: XX"], ["period: {since: unknown}"], ["period: {}"]])
def test_an_allegation_without_a_particular_is_a_gap(fields: list[str]) -> None:
    (result,) = run("reasons_particular", allegation(*fields))

    assert result.outcome == "not-shown"
    assert result.path == ("allegations", 0)
    assert "no more than the criterion" in result.message


@pytest.mark.parametrize("particular", PARTICULARS)
def test_one_particular_is_enough_where_one_is_asked_for(particular: str) -> None:
    assert outcomes(run("reasons_particular", allegation(particular))) == ["met"]


@pytest.mark.parametrize("particular", PARTICULARS)
def test_one_particular_is_not_enough_where_two_are_asked_for(particular: str) -> None:
    (result,) = run("reasons_particular", allegation(particular), minimum=2)

    assert result.outcome == "not-shown"
    assert "at least 2" in result.message


def test_two_particulars_are_enough_where_two_are_asked_for() -> None:
    assert outcomes(run("reasons_particular", allegation(PARTICULARS[0], PARTICULARS[2]), minimum=2)) == [
        "met"
    ]


def test_each_allegation_is_looked_at() -> None:
    two = "allegations: [{id: A1, summary: S., conduct: torture, role: r}, {id: A2, summary: S., conduct: torture}]"

    assert outcomes(run("reasons_particular", two)) == ["met", "not-shown"]
