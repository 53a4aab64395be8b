from __future__ import annotations

from support import outcomes, run

from sanctcheck.checks.base import met, not_met, not_shown

NAME = "exemptions_open"


def test_each_kind_that_is_not_listed_is_a_gap_of_its_own() -> None:
    expected = [
        not_shown("No exemption “basic-needs” is listed.", ("exemptions",)),
        not_shown("No exemption “legal-fees” is listed.", ("exemptions",)),
    ]

    assert expected == run(NAME, "exemptions: [{kind: own-nationals, how: By law.}]")


def test_an_exemption_with_a_way_to_it_is_open() -> None:
    fragment = """
    exemptions:
      - {kind: legal-fees, how: By licence.}
      - {kind: basic-needs, how: By law., available: true}
    """
    expected = [
        met("The exemption “basic-needs” is open.", ("exemptions", 1, "how")),
        met("The exemption “legal-fees” is open.", ("exemptions", 0, "how")),
    ]

    assert expected == run(NAME, fragment)


def test_an_exemption_without_a_way_to_it_is_a_gap_at_the_exemption() -> None:
    expected = [not_shown("How the exemption “legal-fees” is obtained is not said.", ("exemptions", 0))]

    assert expected == run(NAME, "exemptions: [{kind: legal-fees}]", kinds=["legal-fees"])


def test_an_exemption_that_cannot_be_had_is_contrary_to_the_law_however_it_is_described() -> None:
    fragment = "exemptions: [{kind: legal-fees, how: By licence., available: false}]"
    expected = [
        not_met("The exemption “legal-fees” is said not to be available.", ("exemptions", 0, "available"))
    ]

    assert expected == run(NAME, fragment, kinds=["legal-fees"])


def test_an_exemption_that_cannot_be_had_and_has_no_way_to_it_is_one_gap() -> None:
    results = run(NAME, "exemptions: [{kind: legal-fees, available: false}]", kinds=["legal-fees"])

    assert outcomes(results) == ["not-met"]


def test_one_open_way_is_enough_where_a_kind_is_listed_more_than_once() -> None:
    fragment = """
    exemptions:
      - {kind: legal-fees, how: By court order., available: false}
      - {kind: legal-fees}
      - {kind: legal-fees, how: By licence.}
    """
    expected = [met("The exemption “legal-fees” is open.", ("exemptions", 2, "how"))]

    assert expected == run(NAME, fragment, kinds=["legal-fees"])
