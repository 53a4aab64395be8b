"""Each request for removal was decided.

What it checks:
    Each step `removal-requested` has a step `removal-decided`: one that names it, or a later one that names none.
    Where the law sets a period, the decision came within it. While the period runs, or where there is none, a request
    that is not decided is pending.

Why it matters:
    A right to ask is worth what the answer is worth, and an answer that never comes cannot be taken to court.

Example:
    with: {within: {number: 90, unit: days}}
    process:
      - {event: designated, day: 2025-03-01}
      - {event: removal-requested, id: R1, day: 2026-01-10}

Use instead:
    with: {within: {number: 90, unit: days}}
    process:
      - {event: designated, day: 2025-03-01}
      - {event: removal-requested, id: R1, day: 2026-01-10}
      - {event: removal-decided, answers: R1, day: 2026-03-30, outcome: refused with reasons}

Source:
    S.C. 2017, c. 21, s. 8; ICCPR art. 2(3); Sayadi and Vinck v Belgium, CCPR/C/94/D/1472/2006.
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
    """The period for the decision from the request, where the law sets one."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each request."""
    requests = matter.events("removal-requested")
    if not requests:
        return [not_applicable("The log shows no request for removal.")]
    return [
        with_due(_decided(matter, request, parameters), due_after(request, parameters.within))
        for request in requests
    ]


def _decided(matter: Matter, request: Placed[Event], parameters: Parameters) -> Result:
    decision = answer_to(request, matter.events("removal-decided"))
    if decision is None:
        return _undecided(matter, request, parameters)
    limit, decided = deadline(day_of(request), request.path, parameters.within), day_of(decision)
    if limit is not None and decided is not None and limit.is_missed(decided):
        message = f"The decision came on {decision.part.day}; the last day for it was {limit.latest}."
        return late(message, decision.at("day"), (request.path, "the time ran from here"))
    return met("The request for removal was decided.", decision.path, request.path)


def _undecided(matter: Matter, request: Placed[Event], parameters: Parameters) -> Result:
    if parameters.within is None:
        return pending("The request for removal is still to be decided.", request.path)
    limit = deadline(day_of(request), request.path, parameters.within)
    if limit is None or limit.latest is None:
        message = "The log shows neither a decision on this request nor the day on which its period began."
        return not_shown(message, request.path)
    if limit.is_running(matter.as_of):
        return pending(f"A decision on the request is due {by_when(limit)}.", request.path)
    return not_shown(
        f"The log shows no decision on this request; it was due by {limit.latest}.", request.path
    )
