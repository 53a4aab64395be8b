from __future__ import annotations

from support import run

from sanctcheck.checks.base import met, not_shown

NAME = "like_cases_compared"


def test_a_dossier_that_compares_with_nobody_is_a_gap() -> None:
    message = "The dossier compares the target with nobody in a like position."

    assert run(NAME) == [not_shown(message, ("comparators",))]


def test_somebody_who_is_listed_too_needs_no_explanation() -> None:
    expected = [met("“The commander” is listed too.", ("comparators", 0))]

    assert expected == run(NAME, "comparators: [{who: The commander, listed: true}]")


def test_each_comparator_who_is_not_listed_needs_a_difference() -> None:
    fragment = """
    comparators:
      - {who: The deputy, listed: false}
      - {who: The driver, listed: false, difference: Took no part.}
      - {who: The clerk, listed: false}
    """
    gap = "is not listed, and the dossier does not say what makes the difference."
    expected = [
        not_shown(f"“The deputy” {gap}", ("comparators", 0)),
        met("The dossier says why “The driver” is treated differently.", ("comparators", 1, "difference")),
        not_shown(f"“The clerk” {gap}", ("comparators", 2)),
    ]

    assert expected == run(NAME, fragment)
