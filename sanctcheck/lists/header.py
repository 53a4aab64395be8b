"""The header of a table, held against what the format is known to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sanctcheck.lists.notes import Notes


def checked_header(
    cells: Iterable[object], known: Collection[str], required: Sequence[str], name: str, notes: Notes
) -> list[str]:
    """The names of the columns; those that are not known are counted.

    Raises:
        ListError: a required column is missing, so that the format is not the one that it was.
    """
    header = [" ".join(str(cell).split()) for cell in cells]
    missing = [column for column in required if column not in header]
    if missing:
        columns = listed(map(quoted, missing), "and")
        raise ListError(
            f"{quoted(name)} has no column {columns}: its format has changed, and it is not read."
        )
    for column in header:
        if column and column not in known:
            notes.miss(f"column {column}", "", "")
    return header
