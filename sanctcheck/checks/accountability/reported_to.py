"""The act was reported to the body that oversees it.

What it checks:
    The log has a step `reported` addressed to the body: within the period from the step that starts it, or, where the
    law asks for notice in advance, at least so long before the step that it has to precede.

Why it matters:
    Executive powers over named people stay lawful in the long run only where somebody elected can see their use.

Example:
    with: {body: Parliament, within: {number: 30, unit: days}}
    process:
      - {event: designated, day: 2026-03-01}

Use instead:
    with: {body: Parliament, within: {number: 30, unit: days}}
    process:
      - {event: designated, day: 2026-03-01}
      - {event: reported, day: 2026-03-31, to: the Speaker of Parliament}

Source:
    22 U.S.C. 10102(g) and 10103; Sanctions and Anti-Money Laundering Act 2018, s. 32.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sanctcheck import days
from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, day_of, late, met, not_shown, pending
from sanctcheck.checks.due_process._log import (
    Words,
    deadline,
    is_before,
    names,
    nearest_step,
    since_step,
    timely,
)
from sanctcheck.checks.periods import Within
from sanctcheck.dossier.vocabulary import ProcessStep

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.checks.base import Matter
    from sanctcheck.checks.due_process._log import Deadline
    from sanctcheck.dossier.model import Event


class YearlyDay(base.Parameters):
    """A day of each year."""

    month: int
    """The month, 1 to 12."""
    day: int
    """The day of the month."""


class Parameters(base.Parameters):
    """What the provision fixes."""

    body: str = ""
    """The body, by a name that the log is expected to contain; left out, any."""
    within: Within | None = None
    """The period for it, where the law sets one."""
    since: ProcessStep = "designated"
    """The step from which the time runs; `designated` stands for the act, whatever its kind."""
    before: Within | None = None
    """How long in advance it is due, where the law asks for a report beforehand."""
    of: ProcessStep | None = None
    """The step that it has to precede."""
    about: str = ""
    """A word of its note or outcome that tells what the report is on; left out, any."""
    yearly_on: YearlyDay | None = None
    """The day of the year on which it is due, where the law names one; `within` is then the latest that this can be."""
    asked_by: str = ""
    """Whoever has to have done the step from which the time runs, for it to be due at all; left out, anybody."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether, and when, the report was made."""
    requests = [step for step in matter.events(parameters.since) if names(parameters.asked_by, step.part.by)]
    if parameters.asked_by and not requests:
        return []
    reports = [each for each in matter.events("reported") if _is_meant(each.part, parameters)]
    if parameters.of is not None:
        return [_in_advance(matter, reports, parameters.of, parameters)]
    if not matter.is_adopted and not parameters.asked_by:
        return [pending("The report is due once the act is adopted.", ("act",))]
    limit = since_step(matter, parameters.since, parameters.within)
    if parameters.asked_by:
        limit = deadline(day_of(requests[-1]), requests[-1].path, parameters.within)
    since_then = [report for report in reports if not is_before(report, limit.begins if limit else None)]
    result = timely(matter, since_then, limit, Words("The report", _missing(parameters)))
    return [_on_its_day(result, limit, matter.as_of, parameters.yearly_on)]


def _on_its_day(result: Result, limit: Deadline | None, as_of: date, yearly: YearlyDay | None) -> Result:
    """A report that is still to come, with the day of the year on which it is due."""
    if yearly is None or limit is None:
        return result
    same_year = limit.begins.latest.replace(month=yearly.month, day=yearly.day)
    due = same_year if same_year >= limit.begins.latest else same_year.replace(year=same_year.year + 1)
    if result.outcome != "pending":
        return replace(result, due=due)
    verb = "is" if as_of <= due else "was"
    return replace(
        result, message=f"The report {verb} due on {due}, or as soon after it as the law allows.", due=due
    )


def _is_meant(report: Event, parameters: Parameters) -> bool:
    to = names(parameters.body, report.to, *report.bodies)
    return to and names(parameters.about, report.note, report.outcome)


def _missing(parameters: Parameters) -> str:
    to = f" to {parameters.body}" if parameters.body else ""
    return f"The log does not show that a report{to} was made."


def _in_advance(matter: Matter, reports: list[Placed[Event]], of: str, parameters: Parameters) -> Result:
    step = nearest_step(matter, of)
    if step is None:
        if reports:
            return met("The report was made.", reports[-1].path)
        return pending(f"The report is due before the step “{of}”.", ("process",))
    if not reports:
        return not_shown(_missing(parameters), step.path)
    latest = _latest(step, parameters.before)
    too_late = [report for report in reports if _is_late(report, latest)]
    for report in reports:
        if report not in too_late:
            return met("The report was made in advance.", report.path, step.path)
    message = f"The report came on {too_late[0].part.day}; the last day for it was {latest}."
    return late(message, too_late[0].at("day"), (step.path, "the step that it has to precede"))


def _latest(step: Placed[Event], ahead: Within | None) -> date | None:
    """The last day for the report, counted back from the latest day that the step can mean."""
    day = day_of(step)
    if day is None or ahead is None:
        return day.latest if day else None
    return days.before(day.latest, ahead.period)


def _is_late(report: Placed[Event], latest: date | None) -> bool:
    day = day_of(report)
    return day is not None and latest is not None and day.earliest > latest
