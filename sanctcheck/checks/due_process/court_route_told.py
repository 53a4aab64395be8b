"""The target is told which court to go to, and until when.

What it checks:
    The dossier names the court, gives the time limit that the law sets where it states one, and says, once the act is
    adopted, that the target was told.

Why it matters:
    A remedy that the target does not know of, or learns of too late, is none.

Example:
    delisting: {body: the ministry}

Use instead:
    delisting:
      body: the ministry
      court: {court: Administrative Court, time_limit: {number: 2, unit: months}}
      told_to_target: true

Source:
    ICCPR art. 2(3); ECHR arts. 6 and 13; TFEU arts. 263 and 275.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_met, not_shown, pending
from sanctcheck.checks.periods import Within, duration_of
from sanctcheck.days import Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import CourtRoute


class Parameters(base.Parameters):
    """What the provision fixes."""

    time_limit: Within | None = None
    """The time for going to court, where the law sets one."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the court with its time limit, one for telling the target."""
    delisting = matter.dossier.delisting
    if delisting is None or delisting.court is None:
        return [not_shown("The dossier does not name the court to which the target can go.", ("delisting",))]
    return [_court(delisting.court, parameters), _told(matter, told=delisting.told_to_target)]


def _court(court: CourtRoute, parameters: Parameters) -> Result:
    path = ("delisting", "court")
    if court.time_limit is not None and parameters.time_limit is not None:
        stated, expected = (
            duration_of(court.time_limit),
            parameters.time_limit.period,
        )
        if _same_unit(stated) != _same_unit(expected):
            message = f"The time limit is stated as {stated}; it is {expected}."
            return not_met(message, (*path, "time_limit"))
    return met("The dossier names the court to which the target can go.", path)


def _same_unit(period: Period) -> Period:
    return Period(period.number * 12, "months") if period.unit == "years" else period


def _told(matter: Matter, *, told: bool | None) -> Result:
    path = ("delisting", "told_to_target")
    if told:
        return met("The target is told of the way to the court.", path)
    if not matter.is_adopted:
        return pending("The target is to be told of the way to the court once the act is adopted.", path)
    if told is None:
        return not_shown(
            "The dossier does not say that the target was told of the way to the court.", path[:1]
        )
    return not_met("The target was not told of the way to the court.", path)
