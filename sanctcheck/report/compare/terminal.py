"""A comparison for a terminal: a table where the columns fit, else each standard with its values and who has them."""

from __future__ import annotations

import textwrap
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from sanctcheck.compare import RELATION
from sanctcheck.report.compare.words import (
    GAINED,
    authority_of,
    relation_of,
    title_of,
    value_of,
)
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.compare import Row, Table
    from sanctcheck.law.cells import Cell
    from sanctcheck.report.view import View

_NARROWEST = 22
_GAP = "  "


def text(table: Table, view: View) -> Iterator[str]:
    """The comparison, piece by piece."""
    yield view.paint(title_of(table), "strong") + "\n"
    if not table.rows:
        yield "\n  The regimes have the same value on each of these standards.\n"
    width = (max(view.width, 40) - len(_GAP)) // max(len(table.columns), 1) - len(_GAP)
    as_table = width >= _NARROWEST and len(table.columns) > 1
    for family, rows in groupby(table.rows, key=lambda row: row.standard.family):
        yield f"\n{view.paint(family.replace('-', ' ').capitalize(), 'strong')}\n"
        if as_table:
            yield _line([column.name for column in table.columns], width)
        for row in rows:
            yield "\n" + view.wrapped(f"{row.standard.id}: {row.standard.title}", _GAP, "    ")
            yield from _cells_of(table, row, width) if as_table else _by_value(table, row, view)
    yield from _legend(table, view)


def _line(pieces: Sequence[str], width: int) -> str:
    """Pieces beside one another, each wrapped within its column."""
    wrapped = [
        textwrap.wrap(visible(piece), width, break_on_hyphens=False, subsequent_indent=" ")
        for piece in pieces
    ]
    lines = zip_longest(*wrapped, fillvalue="")
    return "".join(
        _GAP * 2 + _GAP.join(f"{part:<{width}}" for part in line).rstrip() + "\n" for line in lines
    )


def _cells_of(table: Table, row: Row, width: int) -> Iterator[str]:
    marked = [
        f"{value_of(cell)}{f' ({word})' if (word := relation_of(table, relation)) else ''}"
        for cell, relation in zip(row.cells, row.relations, strict=True)
    ]
    yield _line(marked, width)
    yield _line([cell.detail or "" if cell else "" for cell in row.cells], width)
    yield _line([authority_of(cell) for cell in row.cells], width)


def _by_value(table: Table, row: Row, view: View) -> Iterator[str]:
    """Each value once, with the regimes that have it, in the order of the columns."""
    groups: dict[str, list[tuple[str, Cell | None]]] = {}
    for column, cell, relation in zip(table.columns, row.cells, row.relations, strict=True):
        word = relation_of(table, relation)
        heading = f"{value_of(cell)}{f'  ({word})' if word else ''}"
        groups.setdefault(heading, []).append((column.name, cell))
    longest = max(len(column.name) for column in table.columns)
    for heading, holders in groups.items():
        yield view.wrapped(heading, "    ", "      ")
        for name, cell in holders:
            detail = cell.detail.rstrip(".") if cell and cell.detail else None
            said = "; ".join(filter(None, (detail, authority_of(cell))))
            yield view.wrapped(said or "-", f"      {name:<{longest}}  ", " " * (8 + longest))


def _legend(table: Table, view: View) -> Iterator[str]:
    for column in table.columns:
        for day in column.passed:
            passed = f"{column.name}: on {day.on} {day.what[0].lower()}{day.what[1:]}; what came after was not read."
            yield view.wrapped(passed, _GAP, "    ")
    used = {cell.verified for row in table.rows for cell in row.cells if cell}
    relations = {relation for row in table.rows for relation in row.relations if relation}
    yield "\n"
    for verified, meaning in LEGEND.items():
        if verified in used:
            yield view.wrapped(f"[{MARKS[verified]}] {meaning}", _GAP, "    ")
    if table.is_history:
        words = {GAINED[each]: RELATION[each] for each in GAINED if each in relations}
    else:
        words = {each: RELATION[each] for each in ("weaker", "stricter", "different") if each in relations}
    for word, meaning in words.items():
        yield view.wrapped(f"{word}: {meaning}", _GAP, "    ")
    yield view.wrapped(
        "sanctcheck explain STANDARD says what a row asks, and why. A person decides.", _GAP, "    "
    )
