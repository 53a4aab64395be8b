"""Scales: where a value or a day stands in a picture, and which marks an axis has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_TICKS = 9
_STEPS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200)
"""Months between two marks, from one to a century."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days from the first to the last, laid out from `start` to `end`."""

    first: date
    last: date
    start: float
    end: float

    def at(self, day: date) -> float:
        """Where a day stands; one outside stands at the edge."""
        span = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / span, 0), 1)
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self) -> Iterator[tuple[date, str]]:
        """Days that an axis marks, at most a handful, with their labels: a year at its beginning, else a month."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((each for each in _STEPS if months / each <= _MOST_TICKS), _STEPS[-1])
        number = -(-(self.first.year * 12 + self.first.month - (self.first.day == 1)) // step) * step
        while True:
            year, month = divmod(number, 12)
            if year > date.max.year or date(year, month + 1, 1) > self.last:
                return
            yield date(year, month + 1, 1), str(year) if step >= 12 else f"{year}-{month + 1:02d}"
            number += step


def time_scale(days: list[date], start: float, end: float) -> TimeScale:
    """A scale on which all of some days stand, with a little room on both sides."""
    first, last = min(days), max(days)
    room = max((last - first).days // 20, 10)
    return TimeScale(_moved(first, -room), _moved(last, room), start, end)


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return day
