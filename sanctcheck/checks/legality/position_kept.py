"""The act does not work back in time, and squares with what the authority told the target before.

What it checks:
    The day from which the act has effect is not before the day of the act; and each step `assurance-given` before the act
    is among the ids that a later step names in `addressed`, so that the file says why the position changed.

Why it matters:
    Who is told in writing that a list does not mean them may rely on it. A measure that reaches back punishes what
    nobody could have known to be forbidden.

Example:
    act: {kind: variation, status: adopted, day: 2026-03-01}
    process:
      - {event: assurance-given, id: P1, day: 2024-05-02, note: the target is not the person on the list}
      - {event: decided, day: 2026-03-01}

Use instead:
    act: {kind: variation, status: adopted, day: 2026-03-01}
    process:
      - {event: assurance-given, id: P1, day: 2024-05-02, note: the target is not the person on the list}
      - {event: decided, day: 2026-03-01, addressed: [P1], note: A new register entry shows that he is.}

Source:
    Charter of Fundamental Rights of the EU, art. 41; general principles of legal certainty and of the protection of
    legitimate expectations; R v North and East Devon HA, ex p. Coughlan [2001] QB 213.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.checks.due_process._log import is_after
from sanctcheck.days import stated_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Event


class Parameters(base.Parameters):
    """None."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the day of effect, where another is stated, and one for each assurance."""
    del parameters
    assurances = [step for step in matter.events("assurance-given") if not is_after(step, matter.act_day)]
    return [*_effect(matter), *(_squared(matter, step) for step in assurances)]


def _effect(matter: Matter) -> Iterable[Result]:
    act = matter.dossier.act
    effective = stated_day(act.effective) if act else None
    if act is None or effective is None or matter.act_day is None:
        return
    if effective.surely_before(matter.act_day):
        message = f"The act is of {act.day} and is to have effect from {act.effective}, before that day."
        yield not_met(message, ("act", "effective"), (("act", "day"), "the day of the act"))
    else:
        yield met("The act does not work back in time.", ("act", "effective"))


def _squared(matter: Matter, assurance: Placed[Event]) -> Result:
    name = assurance.part.id
    for step in matter.events():
        if name is not None and name in step.part.addressed:
            return met(
                f"Why the position of {assurance.part.day} changed is on file.", step.path, assurance.path
            )
    message = "The target was given an assurance, and no later step says how the act squares with it."
    return not_shown(message, assurance.path)
