"""A measure that needs prior authorisation has it."""

from __future__ import annotations

from support import outcomes, run

MEASURES = "measures: [{kind: asset-freeze, authorisation: Order of the court}, {kind: entry-ban}]"


def test_each_measure_needs_authorisation_where_none_is_named() -> None:
    results = run("prior_authorisation_had", MEASURES)

    assert outcomes(results) == ["met", "not-shown"]
    assert [result.path for result in results] == [("measures", 0, "authorisation"), ("measures", 1)]


def test_only_the_measures_named_need_authorisation() -> None:
    assert outcomes(run("prior_authorisation_had", MEASURES, measures=["asset-freeze"])) == ["met"]


def test_a_measure_under_another_regime_does_not_count() -> None:
    assert run("prior_authorisation_had", "measures: [{kind: asset-freeze, regime: other}]") == []
