"""The bodies that the law names were consulted.

What it checks:
    For each body, the log has a step of the kinds asked for that names it, on or before the day of the act.

Why it matters:
    Where the law shares a decision between offices, one of them acting alone acts outside its power.

Example:
    with: {bodies: [Attorney General]}
    process:
      - {event: consulted, day: 2026-02-01, bodies: [Treasury]}
      - {event: designated, day: 2026-03-01}

Use instead:
    with: {bodies: [Attorney General]}
    process:
      - {event: consulted, day: 2026-02-01, bodies: [Treasury, the Attorney General]}
      - {event: designated, day: 2026-03-01}

Source:
    Executive Order 13818, sec. 1(a)(ii); 22 U.S.C. 10102(c).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_met, not_shown
from sanctcheck.checks.due_process._log import is_after, names
from sanctcheck.dossier.vocabulary import ProcessStep
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter


class Parameters(base.Parameters):
    """What the provision fixes."""

    bodies: tuple[str, ...] = ()
    """The bodies, by a name that the log is expected to contain."""
    steps: tuple[ProcessStep, ...] = ("consulted", "approved")
    """The kinds of step that count."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each body."""
    return [_consulted(matter, body, parameters) for body in parameters.bodies]


def _consulted(matter: Matter, body: str, parameters: Parameters) -> Result:
    found = [
        step
        for step in matter.events(*parameters.steps)
        if names(body, *step.part.bodies, step.part.by, step.part.to)
    ]
    for step in found:
        if not is_after(step, matter.act_day):
            return met(f"{body}: {step.part.event} before the act.", step.path)
    if found:
        message = f"{body}: {found[0].part.event} on {found[0].part.day}, after the act."
        return not_met(message, found[0].at("day"))
    steps = listed(f"“{step}”" for step in parameters.steps)
    return not_shown(f"The log has no step {steps} that names {body}.", ("process",))
