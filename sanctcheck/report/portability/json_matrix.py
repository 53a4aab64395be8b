"""Portability for programs. Its form is `schemas/portability.schema.json`, with a version of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict  # pydantic cannot read typing.TypedDict before Python 3.12

from sanctcheck import __version__
from sanctcheck.reading.protection import shown
from sanctcheck.report.json_report import JsonResult, OutcomeWord, SeverityWord, json_result
from sanctcheck.report.json_text import json_text

if TYPE_CHECKING:
    from datetime import date

    from sanctcheck.portability import Cell, Column, Portability
    from sanctcheck.record import Finding

FORMAT: Literal["portability/1"] = "portability/1"


class JsonCriterion(TypedDict):
    """One result under one regime, with what asks for it."""

    criterion: str
    title: str
    severity: SeverityWord | None
    provisions: list[str]
    verified: Literal["text", "knowledge", "uncertain"] | None
    remedy: str | None
    result: JsonResult


class JsonOutcome(TypedDict):
    """One cell of the matrix."""

    regime: str
    outcome: OutcomeWord
    results: list[JsonCriterion]


class JsonStandard(TypedDict):
    """One row of the matrix; a regime that asks nothing on the standard has no cell."""

    standard: str
    title: str
    family: str
    cells: list[JsonOutcome]


class JsonRegime(TypedDict):
    """One column of the matrix."""

    regime: str
    name: str
    named_in_dossier: bool
    in_force: bool


class JsonPortability(TypedDict):
    """One dossier under every regime."""

    format: Literal["portability/1"]
    tool: str
    file: str
    id: str | None
    law_day: str
    regimes: list[JsonRegime]
    without_listing: list[str]
    rows: list[JsonStandard]


def text(found: Portability, as_of: date) -> str:
    """The report as JSON."""
    made: JsonPortability = {
        "format": FORMAT,
        "tool": f"sanctcheck {__version__}",
        "file": shown(found.document.name, found.document),
        "id": shown(found.dossier.id, found.document),
        "law_day": as_of.isoformat(),
        "regimes": [_regime(column) for column in found.columns],
        "without_listing": list(found.without_listing),
        "rows": [
            {
                "standard": row.standard.id,
                "title": row.standard.title,
                "family": row.standard.family,
                "cells": [
                    _cell(column, cell)
                    for column, cell in zip(found.columns, row.cells, strict=True)
                    if cell is not None
                ],
            }
            for row in found.rows
        ],
    }
    return json_text(made, indent=1) + "\n"


def _regime(column: Column) -> JsonRegime:
    return {
        "regime": column.regime.id,
        "name": column.regime.name,
        "named_in_dossier": column.is_named,
        "in_force": column.under.was_in_force,
    }


def _cell(column: Column, cell: Cell) -> JsonOutcome:
    return {
        "regime": column.regime.id,
        "outcome": cell.outcome,
        "results": [_criterion(finding) for finding in cell.findings],
    }


def _criterion(finding: Finding) -> JsonCriterion:
    return {
        "criterion": finding.rule,
        "title": finding.title,
        "severity": finding.severity,
        "provisions": list(finding.provisions),
        "verified": finding.verified,
        "remedy": finding.remedy,
        "result": json_result(finding),
    }
