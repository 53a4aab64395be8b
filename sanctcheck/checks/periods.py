"""Periods as parameters of a check: how long the law gives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from sanctcheck.days import Period, StatedDay, Unit, after

if TYPE_CHECKING:
    from sanctcheck.dossier.model import Duration


class Within(BaseModel):
    """A period of the law, counted by the calendar from the day after the event that starts it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: Annotated[int, Field(ge=0)]
    """How many."""
    unit: Unit
    """days, working-days, months or years."""

    @property
    def period(self) -> Period:
        """The period itself."""
        return Period(self.number, self.unit)


def last_day(start: StatedDay, within: Within | None) -> date | None:
    """The last day of the period, counted from the latest day that the start can mean; None without a period."""
    return after(start.latest, within.period) if within else None


def duration_of(stated: Duration) -> Period:
    """A duration that a dossier states, as a period."""
    return Period(stated.number, stated.unit)


_STARTS = tuple(date(year, month, 1) for year in range(2001, 2005) for month in range(1, 13))
"""From the first of a month, n months last their shortest and their longest somewhere in these four years."""


def surely_longer(stated: Period, limit: Period) -> bool:
    """Whether a period runs out later than another one, whatever the day on which both begin.

    Three months may be longer or shorter than 90 days: neither is surely the longer one.
    """
    return all(after(start, stated) > after(start, limit) for start in _STARTS)
