"""What the target put forward was answered.

What it checks:
    Each step `representations-received` has a step `representations-answered`: one that names it, or a later one that
    names none. Where the law sets a period, the answer came within it.

Why it matters:
    To hear means to consider. Only an answer shows that what was said was read and weighed.

Example:
    process:
      - {event: designated, day: 2026-03-01}
      - {event: representations-received, id: R1, day: 2026-03-20}

Use instead:
    process:
      - {event: designated, day: 2026-03-01}
      - {event: representations-received, id: R1, day: 2026-03-20}
      - {event: representations-answered, answers: R1, day: 2026-04-10}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 114-116; Council Decision (CFSP) 2020/1999,
    art. 5(3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import (
    Placed,
    Result,
    day_of,
    late,
    met,
    not_applicable,
    not_shown,
    pending,
    with_due,
)
from sanctcheck.checks.due_process._log import answer_to, by_when, deadline, due_after
from sanctcheck.checks.periods import Within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Event


class Parameters(base.Parameters):
    """What the provision fixes."""

    within: Within | None = None
    """The period for the answer from receipt, where the law sets one."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each submission of the target."""
    received = matter.events("representations-received")
    if not received:
        return [not_applicable("The log shows no representations of the target.")]
    return [
        with_due(_answered(matter, submission, parameters), due_after(submission, parameters.within))
        for submission in received
    ]


def _answered(matter: Matter, submission: Placed[Event], parameters: Parameters) -> Result:
    answer = answer_to(submission, matter.events("representations-answered"))
    limit = deadline(day_of(submission), submission.path, parameters.within)
    if answer is None:
        if limit is not None and limit.is_running(matter.as_of):
            return pending(f"An answer to the representations is due {by_when(limit)}.", limit.path)
        if parameters.within is None and not matter.is_adopted:
            return pending("An answer to the representations is due with the decision.", submission.path)
        return not_shown("The log does not show that these representations were answered.", submission.path)
    answered = day_of(answer)
    if limit is not None and answered is not None and limit.is_missed(answered):
        message = f"The answer came on {answer.part.day}; the last day for it was {limit.latest}."
        return late(message, answer.at("day"), (submission.path, "the time ran from here"))
    return met("The representations were answered.", answer.path, submission.path)
