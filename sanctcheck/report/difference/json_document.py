"""Two versions of dossiers for programs. Its form is `schemas/difference.schema.json`, with a version of its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict  # pydantic cannot read typing.TypedDict before Python 3.12

from sanctcheck import __version__
from sanctcheck.report.json_report import JsonFlaw, JsonTool, OutcomeWord, SeverityWord, json_flaw
from sanctcheck.report.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.difference.compare import Difference
    from sanctcheck.difference.parts import Change
    from sanctcheck.difference.results import Turned, UnderRegime
    from sanctcheck.report.difference.words import Sides

FORMAT = "difference/1"
TurnWord = Literal["lost", "new", "more", "fewer", "mended", "other"]


class JsonSide(TypedDict):
    """One side, as the user named it, and the day for which it was assessed."""

    name: str
    as_of: str


class JsonChange(TypedDict):
    """An exhibit or a step that was added, removed or changed."""

    kind: Literal["added", "removed", "changed"]
    name: str
    words: str


class JsonTurned(TypedDict):
    """A criterion with another outcome, or other gaps, than before; `gaps` are those that were not there before."""

    turn: TurnWord
    criterion: str
    standard: str
    title: str
    before: OutcomeWord | None
    after: OutcomeWord | None
    severity: SeverityWord | None
    gaps: list[JsonFlaw]


class JsonUnder(TypedDict):
    """A dossier under one regime; a day of the law is null where it was not assessed under it."""

    regime: str
    old_law_day: str | None
    new_law_day: str | None
    turned: list[JsonTurned]


class JsonDifference(TypedDict):
    """One dossier; a file is null on the side that does not have it."""

    id: str | None
    old: str | None
    new: str | None
    flaws: list[JsonFlaw]
    mended_flaws: list[JsonFlaw]
    under: list[JsonUnder]
    evidence: list[JsonChange]
    process: list[JsonChange]


class JsonTotals(TypedDict):
    """Counts over all dossiers."""

    dossiers: int
    without_difference: int
    turned: dict[str, int]


class JsonComparisonOfVersions(TypedDict):
    """The whole comparison."""

    format: Literal["difference/1"]
    tool: JsonTool
    old: JsonSide
    new: JsonSide
    dossiers: list[JsonDifference]
    summary: JsonTotals


def text(compared: Iterable[Difference], sides: Sides) -> str:
    """The whole comparison; dossiers without a difference are counted only."""
    every = list(compared)
    turns = Counter(turned.turn for each in every for turned in each.turned)
    made: JsonComparisonOfVersions = {
        "format": "difference/1",
        "tool": {"name": "sanctcheck", "version": __version__},
        "old": {"name": sides.old, "as_of": sides.old_day.isoformat()},
        "new": {"name": sides.new, "as_of": sides.new_day.isoformat()},
        "dossiers": [_dossier(each) for each in every if not each.is_empty],
        "summary": {
            "dossiers": len(every),
            "without_difference": sum(each.is_empty for each in every),
            "turned": dict(sorted(turns.items())),
        },
    }
    return json_text(made, indent=1) + "\n"


def _dossier(difference: Difference) -> JsonDifference:
    old, new = difference.old, difference.new
    some = new or old
    return {
        "id": some.id if some else None,
        "old": old.file if old else None,
        "new": new.file if new else None,
        "flaws": [json_flaw(each) for each in difference.flaws],
        "mended_flaws": [json_flaw(each) for each in difference.mended_flaws],
        "under": [_under(each) for each in difference.under],
        "evidence": _changes(difference.exhibits),
        "process": _changes(difference.steps),
    }


def _under(under: UnderRegime) -> JsonUnder:
    return {
        "regime": under.regime,
        "old_law_day": under.old_day.isoformat() if under.old_day else None,
        "new_law_day": under.new_day.isoformat() if under.new_day else None,
        "turned": [_turned(each) for each in under.turned],
    }


def _turned(turned: Turned) -> JsonTurned:
    return {
        "turn": turned.turn,
        "criterion": turned.criterion.id,
        "standard": turned.criterion.standard,
        "title": turned.criterion.title,
        "before": turned.before,
        "after": turned.after,
        "severity": turned.gaps[0].severity if turned.gaps else None,
        "gaps": [json_flaw(each) for each in turned.gaps],
    }


def _changes(changes: Sequence[Change]) -> list[JsonChange]:
    return [{"kind": each.kind, "name": each.name, "words": each.words} for each in changes]
