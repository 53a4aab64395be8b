"""A comparison as one HTML page: the table with everything behind each value, for a reader and for print."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sanctcheck import __version__
from sanctcheck.compare import RELATION
from sanctcheck.law.position import ANSWER
from sanctcheck.report.compare.words import NOT_IN_FORCE, relation_of, title_of, value_of
from sanctcheck.report.html.page import page
from sanctcheck.report.view import LEGEND, MARKS
from sanctcheck.terms import VERIFIED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sanctcheck.compare import Row, Table
    from sanctcheck.law.cells import Cell
    from sanctcheck.law.model import Standard

_COLUMNS_ON_A_SHEET = 8
"""How many regimes can be read side by side on A4 in landscape; more of them ask for A3."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell in words.

    Attributes:
        kind: the same number for the same value in a row, so that the page can tell which rows differ.
        relation: how it stands to the column that it is held against; empty where that goes without saying.
        mark: how surely the provision is known; empty for what was read in its text.
    """

    cell: Cell | None
    value: str
    kind: int
    relation: str
    mark: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A standard and its cells."""

    standard: Standard
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The standards of one family."""

    family: str
    title: str
    rows: tuple[ShownRow, ...]


def text(table: Table, day: date) -> str:
    """The comparison, made on a day."""
    groups = _groups(table)
    return page(
        "comparison.html",
        styles=("comparison.css",),
        script="comparison.js",
        version=__version__,
        title=title_of(table),
        day=day,
        table=table,
        groups=groups,
        regime_names={column.name: column.name for column in table.columns},
        family_titles={group.family: group.title for group in groups},
        columns_on_a_sheet=_COLUMNS_ON_A_SHEET,
        verified=VERIFIED,
        marks=MARKS,
        relations=_relations(table),
        answers=_answers(table),
        mark_meaning=LEGEND,
    )


def _groups(table: Table) -> list[Group]:
    return [
        Group(family, family.replace("-", " ").capitalize(), tuple(_row(table, row) for row in rows))
        for family, rows in groupby(table.rows, key=lambda row: row.standard.family)
    ]


def _row(table: Table, row: Row) -> ShownRow:
    kinds = {value: number for number, value in enumerate(dict.fromkeys(_values(row.cells)))}
    beside = zip(row.cells, _values(row.cells), row.relations, strict=True)
    cells = (
        ShownCell(
            cell,
            value_of(cell),
            kinds[value],
            relation_of(table, relation),
            MARKS.get(cell.verified, "") if cell and cell.provisions else "",
        )
        for cell, value, relation in beside
    )
    return ShownRow(row.standard, tuple(cells))


def _values(cells: Iterable[Cell | None]) -> list[object]:
    return [cell.value if cell else None for cell in cells]


def _relations(table: Table) -> Mapping[str, str]:
    """The words for relations that the page uses, with what they mean."""
    used = dict.fromkeys(relation for row in table.rows for relation in row.relations if relation)
    words = {
        relation_of(table, relation): meaning for relation, meaning in RELATION.items() if relation in used
    }
    return {word: meaning for word, meaning in words.items() if word}


def _answers(table: Table) -> Mapping[str, str]:
    """The answers that the page uses, with what they mean."""
    cells = [cell for row in table.rows for cell in row.cells]
    used = {cell.value.answer for cell in cells if cell}
    words = {answer.replace("-", " "): meaning for answer, meaning in ANSWER.items() if answer in used}
    return {**words, NOT_IN_FORCE: "it was not the law on that day"} if None in cells else words
