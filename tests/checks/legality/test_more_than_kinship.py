"""A relative is listed for more than being a relative."""

from __future__ import annotations

import pytest
from support import outcomes, run


def case(basis: str, tie: str | None, *, names_tie: bool = True, count: int = 1) -> str:
    ties = f"relationships: [{{id: R1, to: Example Commander, {tie}}}]" if tie else "relationships: []"
    name = ", relationship: R1" if names_tie else ""
    entries = [f"{{id: A{n}, summary: S., conduct: torture, basis: {basis}{name}}}" for n in range(count)]
    return f"target: {{type: person, names: [{{name: E}}], {ties}}}\nallegations: [{', '.join(entries)}]\n"


@pytest.mark.parametrize("basis", ["kinship", "association", "benefit"])
@pytest.mark.parametrize("kind", ["kinship", "marriage"])
def test_a_family_tie_alone_is_not_shown_to_suffice(basis: str, kind: str) -> None:
    (result,) = run("more_than_kinship", case(basis, f"kind: {kind}"))

    assert result.outcome == "not-shown"
    assert result.path == ("target", "relationships", 0)


def test_a_link_beyond_the_tie_is_met() -> None:
    (result,) = run("more_than_kinship", case("kinship", "kind: kinship, beyond_kinship: Runs his firm."))

    assert result.outcome == "met"
    assert result.path == ("target", "relationships", 0, "beyond_kinship")


def test_an_association_in_business_is_not_asked_about() -> None:
    assert run("more_than_kinship", case("association", "kind: business")) == []


def test_own_conduct_of_a_relative_is_not_asked_about() -> None:
    assert run("more_than_kinship", case("own-conduct", "kind: kinship")) == []


def test_an_association_without_a_relationship_is_not_asked_about() -> None:
    assert run("more_than_kinship", case("association", None, names_tie=False)) == []


def test_kinship_without_a_relationship_is_not_shown() -> None:
    (result,) = run("more_than_kinship", case("kinship", None, names_tie=False))

    assert result.outcome == "not-shown"
    assert result.path == ("allegations", 0)


def test_a_reference_that_leads_to_nothing_is_left_to_another_finding() -> None:
    assert run("more_than_kinship", case("kinship", None)) == []


def test_one_tie_under_two_allegations_is_reported_once() -> None:
    assert outcomes(run("more_than_kinship", case("kinship", "kind: kinship", count=2))) == ["not-shown"]


def test_which_ties_count_is_a_parameter() -> None:
    dossier = case("association", "kind: marriage")

    assert run("more_than_kinship", dossier, kinds=["kinship"]) == []


def test_a_relationship_without_id_is_no_relationship_of_an_allegation() -> None:
    dossier = case("association", "kind: marriage").replace("id: R1, ", "")

    assert run("more_than_kinship", dossier) == []


KIN_OF_LEADER = case("association", "kind: kinship, responsible: true")


def test_a_close_tie_to_somebody_responsible_suffices_where_the_law_says_so() -> None:
    assert outcomes(run("more_than_kinship", KIN_OF_LEADER)) == ["not-shown"]
    assert outcomes(run("more_than_kinship", KIN_OF_LEADER, kin_of_leaders=True)) == ["met"]


def test_a_tie_to_somebody_who_is_not_responsible_never_suffices() -> None:
    assert outcomes(run("more_than_kinship", case("association", "kind: kinship"), kin_of_leaders=True)) == [
        "not-shown"
    ]


def test_a_link_that_reaches_kin_as_such_is_not_asked_about() -> None:
    ground = "legal_basis: [{regime: example, grounds: [{conduct: torture, link: associated, allegations: [A0]}]}]\n"
    text = case("kinship", "kind: kinship") + ground

    assert outcomes(run("more_than_kinship", text)) == ["not-shown"]
    assert run("more_than_kinship", text, covered_by=["associated"]) == []
