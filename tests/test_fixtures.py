"""Complete dossiers stay silent under their regime; each one-flaw twin raises exactly its finding, at its place."""

from __future__ import annotations

import pytest
from support import shaped
from twins import DOSSIERS, LAW, SHARED, Twin, complete, twin, twin_files, twins_of

from sanctcheck.assess import Assessor
from sanctcheck.dossier.model import Dossier

# What is counted as tested is tested by what is about it; counting here would double the time of thousands of twins.
pytestmark = pytest.mark.no_cover

ASSESSOR = Assessor(LAW)
REGIMES = sorted(LAW.regime_ids)

Found = tuple[str, str, tuple[str | int, ...]]


@pytest.mark.parametrize("regime", REGIMES)
def test_the_complete_dossier_of_a_regime_has_no_gap(regime: str) -> None:
    value, as_of = complete(regime)
    (under,) = ASSESSOR.assess(shaped(value, Dossier), [regime], as_of)

    gaps = {(each.criterion.id, gap.message) for each in under.assessments for gap in each.gaps}

    assert not under.internal_errors
    assert gaps == set()


def found_in(flawed: Twin) -> list[Found]:
    """The gaps of a twin; a check that crashed is one of a kind of its own."""
    (under,) = ASSESSOR.assess(shaped(flawed.value, Dossier), [flawed.regime], flawed.as_of)
    crashed = [(each.criterion, each.error, ()) for each in under.internal_errors]
    gaps = [(each.criterion.id, gap.outcome, gap.path) for each in under.assessments for gap in each.gaps]
    return [*crashed, *gaps]


@pytest.mark.parametrize("regime", REGIMES)
def test_each_twin_raises_exactly_its_finding(regime: str) -> None:
    twins = [twin(regime, file) for of_regime, file in twin_files() if of_regime == regime]

    expected = {each.criterion: [(each.criterion, each.outcome, each.path)] for each in twins}
    assert expected
    assert {each.criterion: found_in(each) for each in twins} == expected


@pytest.mark.parametrize("regime", REGIMES)
def test_every_criterion_of_a_regime_has_a_twin(regime: str) -> None:
    criteria = {criterion.id for criterion in LAW.regime(regime).regime.criteria}
    own = {file.stem for file in (DOSSIERS / regime / "flawed").glob("*.yaml")}

    assert criteria == twins_of(regime)
    assert own <= criteria


def test_every_twin_of_shared_law_is_that_of_a_criterion_of_a_regime_which_includes_it() -> None:
    used = {file for _, file in twin_files()}

    assert {file for file in SHARED.glob("*/flawed/*.yaml") if file not in used} == set()
