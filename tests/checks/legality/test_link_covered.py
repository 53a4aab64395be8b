"""The tie between the target and the conduct is one for which the regime allows a listing."""

from __future__ import annotations

from support import EXAMPLE_REGIME, outcomes, regime, run


def allegations(*pairs: tuple[str, str]) -> str:
    entries = [
        f"{{id: A{index}, summary: S., conduct: {conduct}, basis: {basis}}}"
        for index, (conduct, basis) in enumerate(pairs, 1)
    ]
    return f"allegations: [{', '.join(entries)}]\n"


def ground(conduct: str, link: str, allegation_ids: str = "[A1]") -> str:
    entry = f"{{conduct: {conduct}, link: {link}, allegations: {allegation_ids}}}"
    return f"legal_basis: [{{regime: example, grounds: [{entry}]}}]\n"


def test_a_basis_that_a_link_covers_is_met() -> None:
    (result,) = run("link_covered", allegations(("torture", "command")))

    assert result.outcome == "met"
    assert result.path == ("allegations", 0, "basis")


def test_a_ground_whose_link_covers_its_allegation_is_met_and_relied_on() -> None:
    (result,) = run("link_covered", allegations(("torture", "control")) + ground("torture", "owned"))

    assert result.outcome == "met"
    assert (("legal_basis", 0, "grounds", 0, "link"), "the ground relied on") in result.relied_on


def test_a_basis_that_no_link_covers_is_not_met() -> None:
    (result,) = run("link_covered", allegations(("torture", "kinship")))

    assert result.outcome == "not-met"
    assert result.path == ("allegations", 0, "basis")
    assert "“kinship”" in result.message


def test_a_basis_whose_link_is_confined_to_other_conduct_is_not_met() -> None:
    assert outcomes(run("link_covered", allegations(("extrajudicial-killing", "ownership")))) == ["not-met"]


def test_a_link_confined_to_other_limbs_raises_one_finding_at_the_ground() -> None:
    pair = ("extrajudicial-killing", "association")
    results = run("link_covered", allegations(pair) + ground("killing", "owned"))

    assert results[0].outcome == "not-met"
    assert results[0].path == ("legal_basis", 0, "grounds", 0, "link")
    assert results[0].message == "The link “owned” is open for torture only, not for “killing”."


def test_a_link_that_does_not_exist_raises_one_finding_with_a_suggestion() -> None:
    pair = ("torture", "command")
    (result,) = run("link_covered", allegations(pair, pair) + ground("torture", "responsable", "[A1, A2]"))

    assert result.outcome == "not-met"
    assert result.path == ("legal_basis", 0, "grounds", 0, "link")
    assert result.message == "An example regime has no link “responsable”. Did you mean “responsible”?"


def test_a_link_that_does_not_cover_the_basis_is_not_met() -> None:
    (result,) = run("link_covered", allegations(("torture", "ownership")) + ground("torture", "associated"))

    assert result.outcome == "not-met"
    assert result.path == ("allegations", 0, "basis")
    assert result.message.endswith("“associated”, which covers association.")


def test_claims_whose_conduct_is_not_covered_are_left_to_another_check() -> None:
    assert run("link_covered", allegations(("bribery", "kinship"))) == []
    assert run("link_covered", allegations(("torture", "kinship")) + ground("unheard-of", "owned")) == []


def test_a_regime_that_states_no_links_covers_and_excludes_nothing() -> None:
    before, _, rest = EXAMPLE_REGIME.partition("links:\n")
    without = regime(before + "proof:" + rest.partition("\nproof:")[2])

    assert run("link_covered", allegations(("torture", "kinship")), under=without) == []


CURRENT = regime(EXAMPLE_REGIME.replace("basis: [association]", "basis: [association]\n    current: true"))
TIE = "target: {type: person, names: [{name: X}], relationships: [{id: R1, to: Y, kind: business, standing: past}]}\n"
PAST = "allegations: [{id: A1, summary: S., conduct: torture, basis: association, standing: past}]\n"
TIED = "allegations: [{id: A1, summary: S., conduct: torture, basis: association, relationship: R1}]\n"


def test_a_tie_that_is_past_does_not_suffice_where_the_law_asks_for_one_that_stands() -> None:
    (result,) = run("link_covered", PAST, under=CURRENT)

    assert result.outcome == "not-met"
    assert result.path == ("allegations", 0, "standing")
    assert result.message == (
        "The link “associated” must stand on the day of the act, and what allegation A1 rests on is past."
    )


def test_the_standing_of_the_relationship_counts_where_the_allegation_states_none() -> None:
    (result,) = run("link_covered", TIE + TIED, under=CURRENT)

    assert result.outcome == "not-met"
    assert result.path == ("target", "relationships", 0, "standing")


def test_the_standing_of_the_allegation_goes_before_that_of_the_relationship() -> None:
    tied = TIED.replace("R1}", "R1, standing: current}")

    assert outcomes(run("link_covered", TIE + tied, under=CURRENT)) == ["met"]


def test_a_tie_that_is_past_suffices_where_the_law_does_not_ask_for_more() -> None:
    assert outcomes(run("link_covered", PAST)) == ["met"]


def test_a_relationship_that_is_not_named_or_not_past_leaves_the_tie_standing() -> None:
    pair = allegations(("torture", "association"))

    assert outcomes(run("link_covered", TIE + pair, under=CURRENT)) == ["met"]
    assert outcomes(run("link_covered", TIE.replace("past", "current") + TIED, under=CURRENT)) == ["met"]
