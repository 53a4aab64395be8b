"""Each measure is one that the regime allows."""

from __future__ import annotations

from support import EXAMPLE_REGIME, outcomes, regime, run


def test_each_measure_that_the_regime_allows_is_met() -> None:
    results = run("measures_allowed", "measures: [{kind: asset-freeze}, {kind: entry-ban}]")

    assert outcomes(results) == ["met", "met"]
    assert [result.path for result in results] == [("measures", 0, "kind"), ("measures", 1, "kind")]


def test_a_measure_that_the_regime_does_not_know_is_not_met() -> None:
    (result,) = run("measures_allowed", "measures: [{kind: visa-ban}]")

    assert result.outcome == "not-met"
    assert result.path == ("measures", 0, "kind")
    assert result.message.endswith("Expected: asset-freeze or entry-ban.")


def test_a_measure_against_another_kind_of_target_is_not_met() -> None:
    target = "target: {type: entity, names: [{name: Example Company}]}\n"
    results = run("measures_allowed", target + "measures: [{kind: asset-freeze}, {kind: entry-ban}]")

    assert outcomes(results) == ["met", "not-met"]
    assert (
        results[1].message
        == "The measure “entry-ban” is open only where the target is “person”; here it is “entity”."
    )


def test_a_measure_that_is_not_in_force_yet_is_not_met_and_says_from_when() -> None:
    later = regime(
        EXAMPLE_REGIME.replace("{kind: asset-freeze,", "{kind: asset-freeze, in_force: {from: 2030-01-01},")
    )

    (result,) = run("measures_allowed", "measures: [{kind: asset-freeze}]", under=later)

    assert result.outcome == "not-met"
    assert (
        result.message == "The measure “asset-freeze” is not in force on 2026-03-01; it is from 2030-01-01."
    )


def test_no_measure_is_not_shown() -> None:
    (result,) = run("measures_allowed")

    assert result.outcome == "not-shown"
    assert result.path == ("measures",)


def test_a_measure_under_another_regime_does_not_count() -> None:
    measures = "measures: [{kind: visa-ban, regime: other}, {kind: asset-freeze, regime: example}]"

    results = run("measures_allowed", measures)

    assert [(result.outcome, result.path) for result in results] == [("met", ("measures", 1, "kind"))]


def test_a_regime_that_states_no_measures_allows_and_excludes_nothing() -> None:
    before, _, rest = EXAMPLE_REGIME.partition("measures:\n")
    without = regime(before + "criteria:" + rest.partition("criteria:")[2])

    assert run("measures_allowed", "measures: [{kind: visa-ban}]", under=without) == []
