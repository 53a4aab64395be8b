"""Days as a dossier states them: whole, partial, approximate; and the periods that the law counts.

A stated day is never made more precise than it was written. It is kept as the span between the earliest and
the latest day that it can mean, and two days compare only where their spans allow it.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal

_MONTH_DAY = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP_YEAR = r"(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)"
_DAY = rf"(?:[12][0-9]{{3}}-{_MONTH_DAY}|{_LEAP_YEAR}-02-29)"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])"
_PARTIAL = rf"(?:{_DAY}|[12][0-9]{{3}}-(?:0[1-9]|1[0-2])|[12][0-9]{{3}})"

# `(?!\n)`: in Python, unlike in JSON Schema's own dialect, `$` also matches before a final line feed.
DAY_PATTERN = rf"^{_DAY}$(?!\n)"
"""A whole calendar day, `2024-02-29`; a day that does not exist does not match."""
MONTH_DAY_PATTERN = rf"^{_MONTH_DAY}$(?!\n)"
"""A month and day that every year has, `12-10`."""
STATED_DAY_PATTERN = (
    rf"^(?:(?:(?:on or )?about |before |after )?{_PARTIAL}|{_DAY}T{_CLOCK}{_ZONE}|unknown)$(?!\n)"
)
"""`2024-03-01`, `2024-03`, `2024`, with `about`, `on or about`, `before` or `after`; a time with zone; `unknown`."""

_STATED = re.compile(STATED_DAY_PATTERN)
_QUALIFIER = re.compile(r"^(on or about|about|before|after) ")
_ABOUT = {4: timedelta(days=366), 7: timedelta(days=31), 10: timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class StatedDay:
    """The span of days that a stated day can mean."""

    earliest: date
    latest: date

    def surely_before(self, other: StatedDay) -> bool:
        """Whether every day this can mean lies before every day the other can mean."""
        return self.latest < other.earliest

    def surely_after(self, other: StatedDay) -> bool:
        """Whether every day this can mean lies after every day the other can mean."""
        return self.earliest > other.latest


def has_end(day: StatedDay) -> bool:
    """Whether the span ends on a day that is known: `after 2024` does not."""
    return day.latest != date.max


def exactly(day: date) -> StatedDay:
    """A day that is known to the day."""
    return StatedDay(day, day)


@lru_cache(maxsize=4096)
def stated_day(text: str | None) -> StatedDay | None:
    """The span that a stated day can mean; None for `unknown`, for nothing, and for what is no date."""
    if text is None or text == "unknown" or _STATED.match(text) is None:
        return None
    if "T" in text:
        moment = datetime.fromisoformat(text).astimezone(UTC)
        return exactly(moment.date())
    qualifier = _QUALIFIER.match(text)
    partial = text[qualifier.end() :] if qualifier else text
    return _qualified(_span(partial), qualifier.group(1) if qualifier else "", len(partial))


def _span(partial: str) -> StatedDay:
    numbers = [int(part) for part in partial.split("-")]
    if len(numbers) == 1:
        return StatedDay(date(numbers[0], 1, 1), date(numbers[0], 12, 31))
    if len(numbers) == 2:
        year, month = numbers
        return StatedDay(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return exactly(date(*numbers))


def _qualified(span: StatedDay, qualifier: str, written: int) -> StatedDay:
    if qualifier == "before":
        return StatedDay(date.min, span.latest)
    if qualifier == "after":
        return StatedDay(span.earliest, date.max)
    if qualifier:
        return StatedDay(span.earliest - _ABOUT[written], span.latest + _ABOUT[written])
    return span


Unit = Literal["days", "working-days", "months", "years"]


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the law: `56 days`, `12 months`, `3 years`, counted by the calendar."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        """As a sentence says it: `1 month`, `56 days`, `3 working days`."""
        unit = self.unit.replace("-", " ")
        return f"{self.number} {unit if self.number != 1 else unit[:-1]}"


def after(day: date, period: Period) -> date:
    """The last day of a period that begins the day after `day`; the last day of the calendar at most.

    Months and years go by the calendar: one month after 31 January is the last day of February, and one year
    after 29 February is 28 February. Working days are Monday to Friday: public holidays differ from office to office
    and are not taken out, so that the day can be earlier than the law's own, never later.
    """
    if period.unit == "days":
        return _on_calendar(day.toordinal() + period.number)
    if period.unit == "working-days":
        return _working_days_after(day, period.number)
    months = period.number * (12 if period.unit == "years" else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if period.number > 0 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_WORKING_WEEK = 5


def _working_days_after(day: date, number: int) -> date:
    """The day that many working days on, or back where the number is negative."""
    direction = 1 if number > 0 else -1
    weeks, left = divmod(abs(number), _WORKING_WEEK)
    # Whole weeks in one step from the nearest working day behind; only the rest is walked.
    while day.weekday() >= _WORKING_WEEK and number and date.min < day < date.max:
        day = _on_calendar(day.toordinal() - direction)
    day = _on_calendar(day.toordinal() + direction * 7 * weeks)
    while left and date.min < day < date.max:
        day = _on_calendar(day.toordinal() + direction)
        left -= day.weekday() < _WORKING_WEEK
    return day


def _on_calendar(ordinal: int) -> date:
    """The day with this number, held within the calendar: a dossier may state a period of any length."""
    return date.fromordinal(max(date.min.toordinal(), min(ordinal, date.max.toordinal())))


def before(day: date, period: Period) -> date:
    """The latest day on which a step that must precede `day` by the period can be taken.

    Where the month has no such day it is the last of that month: one month before 31 March is the end of February.
    """
    return after(day, Period(-period.number, period.unit))
