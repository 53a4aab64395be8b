"""Complete dossiers stay silent under their regime; each one-flaw twin raises exactly its finding, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import TODAY, shaped
from twins import DOSSIERS, complete, twin, twin_files

from sanctcheck.assess import Assessor
from sanctcheck.dossier.model import Dossier
from sanctcheck.law.load import packaged_law

if TYPE_CHECKING:
    from pathlib import Path

LAW = packaged_law()
ASSESSOR = Assessor(LAW)
REGIMES = sorted(LAW.regime_ids)


@pytest.mark.parametrize("regime", REGIMES)
def test_the_complete_dossier_of_a_regime_has_no_gap(regime: str) -> None:
    (under,) = ASSESSOR.assess(shaped(complete(regime), Dossier), [regime], TODAY)

    gaps = {(each.criterion.id, gap.message) for each in under.assessments for gap in each.gaps}

    assert not under.internal_errors
    assert gaps == set()


@pytest.mark.parametrize("file", twin_files(), ids=lambda file: f"{file.parent.parent.name}:{file.stem}")
def test_a_twin_raises_exactly_its_finding(file: Path) -> None:
    flawed = twin(file)
    (under,) = ASSESSOR.assess(shaped(flawed.value, Dossier), [flawed.regime], flawed.as_of)

    gaps = [(each.criterion.id, gap.outcome, gap.path) for each in under.assessments for gap in each.gaps]

    assert not under.internal_errors
    assert gaps == [(flawed.criterion, flawed.outcome, flawed.path)]


@pytest.mark.parametrize("regime", REGIMES)
def test_every_criterion_of_a_regime_has_a_twin(regime: str) -> None:
    criteria = {criterion.id for criterion in LAW.regime(regime).regime.criteria}
    twins = {file.stem for file in (DOSSIERS / regime / "flawed").glob("*.yaml")}

    assert criteria == twins
