"""One-flaw twins: a small patch on a complete dossier, and the one finding that it must raise.

A twin is a file `fixtures/dossiers/REGIME/flawed/CRITERION.yaml`, or for a criterion of the shared law NAME
`fixtures/dossiers/shared/NAME/flawed/CRITERION.yaml`, which is laid on the complete dossier of each regime that includes
that law, unless the regime has a criterion or a twin of its own under that id:

    flaw: The target is never told of the act.      # for the reader
    remove: [process/notified]                      # parts taken out
    set: {statement_of_reasons/individual: false}   # parts put in, or put in the place of others
    as_of: $act+15m                                 # the day of the assessment, where it matters
    act: 2015-03-01                                 # another day of the act, where the complete dossier is a case file
    expect: {outcome: not-shown, at: process}

A path goes by field names and, in a list, by position, by `end`, or by the `id`, `event`, `kind`, `regime`, `element` or
`allegation` of the item meant. `$act-6m` is a day six months before the act. A complete dossier is a full one, or a case file (benchmarks/case_file.py) laid over
`fixtures/cases/neutral.yaml`; its `as_of` is the day of the assessment, where that is not the tests' own.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from case_file import CASE_FORMAT, NEUTRAL, filled, laid_over, marks_of, value_of
from support import FIXTURES, TODAY

from sanctcheck.law.load import packaged_law

if TYPE_CHECKING:
    from pathlib import Path

DOSSIERS = FIXTURES / "dossiers"
SHARED = DOSSIERS / "shared"
LAYERS = FIXTURES / "cases" / NEUTRAL
LAW = packaged_law()


@dataclass(frozen=True)
class Twin:
    """A dossier with one flaw, and the finding that it must raise."""

    regime: str
    criterion: str
    value: Any
    as_of: date
    outcome: str
    path: tuple[str | int, ...]


@cache
def complete(regime: str, act: str | None = None) -> tuple[Any, date]:
    """The value of the complete dossier of a regime, and the day for which it is assessed.

    Read once for all twins: who changes it takes a copy.
    """
    value = value_of(DOSSIERS / regime / "complete.yaml")
    as_of = date.fromisoformat(act or value.get("as_of", TODAY.isoformat()))
    if value["format"] != CASE_FORMAT:
        assert act is None, "only a case file can be given another day of the act"
        return value, as_of
    if act is not None:
        value["dossier"]["act"]["day"] = act
    return laid_over(value, _layers()), as_of


@cache
def _layers() -> Any:
    return value_of(LAYERS)["layers"]


@cache
def twin_files() -> list[tuple[str, Path]]:
    """Every twin with its regime, in order: its own, and those of the law that it includes."""
    return [(regime, file) for regime in sorted(LAW.regime_ids) for file in _twins_of(regime).values()]


def _twins_of(regime: str) -> dict[str, Path]:
    own = {file.stem: file for file in sorted((DOSSIERS / regime / "flawed").glob("*.yaml"))}
    shared = [
        file
        for name in LAW.regime(regime).regime.includes
        for file in sorted((SHARED / name / "flawed").glob("*.yaml"))
        if file.stem in {criterion.id for criterion in LAW.regime(regime).regime.criteria}
    ]
    return {**{file.stem: file for file in shared}, **own}


def twins_of(regime: str) -> set[str]:
    """The criteria of a regime that have a twin."""
    return set(_twins_of(regime))


def twin(regime: str, file: Path) -> Twin:
    """The twin that a file describes, under a regime."""
    written = value_of(file)
    base, as_of = complete(regime, written.get("act"))
    value = copy.deepcopy(base)
    patch = filled(written, {"act": value["act"]["day"]})
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
    as_of = date.fromisoformat(patch["as_of"]) if "as_of" in patch else as_of
    return Twin(regime, file.stem, value, as_of, expected["outcome"], path_in(value, expected["at"]))


def _leads_to(value: Any, path: str) -> tuple[Any, str | int]:
    *steps, last = path.split("/")
    for step in steps:
        value = value[_step(value, step)]
    return value, _step(value, last)


def _step(value: Any, step: str) -> str | int:
    if not isinstance(value, list):
        return step
    if step == "end":
        return len(value)
    if step.isdecimal():
        return int(step)
    for index, item in enumerate(value):
        if step in marks_of(item):
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
