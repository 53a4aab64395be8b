"""A survey for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.report.survey.sections import Block, Report, Section, Table
    from sanctcheck.report.view import View

ROWS = 15
"""So many rows of a long table are shown."""
_GAP = "  "
_WIDEST = 44
_HEADING = 14
"""Columns of a heading above numbers, which is wrapped behind them."""
_BESIDE = 36
"""Columns of the terminal that numbers and their heading take."""


def text(report: Report, view: View) -> Iterator[str]:
    """The survey, piece by piece."""
    yield view.paint(report.title, "strong") + "\n"
    for line in report.text:
        yield view.wrapped(line, "", "")
    for section in report.sections:
        if section.tables or section.points or section.text:
            yield from _section(section, view)


def _section(section: Section, view: View) -> Iterator[str]:
    yield f"\n{view.paint(visible(section.title), 'strong')}\n"
    for line in section.text:
        yield view.wrapped(line, _GAP, _GAP)
    for block in section.blocks:
        yield from _block(block, view)
    for table in section.tables:
        if table.is_for_csv:
            yield f"{_GAP}As a table: --format csv --table {table.id}\n"
            continue
        if table.title != section.title:
            yield f"\n{_GAP}{visible(table.title)}\n"
        yield from _table(table, view)
    for point in section.points:
        yield view.wrapped(f"- {point}", _GAP, _GAP * 2)


def _block(block: Block, view: View) -> Iterator[str]:
    yield "\n" + view.wrapped(block.above, _GAP, _GAP)
    yield view.wrapped(block.said, _GAP * 2, _GAP * 2)
    for what, says in block.pairs:
        yield view.wrapped(f"{what}: {says}", _GAP * 3, _GAP * 4)


def _table(table: Table, view: View) -> Iterator[str]:
    if table.note:
        yield view.wrapped(table.note, _GAP, _GAP)
    rows = [[visible(" ".join(cell.split())) for cell in row] for row in table.rows]
    shown = rows[:ROWS] if table.is_long else rows
    if not shown:
        yield f"{_GAP}None.\n"
        return
    kept = _that_fit(table, shown, max(view.width, 60))
    widest = _WIDEST if len(kept) > 3 else max(view.width - _BESIDE, _WIDEST)
    heads = [_wrapped(table, at) for at in range(len(table.heads))]
    widths = [min(max(map(cell_len, (*heads[at], *(row[at] for row in shown)))), widest) for at in kept]
    if any(table.heads):
        height = max(len(heads[at]) for at in kept)
        for number in range(height):
            # Headings stand on the line above the first row.
            cells = [([""] * (height - len(heads[at])) + heads[at])[number] for at in kept]
            yield _line(cells, widths, table, kept)
    for row in shown:
        yield _line([row[at] for at in kept], widths, table, kept)
    yield from _meanings(table, view)
    left = len(rows) - len(shown)
    if left or len(kept) < len(table.heads):
        more = f"and {left:,} more rows; " if left else ""
        yield f"{_GAP}{more}all of it: --format csv --table {table.id}\n"


def _wrapped(table: Table, at: int) -> list[str]:
    """A heading, in lines where it stands above numbers; of `A: completely reliable` the sign alone."""
    head = table.heads[at].partition(": ")[0]
    return textwrap.wrap(head, _HEADING) or [""] if at in table.numbers else [head]


def _meanings(table: Table, view: View) -> Iterator[str]:
    """What the signs in the headings mean."""
    meant = [head.replace(": ", " ") for head in table.heads if ": " in head]
    if meant:
        yield view.wrapped("; ".join(meant), _GAP, _GAP)


def _that_fit(table: Table, rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The columns that fit, from the first on: a table that is cut says how to have the rest."""
    kept: list[int] = []
    used = 0
    for at in range(len(table.heads)):
        longest = max(map(cell_len, (*_wrapped(table, at), *(row[at] for row in rows))))
        used += len(_GAP) + min(longest, _WIDEST)
        if used > width and at > 1 and table.is_long:
            break
        kept.append(at)
    return kept


def _line(cells: Sequence[str], widths: Sequence[int], table: Table, kept: Sequence[int]) -> str:
    pieces = []
    for cell, width, at in zip(cells, widths, kept, strict=True):
        cut = cell if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…"
        blank = " " * (width - cell_len(cut))
        pieces.append(blank + cut if at in table.numbers else cut + blank)
    return f"{_GAP}{_GAP.join(pieces).rstrip()}\n"
