"""The decision is on record: who took it, when, and in which document.

What it checks:
    A step `decided`, or the step in which the act took effect, names who took it and the day, and points to an
    exhibit or a note that records it.

Why it matters:
    A court reviews what was decided, by whom and on what material. Without a record made at the time, the authority
    can only reconstruct it.

Example:
    process:
      - {event: designated, day: 2026-03-01}

Use instead:
    process:
      - {event: decided, day: 2026-02-27, by: Minister, note: signed minute of the same day}
      - {event: designated, day: 2026-03-01}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 119-124; PACE Resolution 1597 (2008).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, day_of, met, not_shown, pending
from sanctcheck.checks.due_process._log import steps_of_act
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Event


class Parameters(base.Parameters):
    """None: a record is asked for everywhere in the same way."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether one of the steps records the decision in full."""
    del parameters
    steps = [*matter.events("decided"), *matter.events(*steps_of_act(matter))]
    for step in steps:
        if not _lacks(step):
            return [met("The decision is on record.", step.path)]
    if not matter.is_adopted:
        return [pending("The record of the decision is due once the act is adopted.", ("act",))]
    if not steps:
        return [not_shown("The log has no step in which the decision was taken.", ("process",))]
    return [not_shown(f"The record of the decision does not give {listed(_lacks(steps[0]))}.", steps[0].path)]


def _lacks(step: Placed[Event]) -> list[str]:
    has = {
        "who took it": step.part.by is not None,
        "the day": day_of(step) is not None,
        "a document or note that holds it": bool(step.part.exhibit or step.part.exhibits or step.part.note),
    }
    return [what for what, present in has.items() if not present]
