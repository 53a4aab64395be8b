from __future__ import annotations

from support import run

from sanctcheck.checks.base import Result, met, not_shown

NAME = "lifting_conditions_stated"
PATH = ("delisting", "conditions")
TWO = """
delisting:
  conditions:
    - {text: The target leaves the post., ground: left-post}
    - {text: Another person was meant., ground: mistaken-identity}
    - {text: The target never was in the country., ground: mistaken-identity}
"""


def _silent() -> list[Result]:
    return [not_shown("The dossier does not say what would lift the listing.", PATH)]


def test_a_dossier_without_a_delisting_part_is_silent_on_what_would_lift_the_listing() -> None:
    assert _silent() == run(NAME)


def test_a_delisting_part_without_conditions_is_silent_on_them() -> None:
    assert _silent() == run(NAME, "delisting: {body: The Minister}")


def test_without_conditions_the_missing_grounds_are_one_gap() -> None:
    assert _silent() == run(NAME, grounds=["left-post", "mistaken-identity"])


def test_conditions_of_any_ground_suffice_where_the_law_names_none() -> None:
    expected = [met("The dossier says what would lift the listing.", (*PATH, 0), (*PATH, 1), (*PATH, 2))]

    assert expected == run(NAME, TWO)


def test_each_ground_asked_for_is_found_at_the_first_condition_that_rests_on_it() -> None:
    results = run(NAME, TWO, grounds=["mistaken-identity", "left-post"])

    assert [("met", (*PATH, 1)), ("met", (*PATH, 0))] == [(each.outcome, each.path) for each in results]


def test_each_ground_that_no_condition_rests_on_is_a_gap_of_its_own() -> None:
    expected = [
        not_shown("No condition for lifting the listing rests on the ground “remedied”.", PATH),
        not_shown("No condition for lifting the listing rests on the ground “prosecuted”.", PATH),
        met("A condition rests on the ground “left-post”.", (*PATH, 0)),
    ]

    assert expected == run(NAME, TWO, grounds=["remedied", "prosecuted", "left-post"])
