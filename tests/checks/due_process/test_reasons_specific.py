from __future__ import annotations

import pytest
from support import outcomes, run

EVERY = ["period", "place", "role", "counterparty"]


def allegation(particulars: str = "") -> str:
    return f"allegations: [{{id: A1, summary: Ordered the beatings., conduct: torture{particulars}}}]"


def test_all_that_is_lacking_is_named_in_one_result() -> None:
    [result] = run("reasons_specific", allegation(), needs=EVERY)

    assert (result.outcome, result.path) == ("not-shown", ("allegations", 0))
    assert (
        result.message
        == "Allegation A1 does not say when, where, what part the target had or with or to whom."
    )


@pytest.mark.parametrize(
    ("need", "particulars", "outcome"),
    [
        ("period", ", period: {since: 2019}", "met"),
        ("period", ", period: {until: about 2019-05}", "met"),
        ("period", ", period: {since: unknown}", "not-shown"),
        ("period", ", place: Prison 4", "not-shown"),
        ("place", ", place: Prison 4", "met"),
        ("place", ", country: XA", "met"),
        ("place", ", role: ordered", "not-shown"),
        ("role", ", role: ordered", "met"),
        ("role", ", place: Prison 4", "not-shown"),
        ("counterparty", ", counterparties: [Other Person]", "met"),
        ("counterparty", ", victims: [{description: three detainees}]", "met"),
        ("counterparty", ", role: ordered", "not-shown"),
    ],
)
def test_each_particular_is_looked_for_where_it_stands(need: str, particulars: str, outcome: str) -> None:
    assert [outcome] == outcomes(run("reasons_specific", allegation(particulars), needs=[need]))


def test_when_and_where_are_asked_by_default() -> None:
    assert outcomes(run("reasons_specific", allegation(", period: {since: 2019}, place: Prison 4"))) == [
        "met"
    ]
    assert outcomes(run("reasons_specific", allegation(", period: {since: 2019}"))) == ["not-shown"]
    assert outcomes(run("reasons_specific", allegation(", place: Prison 4"))) == ["not-shown"]


def test_each_allegation_has_its_own_result() -> None:
    both = "allegations:\n" + "".join(
        f"  - {{id: A{number}, summary: Beatings., conduct: torture}}\n" for number in (1, 2)
    )

    assert [result.path for result in run("reasons_specific", both)] == [
        ("allegations", 0),
        ("allegations", 1),
    ]


def test_a_dossier_without_allegations_is_left_to_another_check() -> None:
    assert run("reasons_specific") == []
