"""A survey as Markdown, for a forge or a working paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.markdown import foreign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.report.survey.sections import Report, Table

ROWS = 200
"""So many rows of a long table are shown: a forge shows no more of a page."""


def text(report: Report) -> Iterator[str]:
    """The survey, piece by piece."""
    yield f"# {foreign(report.title)}\n"
    for line in report.text:
        yield f"\n{foreign(line)}\n"
    for section in report.sections:
        yield f"\n## {foreign(section.title)}\n"
        for line in section.text:
            yield f"\n{foreign(line)}\n"
        for block in section.blocks:
            yield f"\n**{foreign(block.above)}** {foreign(block.said)}\n\n"
            yield from (f"- {foreign(what)}: {foreign(says)}\n" for what, says in block.pairs)
        for table in section.tables:
            if not table.is_for_csv:
                yield from _table(table)
        if section.points:
            yield "\n"
        for point in section.points:
            yield f"- {foreign(point)}\n"


def _table(table: Table) -> Iterator[str]:
    yield f"\n### {foreign(table.title)}\n"
    if table.note:
        yield f"\n{foreign(table.note)}\n"
    if not table.rows:
        yield "\nNone.\n"
        return
    rules = ("---:" if at in table.numbers else "---" for at in range(len(table.heads)))
    yield f"\n| {' | '.join(foreign(head) for head in table.heads)} |\n| {' | '.join(rules)} |\n"
    shown = table.rows[:ROWS] if table.is_long else table.rows
    for row in shown:
        yield f"| {' | '.join(foreign(cell) for cell in row)} |\n"
    if len(shown) < len(table.rows):
        yield f"\nAnd {len(table.rows) - len(shown):,} more rows: `--format csv --table {table.id}`.\n"
