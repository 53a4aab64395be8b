from __future__ import annotations

import pytest
from support import outcomes, run

PROPOSED = "act: {kind: initial-designation, status: proposed}\n"
MONTHS_2 = {"number": 2, "unit": "months"}
PATH = ("delisting", "court", "time_limit")


@pytest.mark.parametrize("fragment", ["", "delisting: {body: the ministry, told_to_target: true}"])
def test_a_dossier_that_names_no_court_is_not_shown(fragment: str) -> None:
    [result] = run("court_route_told", fragment)

    assert (result.outcome, result.path) == ("not-shown", ("delisting",))


@pytest.mark.parametrize(
    ("status", "told", "outcome", "path"),
    [
        ("", ", told_to_target: true", "met", ("delisting", "told_to_target")),
        ("", ", told_to_target: false", "not-met", ("delisting", "told_to_target")),
        ("", "", "not-shown", ("delisting",)),
        (PROPOSED, "", "pending", ("delisting", "told_to_target")),
        (PROPOSED, ", told_to_target: false", "pending", ("delisting", "told_to_target")),
        (PROPOSED, ", told_to_target: true", "met", ("delisting", "told_to_target")),
    ],
)
def test_the_target_is_told_once_the_act_is_adopted(
    status: str, told: str, outcome: str, path: tuple[str | int, ...]
) -> None:
    [court, result] = run("court_route_told", f"{status}delisting: {{court: {{court: High Court}}{told}}}")

    assert court.outcome == "met"
    assert (outcome, path) == (result.outcome, result.path)


@pytest.mark.parametrize(
    ("stated", "expected", "outcome"),
    [
        ("{number: 2, unit: months}", MONTHS_2, "met"),
        ("{number: 3, unit: months}", MONTHS_2, "not-met"),
        ("{number: 1, unit: months}", MONTHS_2, "not-met"),
        ("{number: 60, unit: days}", MONTHS_2, "not-met"),
        ("{number: 12, unit: months}", {"number": 1, "unit": "years"}, "met"),
        ("{number: 9, unit: days}", None, "met"),
    ],
)
def test_the_time_limit_is_that_of_the_law(stated: str, expected: object, outcome: str) -> None:
    fragment = f"delisting: {{court: {{court: High Court, time_limit: {stated}}}, told_to_target: true}}"

    results = run("court_route_told", fragment, time_limit=expected)

    assert [outcome, "met"] == outcomes(results)
    assert (PATH if outcome == "not-met" else PATH[:2]) == results[0].path


def test_a_time_limit_that_is_not_stated_is_not_contradicted() -> None:
    fragment = "delisting: {court: {court: High Court}, told_to_target: true}"

    assert outcomes(run("court_route_told", fragment, time_limit=MONTHS_2)) == ["met", "met"]
