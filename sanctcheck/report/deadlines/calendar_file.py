"""Deadlines as a calendar file (RFC 5545) that calendar programs import: one all-day event for each open deadline."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sanctcheck import __version__
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icalendar import Event

    from sanctcheck.deadlines import Deadline


def text(deadlines: Sequence[Deadline], as_of: date) -> str:
    """The calendar. The same deadlines give the same bytes, so that importing it again moves events, not doubles them."""
    from icalendar import Calendar  # noqa: PLC0415 - heavy, and only a calendar file needs it

    calendar = Calendar()
    calendar.add("prodid", f"-//sanctcheck//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    seen: Counter[str] = Counter()
    for deadline in deadlines:
        if deadline.is_open:
            key = _fingerprint(deadline)
            seen[key] += 1
            calendar.add_component(_event(deadline, as_of, f"{key}-{seen[key]}"))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(deadline: Deadline, as_of: date, uid: str) -> Event:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", f"{uid}@sanctcheck")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", deadline.day)
    event.add("dtend", _day_after(deadline.day))
    event.add("summary", visible(_summary(deadline)))
    event.add("description", "\n".join(visible(line) for line in _lines(deadline)))
    event.add("categories", [deadline.regime])
    event.add("transp", "TRANSPARENT")
    if deadline.yearly:
        event.add("rrule", {"freq": "yearly"})
    return event


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _summary(deadline: Deadline) -> str:
    who = deadline.where.target if deadline.where else deadline.regime
    overdue = "Overdue: " if deadline.status == "overdue" else ""
    return f"{overdue}{who}: {deadline.what} ({deadline.regime})"


def _lines(deadline: Deadline) -> list[str]:
    lines = ["; ".join(deadline.provisions)]
    if deadline.verified in MARKS:
        lines.append(f"{MARKS[deadline.verified]}: {LEGEND[deadline.verified]}")
    if deadline.is_good_practice:
        lines.append("Good practice: no law of the regime asks for it.")
    if deadline.is_earliest:
        lines.append("The first day on which it can be due; the law names the next day that fits.")
    lines += [f"Else: {deadline.effect}"] if deadline.effect else []
    lines += [deadline.note] if deadline.note else []
    if deadline.where:
        lines.append(f"{deadline.where.file}, line {deadline.where.place.line}")
    return lines


def _fingerprint(deadline: Deadline) -> str:
    """The same for the same deadline while lines move and days change."""
    where = deadline.where
    parts = [deadline.regime, deadline.rule]
    parts += [where.file, "/".join(map(str, where.pointer))] if where else [deadline.day.isoformat()]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:24]
