"""Periods as parameters of a check: how long the law gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from sanctcheck.days import Period, StatedDay, after

if TYPE_CHECKING:
    from datetime import date


class Within(BaseModel):
    """A period of the law, counted by the calendar from the day after the event that starts it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: Annotated[int, BeforeValidator(int)]
    """How many."""
    unit: Literal["days", "months", "years"]
    """days, months or years."""

    @property
    def period(self) -> Period:
        """The period itself."""
        return Period(self.number, self.unit)


def last_day(start: StatedDay, within: Within | None) -> date | None:
    """The last day of the period, counted from the latest day that the start can mean; None without a period."""
    return after(start.latest, within.period) if within else None
