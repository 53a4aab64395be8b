"""A comparison for programs. Its form is `schemas/comparison.schema.json`, with a version of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict  # pydantic cannot read typing.TypedDict before Python 3.12

from sanctcheck import __version__
from sanctcheck.report.json_text import json_text

if TYPE_CHECKING:
    from sanctcheck.compare import Column, Relation, Row, Table
    from sanctcheck.law.cells import Cell

FORMAT: Literal["comparison/1"] = "comparison/1"
AnswerWord = Literal[
    "yes", "partial", "policy", "no", "unsettled", "not-applicable", "not-examined", "not-in-force"
]
RelationWord = Literal["same", "weaker", "stricter", "different", "unsettled", "not-comparable"]


class JsonPeriod(TypedDict):
    """A period of the law."""

    number: int
    unit: Literal["days", "working-days", "months", "years"]


class JsonSource(TypedDict):
    """The text that was read."""

    title: str
    url: str | None


class JsonColumn(TypedDict):
    """A regime on a day."""

    name: str
    regime: str
    title: str
    jurisdiction: str
    day: str


class JsonCell(TypedDict):
    """Where one regime stands on one standard."""

    column: str
    value: str
    answer: AnswerWord
    period: JsonPeriod | None
    term: str | None
    detail: str | None
    note: str | None
    provisions: list[str]
    verified: Literal["text", "knowledge", "uncertain"] | None
    source: JsonSource | None
    since: str | None
    until: str | None
    criteria: list[str]
    relation: RelationWord | None


class JsonRow(TypedDict):
    """One standard."""

    standard: str
    title: str
    family: str
    cells: list[JsonCell]


class JsonComparison(TypedDict):
    """Regimes side by side."""

    format: Literal["comparison/1"]
    tool: str
    columns: list[JsonColumn]
    against: str | None
    rows: list[JsonRow]


def text(table: Table) -> str:
    """The comparison as JSON."""
    return json_text(comparison(table), indent=1) + "\n"


def comparison(table: Table) -> JsonComparison:
    """The comparison as its schema has it."""
    return {
        "format": FORMAT,
        "tool": f"sanctcheck {__version__}",
        "columns": [_column(column) for column in table.columns],
        "against": table.against.name if table.against else None,
        "rows": [_row(table, row) for row in table.rows],
    }


def _column(column: Column) -> JsonColumn:
    return {
        "name": column.name,
        "regime": column.regime.id,
        "title": column.regime.name,
        "jurisdiction": column.regime.jurisdiction,
        "day": column.day.isoformat(),
    }


def _row(table: Table, row: Row) -> JsonRow:
    beside = zip(table.columns, row.cells, row.relations, strict=True)
    return {
        "standard": row.standard.id,
        "title": row.standard.title,
        "family": row.standard.family,
        "cells": [_cell(column.name, cell, relation) for column, cell, relation in beside],
    }


def _cell(name: str, cell: Cell | None, relation: Relation | None) -> JsonCell:
    made: JsonCell = {
        "column": name,
        "value": "not in force",
        "answer": "not-in-force",
        "period": None,
        "term": None,
        "detail": None,
        "note": None,
        "provisions": [],
        "verified": None,
        "source": None,
        "since": None,
        "until": None,
        "criteria": [],
        "relation": relation,
    }
    if cell is not None:
        _fill(made, cell)
    return made


def _fill(made: JsonCell, cell: Cell) -> None:
    value, source = cell.value, cell.source
    made["value"], made["answer"], made["term"] = str(value), value.answer, value.term
    if value.period is not None:
        made["period"] = {"number": value.period.number, "unit": value.period.unit}
    made["detail"], made["note"] = cell.detail, cell.note
    made["provisions"], made["verified"] = list(cell.provisions), cell.verified
    made["source"] = {"title": source.title, "url": source.url} if source else None
    made["since"], made["until"], made["criteria"] = cell.since, cell.until, list(cell.criteria)
