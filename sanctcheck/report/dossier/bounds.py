"""How much of one kind a report holds. A dossier may have thousands of parts; nobody reads so many, and no page bears them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sanctcheck.report.dossier.document import NOTHING, Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Some = TypeVar("Some")
ROWS = 300
"""Rows of one table."""
MOST_ELEMENTS = 100
"""Rows of a matrix."""
LIKE_ONE_ANOTHER = 100
"""Findings of one rule, each with its line."""
MOST_EXHIBITS = 60
"""Exhibits of a matrix."""
WHERE_TO_LOOK = "`sanctcheck validate` lists each"


def cut(texts: Iterable[str], most: int, what: str) -> tuple[str, ...]:
    """Texts, each once, and how many more there are."""
    every = tuple(dict.fromkeys(texts))
    if len(every) <= most:
        return every
    return (*every[:most], f"and {len(every) - most:,} more {what}: {WHERE_TO_LOOK}.")


def cut_rows(rows: Sequence[tuple[Cell, ...]], most: int = ROWS) -> tuple[tuple[Cell, ...], ...]:
    """Rows of a table, and how many more there are."""
    if len(rows) <= most:
        return tuple(rows)
    width = len(rows[0])
    last = (Cell(f"and {len(rows) - most:,} more"), *(Cell(NOTHING) for _ in range(width - 1)))
    return (*rows[:most], last)
