"""Words that every form of a comparison uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.view import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctcheck.compare import Relation, Table
    from sanctcheck.law.cells import Cell

NOT_IN_FORCE = "not in force"
GAINED: Mapping[Relation, str] = {"stricter": "gained", "weaker": "lost", "different": "changed"}
"""How one regime on two days speaks of the later one."""


def value_of(cell: Cell | None) -> str:
    """The value as a cell shows it."""
    return NOT_IN_FORCE if cell is None else str(cell.value)


def authority_of(cell: Cell | None) -> str:
    """The main provision, and how surely it is known."""
    if cell is None or not cell.provisions:
        return ""
    mark = MARKS.get(cell.verified)
    return f"{cell.provisions[0]}{f' [{mark}]' if mark else ''}"


def relation_of(table: Table, relation: Relation | None) -> str:
    """How a cell stands to the one that it is held against, in words; nothing where that goes without saying."""
    if relation is None or relation in {"same", "not-comparable"} or table.against is None:
        return ""
    if table.is_history:
        return GAINED.get(relation, "")
    return "cannot be told" if relation == "unsettled" else relation


def title_of(table: Table) -> str:
    """One line that says what is compared."""
    if table.is_history:
        earlier, later = table.columns
        return f"{earlier.regime.id} on {earlier.day} and on {later.day}"
    days = {column.day for column in table.columns}
    when = f" on {min(days)}" if len(days) == 1 else ""
    held = f", held against {table.against.name}" if table.against else ""
    return f"{_number(len(table.columns), 'regime')} compared{when}{held}"


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
