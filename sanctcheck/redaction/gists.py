"""What the law of a dossier's regimes says of withholding: the provisions, and whether it asks for the gist."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.assess import law_day, regimes_of
from sanctcheck.law.time import citation, is_in_force

if TYPE_CHECKING:
    from datetime import date

    from sanctcheck.dossier.model import Dossier
    from sanctcheck.law.load import Law

_CHECK = "withholding_justified"
"""The check by which a regime tests what is kept from the target; its parameters say what is asked."""


class OfWithholding(NamedTuple):
    """What the law says of it.

    Attributes:
        provisions: of each regime that has a rule.
        asking: those that ask for the gist of what is left out.
    """

    provisions: tuple[str, ...]
    asking: tuple[str, ...]


def of_withholding(dossier: Dossier, law: Law, as_of: date) -> OfWithholding:
    """The rules in force on the day whose law counts, of the regimes that a dossier names."""
    day = law_day(dossier, as_of)
    provisions, asking = [], []
    for regime_id in regimes_of(dossier):
        if regime_id not in law.regime_ids:
            continue
        regime = law.regime(regime_id).regime
        for criterion in regime.criteria:
            if criterion.check != _CHECK or not is_in_force(criterion, regime, day):
                continue
            cited = f"{regime_id}: {citation(criterion.provision, regime)}"
            provisions.append(cited)
            if criterion.with_.get("gist") or criterion.with_.get("summary"):
                asking.append(cited)
    return OfWithholding(tuple(provisions), tuple(asking))
