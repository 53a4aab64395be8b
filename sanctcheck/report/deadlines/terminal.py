"""Deadlines for a terminal: overdue first, then what is due, then what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sanctcheck.deadlines import Deadline, Status
    from sanctcheck.report.view import View

_HEADINGS: dict[Status, str] = {
    "overdue": "Overdue",
    "due": "Due",
    "done-late": "Done late",
    "done": "Done in time",
}
_COLOURS: dict[Status, str] = {"overdue": "error", "due": "pending", "done-late": "warning", "done": "met"}


def text(deadlines: Sequence[Deadline], view: View) -> Iterator[str]:
    """The deadlines, piece by piece."""
    yield view.paint(f"Deadlines as of {view.as_of}", "strong") + "\n"
    for status, heading in _HEADINGS.items():
        chosen = [each for each in deadlines if each.status == status]
        if chosen:
            yield f"\n{view.paint(heading, _COLOURS[status])}\n"
        for each in chosen:
            yield from _deadline(each, view)
    yield "\n" + view.wrapped(_summary(deadlines), "")
    used = {each.verified for each in deadlines}
    for verified, meaning in LEGEND.items():
        if verified in used:
            yield view.wrapped(f"[{MARKS[verified]}] {meaning}", "  ", "    ")


def _deadline(deadline: Deadline, view: View) -> Iterator[str]:
    who = shorten(deadline.where.target) if deadline.where else "the regime as a whole"
    head = f"{deadline.day}  {_distance(deadline, view.as_of)}  {visible(who)}"
    yield f"\n  {head}\n"
    yield view.wrapped(f"{deadline.regime}:{deadline.rule}  {deadline.what}", "    ", "      ")
    if deadline.effect:
        yield view.wrapped(deadline.effect, "    else  ", "          ")
    mark = MARKS.get(deadline.verified)
    good = "good practice, no law of the regime: " if deadline.is_good_practice else ""
    cited = "; ".join(deadline.provisions)
    yield view.wrapped(f"{good}{cited}{f'  [{mark}]' if mark else ''}", "    law   ", "          ")
    if deadline.note:
        yield view.wrapped(deadline.note, "    note  ", "          ")
    if deadline.where:
        place = deadline.where.place
        yield view.wrapped(f"{deadline.where.file}:{place.line}:{place.column}", "    at    ", "          ")


def _distance(deadline: Deadline, as_of: date) -> str:
    days = deadline.days_left(as_of)
    if deadline.status in {"done", "done-late"}:
        return "last day"
    if days == 0:
        return "today"
    number = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    since = ", or as soon after as the law allows" if deadline.is_earliest else ""
    return f"in {number}{since}" if days > 0 else f"{number} ago{since}"


def _summary(deadlines: Sequence[Deadline]) -> str:
    counted = (
        (heading.lower(), sum(each.status == status for each in deadlines))
        for status, heading in _HEADINGS.items()
    )
    return (
        ", ".join(f"{number} {heading}" for heading, number in counted if number) + "."
        if deadlines
        else "None."
    )
