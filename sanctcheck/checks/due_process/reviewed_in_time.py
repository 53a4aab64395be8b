"""The listing is reviewed as often as the law asks.

What it checks:
    From each listing, renewal or review to the next review no more than the interval has passed, and on the day of
    the assessment the next review is not overdue.

Why it matters:
    A listing is a measure for the time being. What justified it may have ended, and only a review would show it.

Example:
    act: {kind: initial-designation, status: adopted, day: 2024-03-01}
    process:
      - {event: designated, day: 2024-03-01}

Use instead:
    act: {kind: initial-designation, status: adopted, day: 2024-09-01}
    process:
      - {event: designated, day: 2024-09-01}
      - {event: reviewed, day: 2025-08-20}

Source:
    Regulation (EU) 2020/1998, art. 14(4); S/RES/2734 (2024).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, day_of, late, met, not_applicable, not_met, pending, with_due
from sanctcheck.checks.due_process._log import by_when, deadline
from sanctcheck.checks.periods import Within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.checks.due_process._log import Deadline
    from sanctcheck.days import StatedDay
    from sanctcheck.reading.document import Path_

_LISTINGS = frozenset({"initial-designation", "renewal", "redesignation"})


@dataclass(frozen=True, slots=True)
class _Mark:
    """A day from which the interval runs anew."""

    day: StatedDay
    path: Path_
    is_review: bool


class Parameters(base.Parameters):
    """What the provision fixes."""

    interval: Within = Within(number=12, unit="months")
    """The longest time from one review to the next."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the reviews that were made, and one for the next."""
    if not matter.is_adopted:
        return [pending("The time for a review runs once the act is adopted.", ("act",))]
    marks = _marks(matter)
    if _has_ended(matter, marks):
        return [not_applicable("The listing has ended.")]
    if not marks:
        return []
    return [*_reviews_made(marks, parameters), _next_review(matter, marks[-1], parameters)]


def _marks(matter: Matter) -> list[_Mark]:
    events = matter.events("designated", "renewed", "reviewed")
    marks = [
        _Mark(day, event.path, event.part.event != "designated") for event in events if (day := day_of(event))
    ]
    act, day = matter.dossier.act, matter.act_day
    if act and day and act.kind in _LISTINGS and all(mark.day.surely_before(day) for mark in marks):
        marks.append(_Mark(day, ("act",), act.kind == "renewal"))
    return sorted(marks, key=lambda mark: (mark.day.latest, mark.is_review))


def _has_ended(matter: Matter, marks: list[_Mark]) -> bool:
    act = matter.dossier.act
    ends = [day_of(event) for event in matter.events("revoked", "lapsed")]
    relisted = bool(marks and ends) and all(
        day is not None and day.surely_before(marks[-1].day) for day in ends
    )
    return (act is not None and act.kind == "removal") or (bool(ends) and not relisted)


def _reviews_made(marks: list[_Mark], parameters: Parameters) -> Iterable[Result]:
    late = [result for last, mark in pairwise(marks) if (result := _late(last, mark, parameters))]
    reviews = [mark for mark in marks if mark.is_review]
    if late or not reviews:
        return late
    return [met("The listing was reviewed in time.", *(mark.path for mark in reversed(reviews)))]


def _late(last: _Mark, mark: _Mark, parameters: Parameters) -> Result | None:
    limit = deadline(last.day, last.path, parameters.interval)
    if not mark.is_review or limit is None or not limit.is_missed(mark.day):
        return None
    message = f"This review came after {limit.latest}, the last day for it."
    return with_due(late(message, mark.path, (last.path, "the time ran from here")), limit.due)


def _next_review(matter: Matter, last: _Mark, parameters: Parameters) -> Result:
    limit = deadline(last.day, last.path, parameters.interval)
    return with_due(_next(matter, last, limit, parameters), limit.due if limit else None)


def _next(matter: Matter, last: _Mark, limit: Deadline | None, parameters: Parameters) -> Result:
    if limit is None or limit.latest is None or limit.is_running(matter.as_of):
        when = by_when(limit) if limit and limit.latest else f"every {parameters.interval.period}"
        return pending(f"The next review is due {when}.", last.path)
    return not_met(
        f"The next review was due by {limit.latest}; the log shows none since this step.", last.path
    )
