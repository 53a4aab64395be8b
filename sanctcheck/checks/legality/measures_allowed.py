"""Each measure is one that the regime allows.

What it checks:
    Each measure of the dossier for this regime is among the measures that the regime has on the day, and is open
    against that kind of target.

Why it matters:
    A regime empowers to certain measures only. Another one has no basis in law.

Example:
    measures:
      - {kind: director-disqualification}

Use instead:
    measures:
      - {kind: asset-freeze}

Source:
    ECHR, Protocol 1, art. 1; Charter of Fundamental Rights of the EU, art. 52(1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.checks.legality._measures import measures_of
from sanctcheck.checks.legality._words import when_in_force
from sanctcheck.law.time import in_force
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Measure


class Parameters(base.Parameters):
    """None: the measures come from the regime."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each measure."""
    del parameters
    if not matter.regime.measures:
        return []
    measures = measures_of(matter)
    if not measures:
        return [not_shown("The dossier states no measure.", ("measures",))]
    return [_allowed(matter, measure) for measure in measures]


def _allowed(matter: Matter, measure: Placed[Measure]) -> Result:
    kind, target, path = measure.part.kind, matter.dossier.target.type, measure.at("kind")
    known = [each for each in matter.regime.measures if each.kind == kind]
    current = in_force(known, matter.regime, matter.law_day)
    if any(not each.targets or target in each.targets for each in current):
        return met(f"The regime allows the measure “{kind}”.", path)
    if current:
        against = listed(dict.fromkeys(f"“{name}”" for each in current for name in each.targets))
        return not_met(
            f"The measure “{kind}” is open only where the target is {against}; here it is “{target}”.", path
        )
    if known:
        dated = listed((when_in_force(each, matter.regime) for each in known), "and")
        return not_met(f"The measure “{kind}” is not in force on {matter.law_day}; it is {dated}.", path)
    allowed = listed(
        dict.fromkeys(each.kind for each in in_force(matter.regime.measures, matter.regime, matter.law_day))
    )
    return not_met(f"The regime does not allow the measure “{kind}”. Expected: {allowed}.", path)
