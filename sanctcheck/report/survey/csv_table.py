"""One table of a survey as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.errors import UsageError
from sanctcheck.report.spreadsheet import row
from sanctcheck.text import did_you_mean, listed, quoted, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.report.survey.sections import Report


def text(report: Report, table_id: str, *, raw: bool) -> Iterator[str]:
    """The rows of a table, below its headings.

    Raises:
        UsageError: there is no such table in the report.
    """
    tables = report.tables
    if table_id not in tables:
        known = listed(tables, "and")
        raise UsageError(
            f"No table is called {quoted(table_id)}.{did_you_mean(table_id, tables)} Known: {known}."
        )
    table = tables[table_id]
    yield row(table.heads, raw=raw)
    for cells in table.rows:
        yield row((visible(" ".join(cell.split())) for cell in cells), raw=raw)
