"""A comparison as a Markdown table: rows are standards, columns regimes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.compare.words import authority_of, relation_of, title_of, value_of
from sanctcheck.report.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.compare import Relation, Table
    from sanctcheck.law.cells import Cell


def text(table: Table) -> Iterator[str]:
    """The comparison, line by line."""
    yield f"# {escaped(title_of(table))}\n\n"
    yield "| standard | " + " | ".join(escaped(column.name) for column in table.columns) + " |\n"
    yield "|---|" + "---|" * len(table.columns) + "\n"
    for row in table.rows:
        cells = (
            _cell(table, cell, relation) for cell, relation in zip(row.cells, row.relations, strict=True)
        )
        yield f"| **{escaped(row.standard.id)}**<br>{escaped(row.standard.title)} | {' | '.join(cells)} |\n"


def _cell(table: Table, cell: Cell | None, relation: Relation | None) -> str:
    word = relation_of(table, relation)
    head = f"**{escaped(value_of(cell))}**{f' ({word})' if word else ''}"
    rest = [cell.detail, authority_of(cell)] if cell else []
    return "<br>".join([head, *(escaped(part) for part in rest if part)])
