"""The conduct alleged is conduct for which the regime allows a listing."""

from __future__ import annotations

from support import EXAMPLE_REGIME, outcomes, regime, run

ACT_OF_2024 = "act: {kind: initial-designation, status: adopted, day: 2024-12-31}\n"


def allegations(*conduct: str) -> str:
    entries = [f"{{id: A{index}, summary: S., conduct: {word}}}" for index, word in enumerate(conduct, 1)]
    return f"allegations: [{', '.join(entries)}]\n"


def ground(conduct: str, allegation_ids: str = "[A1]") -> str:
    entry = f"{{conduct: {conduct}, link: responsible, allegations: {allegation_ids}}}"
    return f"legal_basis: [{{regime: example, grounds: [{entry}]}}]\n"


def test_conduct_that_a_limb_covers_is_met() -> None:
    results = run("conduct_covered", allegations("torture", "ill-treatment"))

    assert outcomes(results) == ["met", "met"]
    assert [result.path for result in results] == [
        ("allegations", 0, "conduct"),
        ("allegations", 1, "conduct"),
    ]


def test_a_ground_that_covers_its_allegation_is_met_and_relied_on() -> None:
    (result,) = run("conduct_covered", allegations("torture") + ground("torture"))

    assert result.outcome == "met"
    assert (("legal_basis", 0, "grounds", 0, "conduct"), "the ground relied on") in result.relied_on


def test_conduct_that_no_limb_covers_is_not_met() -> None:
    (result,) = run("conduct_covered", allegations("bribery"))

    assert result.outcome == "not-met"
    assert result.path == ("allegations", 0, "conduct")
    assert "“bribery”" in result.message


def test_conduct_that_is_covered_only_later_is_not_met_and_says_from_when() -> None:
    (result,) = run("conduct_covered", ACT_OF_2024 + allegations("extrajudicial-killing"))

    assert result.outcome == "not-met"
    assert result.message.endswith("The limb “killing” does, from 2025-01-01.")


def test_conduct_is_covered_from_the_first_day_of_its_limb() -> None:
    act = ACT_OF_2024.replace("2024-12-31", "2025-01-01")

    assert outcomes(run("conduct_covered", act + allegations("extrajudicial-killing"))) == ["met"]


def test_no_allegation_at_all_is_not_shown() -> None:
    (result,) = run("conduct_covered", ground("torture", "[]"))

    assert result.outcome == "not-shown"
    assert result.path == ("allegations",)


def test_a_ground_that_does_not_exist_raises_one_finding_with_a_suggestion() -> None:
    (result,) = run("conduct_covered", allegations("torture", "torture") + ground("tortur", "[A1, A2]"))

    assert result.outcome == "not-met"
    assert result.path == ("legal_basis", 0, "grounds", 0, "conduct")
    assert result.message == "An example regime has no conduct limb “tortur”. Did you mean “torture”?"


def test_a_ground_like_none_is_answered_with_those_that_exist() -> None:
    (result,) = run("conduct_covered", allegations("torture") + ground("zzz"))

    assert result.message == "An example regime has no conduct limb “zzz”. Known: torture and killing."


def test_a_ground_that_is_not_in_force_yet_says_from_when() -> None:
    (result,) = run("conduct_covered", ACT_OF_2024 + allegations("extrajudicial-killing") + ground("killing"))

    assert result.outcome == "not-met"
    assert (
        result.message == "The conduct limb “killing” is not in force on 2024-12-31; it is from 2025-01-01."
    )


def test_a_ground_that_does_not_cover_its_allegation_is_not_met() -> None:
    (result,) = run("conduct_covered", allegations("torture") + ground("killing"))

    assert result.outcome == "not-met"
    assert result.path == ("allegations", 0, "conduct")
    assert result.message.endswith("“killing”, which covers extrajudicial-killing.")


def test_a_ground_without_allegations_is_not_shown() -> None:
    results = run("conduct_covered", allegations("torture") + ground("torture", "[]"))

    assert outcomes(results) == ["not-shown", "met"]
    assert results[0].path == ("legal_basis", 0, "grounds", 0)


def test_a_regime_that_states_no_limbs_covers_and_excludes_nothing() -> None:
    before, _, rest = EXAMPLE_REGIME.partition("conduct:\n")
    without = regime(before + "links:" + rest.partition("\nlinks:")[2])

    assert run("conduct_covered", allegations("torture"), under=without) == []


def test_a_limb_without_days_of_its_own_is_in_force_with_its_instrument() -> None:
    later = regime(EXAMPLE_REGIME.replace("in_force: {from: 2020-01-01}", "in_force: {from: 2030-01-01}"))

    (result,) = run("conduct_covered", allegations("torture") + ground("torture"), under=later)

    assert result.outcome == "not-met"
    assert (
        result.message == "The conduct limb “torture” is not in force on 2026-03-01; it is from 2030-01-01."
    )
