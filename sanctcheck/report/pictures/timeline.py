"""The line of time: what was done and what the law asks, a row each, with the day of the report across them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from sanctcheck.report.pictures.canvas import Canvas, Colour, Pen, Style
from sanctcheck.report.pictures.scale import time_scale

if TYPE_CHECKING:
    from sanctcheck.report.pictures.canvas import Drawn
    from sanctcheck.report.pictures.scale import TimeScale

Kind = Literal["step", "deadline", "late"]
_COLOUR: dict[Kind, Colour] = {"step": "step", "deadline": "law", "late": "late"}
WIDTH, _LEFT, _RIGHT = 940, 410, 16
_TOP, _ROW, _BOTTOM = 60, 21, 34
MOST = 60
"""Rows of the picture; the table has all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One row: a day, as it was stated and as the span that it can mean."""

    stated: str
    words: str
    earliest: date | None
    latest: date | None
    kind: Kind

    @property
    def order(self) -> tuple[date, str]:
        """By day; what has none comes last."""
        return self.earliest or self.latest or date.max, self.stated


@dataclass(frozen=True, slots=True)
class Timeline:
    """A picture of days."""

    marks: tuple[Mark, ...]
    as_of: date
    act_day: date | None = None

    def drawn(self, says: str) -> Drawn:
        """The picture; where there are more rows than it holds, it says so."""
        marks = sorted(self.marks, key=lambda each: each.order)
        shown = marks[:MOST]
        left_out = len(marks) - len(shown)
        height = _TOP + _ROW * (len(shown) + bool(left_out)) + _BOTTOM
        canvas = Canvas(WIDTH, height)
        days = [day for each in shown for day in (each.earliest, each.latest) if day is not None]
        scale = time_scale(self._on_the_line(days), _LEFT, WIDTH - _RIGHT)
        bottom = height - _BOTTOM
        self._axis(canvas, scale, bottom)
        for number, mark in enumerate(shown):
            _row(canvas, scale, mark, _TOP + _ROW * (number + 0.5))
        if left_out:
            canvas.text(f"and {left_out} more, in the table", (8, bottom - _ROW / 2), Style("quiet"))
        _key(canvas, height - 12)
        return canvas.drawn(says)

    def _on_the_line(self, days: list[date]) -> list[date]:
        """The days that the line has to hold. A report long after the last of them would press all into a corner."""
        if not days:
            return [self.as_of]
        room = max((max(days) - min(days)).days, 365)
        return [*days, self.as_of] if (self.as_of - max(days)).days <= room else days

    def _axis(self, canvas: Canvas, scale: TimeScale, bottom: float) -> None:
        for day, label in scale.ticks():
            x = scale.at(day)
            canvas.line((x, _TOP), (x, bottom), Pen("rule"))
            canvas.text(label, (x, _TOP - 10), Style("quiet", "middle", 11))
        canvas.line((_LEFT, _TOP), (WIDTH - _RIGHT, _TOP), Pen("quiet"))
        self._across(canvas, scale, bottom, self.as_of, "report")
        if self.act_day is not None and self.act_day != self.as_of:
            self._across(canvas, scale, bottom, self.act_day, "act")

    def _across(self, canvas: Canvas, scale: TimeScale, bottom: float, day: date, what: str) -> None:
        """A line across all rows; the words of the two stand one above the other, because the days can be near."""
        x = scale.at(day)
        high, dashes = (_TOP - 42, "6 3") if what == "report" else (_TOP - 26, "2 3")
        # The words stand on the side on which there is room; those of the act, which is the earlier, on the left.
        is_left = x > WIDTH * 0.8 or what == "act"
        style = Style("ink", "end" if is_left else "start", 11)
        if day > scale.last:
            canvas.text(f"{what} {day}, beyond this line \N{RIGHTWARDS ARROW}", (WIDTH - _RIGHT, high), style)
            return
        canvas.line((x, high), (x, bottom), Pen("ink", 1.25, dashes))
        canvas.text(f"{what} {day}", (x - 5 if is_left else x + 5, high), style)


def _row(canvas: Canvas, scale: TimeScale, mark: Mark, y: float) -> None:
    canvas.text(mark.stated, (8, y), Style("quiet", size=11), most=20)
    canvas.text(mark.words, (112, y), most=46)
    canvas.line((_LEFT, y), (WIDTH - _RIGHT, y), Pen("band"))
    colour = _COLOUR[mark.kind]
    if mark.earliest is None and mark.latest is None:
        canvas.text("no day is known", (_LEFT + 8, y), Style("quiet", size=11))
        return
    start = scale.at(mark.earliest) if mark.earliest else scale.start
    end = scale.at(mark.latest) if mark.latest else scale.end
    if end - start > 6:
        canvas.box((start, y - 4), (end - start, 8), colour)
    else:
        _point(canvas, (start + end) / 2, y, mark.kind)


def _point(canvas: Canvas, x: float, y: float, kind: Kind) -> None:
    """A dot for a step, a hollow diamond for a day of the law, a full one with a mark for one that was missed."""
    if kind == "step":
        canvas.dot((x, y), 5, "step")
        return
    corners = [(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)]
    canvas.shape(corners, "late" if kind == "late" else "paper", Pen(_COLOUR[kind], 2))
    if kind == "late":
        canvas.text("!", (x, y), Style("paper", "middle", 10))


def _key(canvas: Canvas, y: float) -> None:
    kinds: tuple[tuple[float, Kind, str], ...] = (
        (16, "step", "a step of the log (a bar where the day is known in part)"),
        (380, "deadline", "a day that the law sets"),
        (590, "late", "one that passed undone, or was met late"),
    )
    for x, kind, words in kinds:
        _point(canvas, x, y, kind)
        canvas.text(words, (x + 14, y), Style("quiet", size=11))
