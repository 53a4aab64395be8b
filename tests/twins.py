"""One-flaw twins: a small patch on a complete dossier, and the one finding that it must raise.

A twin is a file `fixtures/dossiers/REGIME/flawed/CRITERION.yaml`:

    flaw: The target is never told of the act.      # for the reader
    remove: [process/notified]                      # parts taken out
    set: {statement_of_reasons/individual: false}   # parts put in, or put in the place of others
    as_of: 2026-06-01                               # the day of the assessment, where it matters
    expect: {outcome: not-shown, at: process}

A path goes by field names and, in a list, by position or by the `id`, `event`, `kind`, `regime`, `element` or
`allegation` of the item meant.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from support import FIXTURES, TODAY

from sanctcheck.reading.files import read_document

if TYPE_CHECKING:
    from pathlib import Path

DOSSIERS = FIXTURES / "dossiers"
_MARKS = ("id", "event", "kind", "regime", "element", "allegation", "conduct")


@dataclass(frozen=True)
class Twin:
    """A dossier with one flaw, and the finding that it must raise."""

    regime: str
    criterion: str
    value: Any
    as_of: date
    outcome: str
    path: tuple[str | int, ...]


def complete(regime: str) -> Any:
    """The value of the complete dossier of a regime."""
    document = read_document(DOSSIERS / regime / "complete.yaml", "complete.yaml")
    assert not document.flaws, document.flaws
    return document.value


def twin_files() -> list[Path]:
    """Every twin, in order."""
    return sorted(DOSSIERS.glob("*/flawed/*.yaml"))


def twin(file: Path) -> Twin:
    """The twin that a file describes."""
    document = read_document(file, file.name)
    assert not document.flaws, document.flaws
    patch = document.value
    regime = file.parent.parent.name
    value = copy.deepcopy(complete(regime))
    for path in patch.get("remove", []):
        container, last = _leads_to(value, path)
        del container[last]
    for path, part in patch.get("set", {}).items():
        container, last = _leads_to(value, path)
        if isinstance(container, list) and last == len(container):
            container.append(part)
        else:
            container[last] = part
    expected = patch["expect"]
    as_of = date.fromisoformat(patch["as_of"]) if "as_of" in patch else TODAY
    return Twin(regime, file.stem, value, as_of, expected["outcome"], path_in(value, expected["at"]))


def _leads_to(value: Any, path: str) -> tuple[Any, str | int]:
    *steps, last = path.split("/")
    for step in steps:
        value = value[_step(value, step)]
    return value, _step(value, last)


def _step(value: Any, step: str) -> str | int:
    if not isinstance(value, list):
        return step
    if step.isdecimal():
        return int(step)
    for index, item in enumerate(value):
        if isinstance(item, dict) and step in {item.get(mark) for mark in _MARKS}:
            return index
    raise KeyError(f"no item of the list is marked {step}")


def path_in(value: Any, path: str) -> tuple[str | int, ...]:
    """A written path as a document path; steps behind what exists are kept as they are written."""
    found: list[str | int] = []
    for step in path.split("/") if path else []:
        where = _step(value, step)
        found.append(where)
        try:
            value = value[where]
        except (KeyError, IndexError, TypeError):
            value = None
    return tuple(found)
