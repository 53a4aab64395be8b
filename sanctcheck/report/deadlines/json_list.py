"""Deadlines for programs. Their form is `schemas/deadlines.schema.json`, with a version of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict  # pydantic cannot read typing.TypedDict before Python 3.12

from sanctcheck import __version__
from sanctcheck.report.json_text import json_text, pointer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sanctcheck.deadlines import Deadline, Where

FORMAT: Literal["deadlines/1"] = "deadlines/1"


class JsonWhere(TypedDict):
    """The part of a dossier from which the time runs, or that states the day; lines and columns from one."""

    file: str
    line: int
    column: int
    pointer: str
    target: str


class JsonDeadline(TypedDict):
    """One day that the law sets."""

    day: str
    days_left: int
    status: Literal["overdue", "due", "done-late", "done"]
    regime: str
    rule: str
    what: str
    provisions: list[str]
    verified: Literal["text", "knowledge", "uncertain"]
    effect: str | None
    note: str | None
    is_earliest: bool
    is_good_practice: bool
    yearly: bool
    where: JsonWhere | None


class JsonDeadlines(TypedDict):
    """Deadlines by day."""

    format: Literal["deadlines/1"]
    tool: str
    as_of: str
    deadlines: list[JsonDeadline]


def text(deadlines: Sequence[Deadline], as_of: date) -> str:
    """The deadlines as JSON."""
    made: JsonDeadlines = {
        "format": FORMAT,
        "tool": f"sanctcheck {__version__}",
        "as_of": as_of.isoformat(),
        "deadlines": [_deadline(each, as_of) for each in deadlines],
    }
    return json_text(made, indent=1) + "\n"


def _deadline(deadline: Deadline, as_of: date) -> JsonDeadline:
    return {
        "day": deadline.day.isoformat(),
        "days_left": deadline.days_left(as_of),
        "status": deadline.status,
        "regime": deadline.regime,
        "rule": deadline.rule,
        "what": deadline.what,
        "provisions": list(deadline.provisions),
        "verified": deadline.verified,
        "effect": deadline.effect,
        "note": deadline.note,
        "is_earliest": deadline.is_earliest,
        "is_good_practice": deadline.is_good_practice,
        "yearly": deadline.yearly,
        "where": _where(deadline.where) if deadline.where else None,
    }


def _where(where: Where) -> JsonWhere:
    return {
        "file": where.file,
        "line": where.place.line,
        "column": where.place.column,
        "pointer": pointer(where.pointer),
        "target": where.target,
    }
