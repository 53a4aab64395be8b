"""A step that the procedure asks for is in the log.

What it checks:
    The log has a step of the kind asked for, taken by one of those who may take it, and on or before the day of the
    act where it belongs before the act.

Why it matters:
    A rule of procedure that left no trace in the log cannot be shown to have been kept.

Example:
    with: {step: legal-review}
    process:
      - {event: designated, day: 2026-03-01}

Use instead:
    with: {step: legal-review}
    process:
      - {event: legal-review, day: 2026-02-20, by: legal adviser}
      - {event: designated, day: 2026-03-01}

Source:
    PACE Resolution 1597 (2008), para. 5.2; and the provision of the criterion that asks for the step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown, pending
from sanctcheck.checks.due_process._log import is_after, names
from sanctcheck.dossier.vocabulary import PROCESS_STEP, ProcessStep
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Event


class Parameters(base.Parameters):
    """What the provision fixes."""

    step: ProcessStep = "legal-review"
    """The step."""
    by: tuple[str, ...] = ()
    """Who may take it, by a name that the log is expected to contain; left out, anybody."""
    before: Literal["act"] | None = "act"
    """Whether it belongs before the act (`act`) or has no place in time (null)."""
    say: str = ""
    """What the step is in this regime, as a message says it."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether the step was taken, by whom, and in its place."""
    steps = matter.events(parameters.step)
    if steps:
        results = [_taken(matter, step, parameters) for step in steps]
        return [next((result for result in results if result.outcome == "met"), results[0])]
    if parameters.before is None and not matter.is_adopted:
        return [pending(f"The step “{parameters.step}” is still to come.", ("act",))]
    return [not_shown(f"The log has no step “{parameters.step}” ({_said(parameters)}).", ("process",))]


def _said(parameters: Parameters) -> str:
    return parameters.say or PROCESS_STEP[parameters.step]


def _taken(matter: Matter, step: Placed[Event], parameters: Parameters) -> Result:
    name = f"The step “{parameters.step}”"
    if parameters.by and step.part.by is None:
        return not_shown(f"{name} does not say who took it; {listed(parameters.by)} is expected.", step.path)
    if parameters.by and not any(names(body, step.part.by) for body in parameters.by):
        who = quoted(step.part.by)
        return not_met(f"{name} was taken by {who}; {listed(parameters.by)} is expected.", step.at("by"))
    if parameters.before == "act" and is_after(step, matter.act_day):
        return not_met(f"{name} came on {step.part.day}, after the act.", step.at("day"))
    return met(f"{name} is in the log.", step.path)
