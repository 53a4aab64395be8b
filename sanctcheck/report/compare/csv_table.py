"""A comparison as CSV: one line a cell, so that a spreadsheet can filter and pivot it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from sanctcheck.report.compare.words import value_of
from sanctcheck.report.spreadsheet import inert
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.compare import Column, Relation, Row, Table
    from sanctcheck.law.cells import Cell

HEADER = (
    *(
        "family",
        "standard",
        "title",
        "regime",
        "day",
        "value",
        "answer",
        "period_number",
        "period_unit",
        "term",
    ),
    *("detail", "provision", "also", "verified", "source", "url", "since", "until", "against", "relation"),
)


def text(table: Table) -> Iterator[str]:
    """The comparison, line by line."""
    yield _line(HEADER)
    for row in table.rows:
        for column, cell, relation in zip(table.columns, row.cells, row.relations, strict=True):
            yield _line(_fields(table, row, column, cell, relation))


def _fields(
    table: Table, row: Row, column: Column, cell: Cell | None, relation: Relation | None, /
) -> list[str]:
    standard = row.standard
    head = [standard.family, standard.id, standard.title, column.regime.id, column.day.isoformat()]
    held = [table.against.name if table.against and relation else "", relation or ""]
    if cell is None:
        return [*head, value_of(cell), *[""] * (len(HEADER) - len(head) - 3), *held]
    value, source = cell.value, cell.source
    period = [str(value.period.number), value.period.unit] if value.period else ["", ""]
    said = [str(value), value.answer, *period, value.term or "", cell.detail or ""]
    authority = [cell.provisions[0] if cell.provisions else "", "; ".join(cell.provisions[1:]), cell.verified]
    read = [source.title if source else "", source.url or "" if source else ""]
    return [*head, *said, *authority, *read, cell.since or "", cell.until or "", *held]


def _line(fields: tuple[str, ...] | list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([_plain(field) for field in fields])
    return written.getvalue()


def _plain(field: str) -> str:
    """A field on one line, without what draws nothing, that no spreadsheet takes for a formula."""
    return inert(visible(" ".join(field.split())))
