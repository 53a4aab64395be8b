"""A decision of a court or authority that the law asks for is there.

What it checks:
    Among the prior decisions of the legal basis is one of the kinds asked for, with its authority and day, taken on or
    before the day of the act and not said to stand no longer.

Why it matters:
    Where a listing rests on another authority's decision, that decision is what guards the target against a mistake.

Example:
    with: {kinds: [prosecution, conviction]}
    legal_basis:
      - regime: example
        prior_decisions: [{authority: Court of Example, kind: asylum, day: 2024-05-06}]

Use instead:
    with: {kinds: [prosecution, conviction]}
    legal_basis:
      - regime: example
        prior_decisions: [{authority: Court of Example, kind: conviction, day: 2024-05-06}]

Source:
    Common Position 2001/931/CFSP, art. 1(4); Council v LTTE, C-599/14 P.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.days import stated_day
from sanctcheck.dossier.vocabulary import DecisionKind
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import PriorDecision


class Parameters(base.Parameters):
    """Which decision the law asks for."""

    kinds: tuple[DecisionKind, ...] = ()
    """The kinds of decision of which one is needed; left out, any."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """The best of the decisions of the kinds asked for."""
    basis = matter.basis
    if basis is None:
        return []
    decisions = [
        Placed(part, basis.at("prior_decisions", index))
        for index, part in enumerate(basis.part.prior_decisions)
    ]
    expected = f" Expected: {listed(parameters.kinds)}." if parameters.kinds else ""
    if not decisions:
        return [not_shown(f"The legal basis names no prior decision.{expected}", basis.path)]
    fitting = [each for each in decisions if not parameters.kinds or each.part.kind in parameters.kinds]
    if not fitting:
        found = listed(dict.fromkeys(each.part.kind for each in decisions), "and")
        return [not_met(f"The prior decisions are of the kind {found}.{expected}", decisions[0].at("kind"))]
    results = [_stands(matter, decision) for decision in fitting]
    return [next((result for result in results if result.outcome == "met"), results[0])]


def _stands(matter: Matter, decision: Placed[PriorDecision]) -> Result:
    part, day = decision.part, stated_day(decision.part.day)
    if part.in_force is False:
        return not_met(f"The decision of {part.authority} stands no longer.", decision.at("in_force"))
    if day is None:
        return not_shown(f"The day of the decision of {part.authority} is not stated.", decision.path)
    if matter.act_day is not None and day.surely_after(matter.act_day):
        message = f"The decision of {part.authority} is of {part.day}, after the act."
        return not_met(message, decision.at("day"), (("act", "day"), "the day of the act"))
    return met(f"The legal basis names the decision of {part.authority} ({part.kind}).", decision.path)
