"""The decision is taken by whom the law empowers.

What it checks:
    The decision-maker that the legal basis names (else whoever took the step `decided` or `designated`) is one that
    the regime has on the day. Case does not matter, and the name may stand in a longer one.

Why it matters:
    A decision by somebody without the power is void, however well it is reasoned.

Example:
    legal_basis:
      - {regime: example, decision_maker: Director of the Sanctions Office}

Use instead:
    legal_basis:
      - {regime: example, decision_maker: the Minister}

Source:
    SAMLA 2018, s. 11; HM Treasury v Ahmed [2010] UKSC 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_met, not_shown
from sanctcheck.checks.legality._words import contains
from sanctcheck.law.time import in_force
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.reading.document import Path_


class Parameters(base.Parameters):
    """None: the decision-makers come from the regime."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether the decision-maker is one of the regime's."""
    del parameters
    makers = [maker.who for maker in in_force(matter.regime.decision_makers, matter.regime, matter.law_day)]
    if matter.basis is None or not makers:
        return []
    expected = listed(f"“{maker}”" for maker in makers)
    stated = _stated(matter)
    if stated is None:
        return [not_shown(f"Nothing says who takes the decision. Expected: {expected}.", matter.basis_path)]
    name, path = stated
    if not any(contains(name, maker) for maker in makers):
        return [not_met(f"The decision is taken by {quoted(name)}. Expected: {expected}.", path)]
    return [met(f"The decision is taken by {quoted(name)}.", path)]


def _stated(matter: Matter) -> tuple[str, Path_] | None:
    if matter.basis is not None and matter.basis.part.decision_maker is not None:
        return matter.basis.part.decision_maker, matter.basis.at("decision_maker")
    steps = [*matter.events("decided"), *matter.events("designated")]
    return next(((step.part.by, step.at("by")) for step in steps if step.part.by is not None), None)
