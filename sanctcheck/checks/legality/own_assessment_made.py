"""The deciding authority tested the proposal itself.

What it checks:
    The log has a step `own-assessment` on or before the day of the act, and it was made by somebody other than
    whoever proposed the listing.

Why it matters:
    A listing rests on the authority's own judgement. What a partner, a ministry or another State says is material for
    that judgement and does not replace it.

Example:
    process:
      - {event: proposed, day: 2026-01-10, by: Country desk}
      - {event: designated, day: 2026-03-01}

Use instead:
    process:
      - {event: proposed, day: 2026-01-10, by: Country desk}
      - {event: own-assessment, day: 2026-02-10, by: Sanctions unit}
      - {event: designated, day: 2026-03-01}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 114 to 116; Council v LTTE, C-599/14 P.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, day_of, met, not_met, not_shown
from sanctcheck.checks.legality._words import plain
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Event


class Parameters(base.Parameters):
    """None."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """The best of the assessments in the log."""
    del parameters
    steps = [step for step in matter.events("own-assessment") if step.part.not_possible_because is None]
    if not steps:
        message = "The log does not show that the deciding authority made an assessment of its own."
        return [not_shown(message, ("process",))]
    results = [_of_step(matter, step) for step in steps]
    return [next((result for result in results if result.outcome == "met"), results[0])]


def _of_step(matter: Matter, step: Placed[Event]) -> Result:
    day = day_of(step)
    if day is None:
        return not_shown("The log does not say when the authority made its own assessment.", step.path)
    if matter.act_day is not None and day.surely_after(matter.act_day):
        message = f"The authority's own assessment is of {step.part.day}, after the act."
        return not_met(message, step.at("day"), (("act", "day"), "the day of the act"))
    return _by_another(matter, step)


def _by_another(matter: Matter, step: Placed[Event]) -> Result:
    proposers = [proposal for proposal in matter.events("proposed") if proposal.part.by is not None]
    name = step.part.by
    if proposers and name is None:
        return not_shown("The log does not say who made the authority's own assessment.", step.path)
    for proposal in proposers:
        if plain(name or "") == plain(proposal.part.by or ""):
            message = f"The assessment was made by {quoted(name)}, who also proposed the listing."
            return not_met(message, step.at("by"), (proposal.at("by"), "the proposal"))
    return met("The deciding authority made an assessment of its own.", step.path)
