"""Complete dossiers stay silent under their regime; each one-flaw twin raises exactly its finding, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import shaped
from twins import DOSSIERS, LAW, SHARED, complete, twin, twin_files, twins_of

from sanctcheck.assess import Assessor
from sanctcheck.dossier.model import Dossier

if TYPE_CHECKING:
    from pathlib import Path

ASSESSOR = Assessor(LAW)
REGIMES = sorted(LAW.regime_ids)


@pytest.mark.parametrize("regime", REGIMES)
def test_the_complete_dossier_of_a_regime_has_no_gap(regime: str) -> None:
    value, as_of = complete(regime)
    (under,) = ASSESSOR.assess(shaped(value, Dossier), [regime], as_of)

    gaps = {(each.criterion.id, gap.message) for each in under.assessments for gap in each.gaps}

    assert not under.internal_errors
    assert gaps == set()


@pytest.mark.parametrize(
    ("regime", "file"), [pytest.param(*each, id=f"{each[0]}:{each[1].stem}") for each in twin_files()]
)
def test_a_twin_raises_exactly_its_finding(regime: str, file: Path) -> None:
    flawed = twin(regime, file)
    (under,) = ASSESSOR.assess(shaped(flawed.value, Dossier), [flawed.regime], flawed.as_of)

    gaps = [(each.criterion.id, gap.outcome, gap.path) for each in under.assessments for gap in each.gaps]

    assert not under.internal_errors
    assert gaps == [(flawed.criterion, flawed.outcome, flawed.path)]


@pytest.mark.parametrize("regime", REGIMES)
def test_every_criterion_of_a_regime_has_a_twin(regime: str) -> None:
    criteria = {criterion.id for criterion in LAW.regime(regime).regime.criteria}
    own = {file.stem for file in (DOSSIERS / regime / "flawed").glob("*.yaml")}

    assert criteria == twins_of(regime)
    assert own <= criteria


def test_every_twin_of_shared_law_is_that_of_a_criterion_of_a_regime_which_includes_it() -> None:
    used = {file for _, file in twin_files()}

    assert {file for file in SHARED.glob("*/flawed/*.yaml") if file not in used} == set()
