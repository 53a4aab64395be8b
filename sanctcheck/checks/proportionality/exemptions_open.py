"""Exemptions from the measures are open, and the dossier says how they are obtained.

What it checks:
    Each kind of exemption that the criterion names is listed, with the way in which it is obtained. One that is said
    not to be available in practice is a gap.

Why it matters:
    Food, rent and a lawyer have to be paid during a freeze. Without exemptions that work, the measure is out of
    proportion and the right to go to court is empty.

Example:
    with: {kinds: [legal-fees]}
    exemptions:
      - {kind: legal-fees}

Use instead:
    with: {kinds: [legal-fees]}
    exemptions:
      - {kind: legal-fees, how: By licence of the Minister on a written request.}

Source:
    World Summit Outcome (2005), A/RES/60/1, para. 109; S/RES/1452 (2002), para. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.dossier.vocabulary import ExemptionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Exemption


class Parameters(base.Parameters):
    """What the provision fixes."""

    kinds: tuple[ExemptionKind, ...] = ("basic-needs", "legal-fees")
    """The exemptions that have to be open."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each kind of exemption."""
    every = [Placed(part, ("exemptions", at)) for at, part in enumerate(matter.dossier.exemptions)]
    return [_open(kind, [each for each in every if each.part.kind == kind]) for kind in parameters.kinds]


def _open(kind: ExemptionKind, stated: Sequence[Placed[Exemption]]) -> Result:
    """Where a kind is listed more than once, one way that is open is enough."""
    if not stated:
        return not_shown(f"No exemption “{kind}” is listed.", ("exemptions",))
    available = [each for each in stated if each.part.available is not False]
    if not available:
        return not_met(f"The exemption “{kind}” is said not to be available.", stated[0].at("available"))
    explained = [each for each in available if each.part.how is not None]
    if not explained:
        return not_shown(f"How the exemption “{kind}” is obtained is not said.", available[0].path)
    return met(f"The exemption “{kind}” is open.", explained[0].at("how"))
