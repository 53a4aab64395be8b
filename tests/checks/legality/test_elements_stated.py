"""Each element that the law asks for is set out."""

from __future__ import annotations

from support import outcomes, run


def allegation(elements: str, conduct: str = "torture", basis: str = "own-conduct") -> str:
    return f"allegations: [{{id: A1, summary: S., conduct: {conduct}, basis: {basis}, elements: [{elements}]}}]\n"


FULL = "{element: act, shown: S.}, {element: severity, shown: S.}, {element: responsibility, shown: S.}"


def test_each_element_of_conduct_and_link_is_asked_for() -> None:
    results = run("elements_stated", allegation(FULL))

    assert outcomes(results) == ["met", "met", "met"]
    assert results[2].path == ("allegations", 0, "elements", 2, "shown")


def test_a_missing_element_is_not_shown_and_says_what_it_asks() -> None:
    results = run("elements_stated", allegation(FULL.replace("severity", "gravity")))

    assert outcomes(results) == ["met", "not-shown", "met"]
    assert results[1].path == ("allegations", 0, "elements")
    assert results[1].message == "Allegation A1 does not set out the element “severity”: it was severe."


def test_a_misspelt_element_is_pointed_at() -> None:
    results = run("elements_stated", allegation(FULL.replace("severity", "severty")))

    assert results[1].relied_on == (
        (("allegations", 0, "elements", 1), "is this entry meant? Its element has another name"),
    )


def test_an_element_without_words_is_not_shown() -> None:
    results = run("elements_stated", allegation(FULL.replace("{element: act, shown: S.}", "{element: act}")))

    assert outcomes(results) == ["not-shown", "met", "met"]
    assert results[0].path == ("allegations", 0, "elements", 0)


def test_an_element_for_another_regime_does_not_count() -> None:
    results = run("elements_stated", allegation(FULL.replace("act,", "act, regime: other,")))

    assert outcomes(results) == ["not-shown", "met", "met"]


def test_an_element_that_two_grounds_ask_for_is_reported_once() -> None:
    grounds = ", ".join(
        f"{{conduct: torture, link: {link}, allegations: [A1]}}" for link in ("responsible", "associated")
    )
    basis = f"legal_basis: [{{regime: example, grounds: [{grounds}]}}]\n"

    results = run("elements_stated", allegation("{element: act, shown: S.}") + basis)

    assert outcomes(results) == ["met", "not-shown", "not-shown"]


def test_a_claim_without_limb_or_link_is_left_to_other_checks() -> None:
    assert run("elements_stated", allegation("", conduct="bribery")) == []
    assert run("elements_stated", allegation("", basis="kinship")) == []
