"""What must hold within any dossier, whatever the law: ids, references, periods, days and names that agree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from sanctcheck.days import stated_day
from sanctcheck.dossier import model
from sanctcheck.dossier.names import name_flaws
from sanctcheck.reading.document import Document, Flaw, Path_, Severity
from sanctcheck.reading.limits import MAX_CLAIMS
from sanctcheck.reading.protection import PROTECTED, is_protected
from sanctcheck.text import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from sanctcheck.dossier.model import Dossier

# Which ids each field names; `addressed` may name a submission by its step or by its exhibit.
_REFERENCES: dict[type[BaseModel], dict[str, tuple[str, ...]]] = {
    model.TargetName: {"exhibits": ("exhibit",)},
    model.Post: {"exhibits": ("exhibit",)},
    model.Relationship: {"exhibits": ("exhibit",)},
    model.Lookalike: {"exhibits": ("exhibit",)},
    model.PriorDecision: {"exhibit": ("exhibit",)},
    model.Ground: {"allegations": ("allegation",)},
    model.ElementShown: {"exhibits": ("exhibit",)},
    model.Allegation: {"relationship": ("relationship",)},
    model.Exhibit: {"cites": ("exhibit",)},
    model.StatedFact: {"exhibits": ("exhibit",)},
    model.ProtectedPerson: {"exhibits": ("exhibit",)},
    model.Event: {
        "exhibit": ("exhibit",),
        "exhibits": ("exhibit",),
        "answers": ("step",),
        "addressed": ("step", "exhibit"),
    },
    model.ReasonPoint: {"allegation": ("allegation",)},
    model.Condition: {"allegations": ("allegation",)},
}

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class _Known(NamedTuple):
    """An id of the dossier and the path at which it stands."""

    id: str
    path: Path_


def inconsistencies(dossier: Dossier, document: Document, today: date) -> Iterator[Flaw]:
    """Everything within a dossier that does not agree with itself, or cannot be so on the day it is read."""
    known = {kind: list(_ids(path, parts)) for kind, (path, parts) in _lists(dossier).items()}
    for kind, ids in known.items():
        yield from _repeated(document, ids, "duplicate-id", f"Another {kind} has the id {{}}.", "error")
    bases = [_Known(each.regime, ("legal_basis", index)) for index, each in enumerate(dossier.legal_basis)]
    message = "Another entry is about the regime {}; only the first one is assessed."
    yield from _repeated(document, bases, "duplicate-regime", message, "warning")
    yield from _too_many_claims(dossier, document)
    hints = {
        kind: [each for each in ids if not is_protected(document.value, each.path)]
        for kind, ids in known.items()
    }
    there = {kind: frozenset(each.id for each in ids) for kind, ids in known.items()}
    for path, part in _parts(dossier):
        if type(part) in _REFERENCES:
            yield from _unknown_references(document, path, part, there, hints)
        if isinstance(part, model.Period):
            yield from _reversed_period(document, path, part)
        elif isinstance(part, model.PartHandling | model.ProtectedPerson):
            yield from _without_effect(document, path, part)
    yield from _future_days(dossier, document, today)
    yield from _proposed_and_done(dossier, document)
    yield from name_flaws(dossier, document)
    yield from _control_characters(document)


def _control_characters(document: Document) -> Iterator[Flaw]:
    """Those that are written as escapes: as themselves the reader lets none through."""
    if "\\" not in document.text:
        return
    pending: list[tuple[Path_, Any]] = [((), document.value)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, dict):
            pending.extend(((*path, key), part) for key, part in value.items())
        elif isinstance(value, list):
            pending.extend(((*path, index), part) for index, part in enumerate(value))
        elif isinstance(value, str) and (found := _CONTROL.search(value)) is not None:
            message = f"A control character, U+{ord(found.group()):04X}, stands here: delete it."
            yield Flaw("control-character", message, document.place(path), pointer=path)


def _too_many_claims(dossier: Dossier, document: Document) -> Iterator[Flaw]:
    for index, basis in enumerate(dossier.legal_basis):
        if sum(len(ground.allegations) for ground in basis.grounds) > MAX_CLAIMS:
            path: Path_ = ("legal_basis", index, "grounds")
            message = (
                f"The grounds name allegations more than {MAX_CLAIMS:,} times; only that many are assessed."
            )
            yield Flaw("too-many-values", message, document.place(path), pointer=path)


def _lists(dossier: Dossier) -> dict[str, tuple[Path_, Sequence[Any]]]:
    """Where the ids of each kind stand."""
    conditions = dossier.delisting.conditions if dossier.delisting else []
    return {
        "exhibit": (("exhibits",), dossier.exhibits),
        "allegation": (("allegations",), dossier.allegations),
        "step": (("process",), dossier.process),
        "relationship": (("target", "relationships"), dossier.target.relationships),
        "condition": (("delisting", "conditions"), conditions),
    }


def _ids(path: Path_, parts: Iterable[Any]) -> Iterator[_Known]:
    for index, part in enumerate(parts):
        if part.id is not None:
            yield _Known(part.id, (*path, index))


def _parts(dossier: Dossier) -> Iterator[tuple[Path_, BaseModel]]:
    """Every part of the dossier with its path, in the order of the model."""
    pending: list[tuple[Path_, BaseModel]] = [((), dossier)]
    while pending:
        path, part = pending.pop()
        yield path, part
        for name, value in part.__dict__.items():
            # Most fields are text, which is told sooner than that it is no model.
            if value is None or type(value) is str or type(value) is bool:
                continue
            if isinstance(value, BaseModel):
                pending.append(((*path, name), value))
            elif isinstance(value, list) and value and isinstance(value[0], BaseModel):
                # A list holds parts alone, or none: its first item tells which.
                pending.extend(((*path, name, index), item) for index, item in enumerate(value))


def _shown(document: Document, path: Path_, value: str) -> str:
    return PROTECTED if is_protected(document.value, path) else quoted(value)


def _repeated(
    document: Document, ids: Iterable[_Known], rule: str, message: str, severity: Severity
) -> Iterator[Flaw]:
    first: dict[str, Path_] = {}
    field = "id" if rule == "duplicate-id" else "regime"
    for each in ids:
        path = (*each.path, field)
        if each.id not in first:
            first[each.id] = path
            continue
        sentence = message.format(_shown(document, path, each.id))
        related = ((document.place(first[each.id]), "first written here"),)
        yield Flaw(rule, sentence, document.place(path), severity, path, related)


def _unknown_references(
    document: Document,
    path: Path_,
    part: BaseModel,
    known: dict[str, frozenset[str]],
    hints: dict[str, list[_Known]],
) -> Iterator[Flaw]:
    for field, kinds in _REFERENCES[type(part)].items():
        value = getattr(part, field)
        if not value:
            continue
        for where, name in _named(path, field, value):
            if not any(name in known[kind] for kind in kinds):
                suggested = [each.id for kind in kinds for each in hints[kind]]
                shown = _shown(document, where, name)
                hint = did_you_mean(name, suggested) or f" Correct the id, or add the {kinds[0]}."
                message = f"No {' or '.join(kinds)} has the id {shown}.{hint}"
                yield Flaw("unknown-reference", message, document.place(where), pointer=where)


def _named(path: Path_, field: str, value: list[str] | str | None) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield (*path, field), value
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield (*path, field, index), item


def _reversed_period(document: Document, path: Path_, period: model.Period) -> Iterator[Flaw]:
    since, until = stated_day(period.since), stated_day(period.until)
    if since and until and since.surely_after(until):
        where = (*path, "until")
        message = "The period ends before it begins: compare `since` and `until`."
        related = ((document.place((*path, "since")), "it begins here"),)
        yield Flaw("period-reversed", message, document.place(where), "warning", where, related)


def _without_effect(
    document: Document, path: Path_, part: model.PartHandling | model.ProtectedPerson
) -> Iterator[Flaw]:
    """Names that look protected and are not, and a release that will not happen."""
    handling = part if isinstance(part, model.PartHandling) else part.handling
    if handling.level in {"public", "official"} and (part.names or part.details):
        where = (*path, "names" if part.names else "details")
        message = (
            f"Material of the level {handling.level} is seen by the target at least, so that nobody is protected by being "
            "named here: write restricted or protected."
        )
        yield Flaw("handling-without-effect", message, document.place(where), "error", where)
    if isinstance(part, model.PartHandling) and part.level == "protected" and part.releasable_to:
        where = (*path, "releasable_to")
        message = "What is protected is released to nobody: restricted material is."
        yield Flaw("handling-without-effect", message, document.place(where), "warning", where)


def _future_days(dossier: Dossier, document: Document, today: date) -> Iterator[Flaw]:
    for path, day in _past_days(dossier):
        if day is not None and _is_surely_after(day, today):
            shown = _shown(document, path, day)
            message = (
                f"{shown} is stated as past, but lies after the day of the assessment, {today.isoformat()}."
            )
            yield Flaw("day-in-future", message, document.place(path), pointer=path)


def _past_days(dossier: Dossier) -> Iterator[tuple[Path_, str | None]]:
    """Each day that a dossier states of something as done."""
    if dossier.act is not None and dossier.act.status == "adopted":
        yield ("act", "day"), dossier.act.day
    for index, event in enumerate(dossier.process):
        yield ("process", index, "day"), event.day
    for index, exhibit in enumerate(dossier.exhibits):
        yield ("exhibits", index, "published"), exhibit.published
        yield ("exhibits", index, "obtained"), exhibit.obtained


def _is_surely_after(day: str, today: date) -> bool:
    """A time of day is taken in its own zone too: what was done this evening may be tomorrow in UTC."""
    days = [stated_day(day), stated_day(day.partition("T")[0])]
    return all(each is not None and each.earliest > today for each in days)


def _proposed_and_done(dossier: Dossier, document: Document) -> Iterator[Flaw]:
    """An act that is marked as proposed though the log says that the target was listed."""
    if dossier.act is None or dossier.act.status != "proposed" or dossier.act.kind != "initial-designation":
        return
    for index, event in enumerate(dossier.process):
        if event.event == "designated":
            path: Path_ = ("act", "status")
            message = (
                "The act is marked as proposed, and the log says that the target was listed: which is it?"
            )
            related = ((document.place(("process", index)), "the step"),)
            yield Flaw(
                "act-not-adopted",
                message,
                document.place(path),
                severity="warning",
                pointer=path,
                related=related,
            )
            return
