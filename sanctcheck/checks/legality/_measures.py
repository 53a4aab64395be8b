"""The measures that a dossier takes under one regime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks.base import Placed

if TYPE_CHECKING:
    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Measure


def measures_of(matter: Matter) -> list[Placed[Measure]]:
    """The measures for the regime of this matter, and those for each regime."""
    every = [Placed(part, ("measures", index)) for index, part in enumerate(matter.dossier.measures)]
    return [measure for measure in every if measure.part.regime in {None, matter.regime.id}]
