"""The pictures of a survey; each is drawn from a table that stands behind it, and says nothing that the table does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from sanctcheck.report.pictures.canvas import Canvas, Pen, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sanctcheck.report.pictures.canvas import Colour
    from sanctcheck.report.survey.sections import Report, Table

_LABELS, _LENGTH, _ROW, _ROOM = 250, 400, 22, 90
_LONGEST = 38
"""Characters of a label that stand before a bar."""
_MOST_ROWS = 40
_LETTER = 6
"""How wide a letter is, about."""
_NUMBER = re.compile(r"[\d,]+")
_SHADES: tuple[Colour, ...] = ("step", "band", "law", "paper")


def pictures_of(report: Report) -> dict[str, Markup]:
    """A picture for each table that has one, by the id of the table."""
    drawn = {table.id: _picture(table) for table in report.tables.values()}
    # The canvas escapes every text that it writes.
    return {name: Markup(svg) for name, svg in drawn.items() if svg}  # noqa: S704


def _picture(table: Table) -> str:
    draw = _drawing(table)
    return draw(table) if draw is not None and 0 < len(table.rows) <= _MOST_ROWS else ""


def _drawing(table: Table) -> Callable[[Table], str] | None:
    if table.bars is not None:
        return _bars
    return {"overlap": _grid, **dict.fromkeys(SHARED_OUT, _shares)}.get(table.id)


SHARED_OUT = ("reliability", "credibility", "directness", "disclosure", "origins")
"""Tables of which each row is shared out among its columns."""


def number_of(cell: str) -> int | None:
    """The number with which a cell begins; None for one that holds none."""
    found = _NUMBER.match(cell)
    return int(found[0].replace(",", "")) if found else None


def _bars(table: Table) -> str:
    """A bar for each row; what is not shown because it is too few is a word instead."""
    at = table.bars or 0
    rows = [(row, number_of(row[at])) for row in table.rows if row[0] != "all"]
    most = max((number or 0 for _, number in rows), default=0) or 1
    canvas = Canvas(_LABELS + _LENGTH + _ROOM, _ROW * len(rows) + 8)
    for index, (row, number) in enumerate(rows):
        y = 4 + _ROW * index
        middle = y + _ROW / 2
        label = " then ".join(row[:at]) if table.id == "lags" else row[0].partition(": ")[0]
        canvas.text(label, (_LABELS - 8, middle), Style(anchor="end"), most=_LONGEST)
        length = round(_LENGTH * (number or 0) / most, 1)
        if length:
            canvas.box((_LABELS, y + 3), (length, _ROW - 6), "step")
        canvas.text(row[at], (_LABELS + length + 6, middle), Style("ink" if number else "quiet"))
    canvas.line((_LABELS, 2), (_LABELS, _ROW * len(rows) + 6), Pen("quiet"))
    return canvas.drawn(_says(table)).svg


def _grid(table: Table) -> str:
    """The overlap: in each cell a square whose side grows with the share, and the numbers themselves."""
    size, first = 96, 150
    width = first + size * (len(table.heads) - 1) + 8
    canvas = Canvas(width, 34 + 56 * len(table.rows))
    for column, head in enumerate(table.heads[1:]):
        canvas.text(
            head.removeprefix("also by "), (first + size * (column + 0.5), 16), Style("quiet", "middle")
        )
    for at, row in enumerate(table.rows):
        top = 30 + 56 * at
        canvas.text(row[0], (first - 10, top + 26), Style(anchor="end"), most=24)
        of = number_of(row[at + 1]) or 1
        for column, cell in enumerate(row[1:]):
            left = first + size * column
            both = number_of(cell) or 0
            canvas.box((left + 2, top), (size - 4, 52), "band")
            if column != at and both:
                canvas.box((left + 2, top + 46), (round((size - 4) * both / of, 1), 6), "step")
            canvas.text(cell, (left + size / 2, top + 22), Style(anchor="middle", size=11))
    return canvas.drawn(_says(table)).svg


def _shares(table: Table) -> str:
    """Each row shared out: in each piece stands what it is, in short, with the number; a small one has its number alone."""
    heads = table.heads[2:]
    canvas = Canvas(_LABELS + _LENGTH + _ROOM, (_ROW + 6) * len(table.rows) + 8 + 18 * len(heads))
    for index, row in enumerate(table.rows):
        top = 4 + (_ROW + 6) * index
        canvas.text(row[0], (_LABELS - 8, top + _ROW / 2), Style(anchor="end"), most=_LONGEST)
        pieces = zip(heads, (number_of(cell) or 0 for cell in row[2:]), strict=True)
        _pieces(canvas, list(pieces), top)
    below = 4 + (_ROW + 6) * len(table.rows) + 12
    for at, head in enumerate(heads):
        canvas.box((_LABELS, below + 18 * at - 6), (12, 12), _SHADES[at % len(_SHADES)], Pen("quiet"))
        canvas.text(_code(head), (_LABELS + 20, below + 18 * at), Style("quiet"))
        canvas.text(head, (_LABELS + 60, below + 18 * at), Style("quiet"))
    return canvas.drawn(_says(table)).svg


def _pieces(canvas: Canvas, pieces: Sequence[tuple[str, int]], top: float) -> None:
    total = sum(number for _, number in pieces) or 1
    left = float(_LABELS)
    for at, (head, number) in enumerate(pieces):
        width = round(_LENGTH * number / total, 1)
        if not width:
            continue
        shade = _SHADES[at % len(_SHADES)]
        canvas.box((left, top), (width, _ROW), shade, Pen("quiet"))
        ink: Colour = "paper" if shade in {"step", "law"} else "ink"
        wanted = (f"{head.partition(':')[0]}: {number}", f"{_code(head)}: {number}", str(number))
        fitting = next((words for words in wanted if width > _LETTER * len(words) + 4), "")
        canvas.text(fitting, (left + width / 2, top + _ROW / 2), Style(ink, "middle", 11))
        left += width


def _code(head: str) -> str:
    """What stands for a column where its name does not fit: its sign, or the first letters of its words."""
    sign, colon, _ = head.partition(":")
    return sign if colon else "".join(word[0] for word in head.replace("-", " ").split())


def _says(table: Table) -> str:
    return f"{table.title}. The table behind the picture says the same."
