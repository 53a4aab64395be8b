"""What changed in the evidence and in the process of a dossier. Nothing of a protected part is told but that it changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sanctcheck.reading.protection import PROTECTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pydantic import BaseModel

    from sanctcheck.dossier.model import Dossier, Event, Exhibit

Kind = Literal["added", "removed", "changed"]
_WORDS = {"grade", "directness", "bearing", "producible", "kind", "seen_by_decision_maker", "day", "due"}
"""Fields of which both values are told: they are words of the format, or days."""


@dataclass(frozen=True, slots=True)
class Change:
    """One part that was added, removed or changed.

    Attributes:
        name: the id of an exhibit, or the step of the process.
        words: what it is, or what is different, in a few words; text from the dossier.
    """

    kind: Kind
    name: str
    words: str = ""


def changed_exhibits(old: Dossier, new: Dossier) -> Iterator[Change]:
    """The exhibits that one of two versions has, or that differ, in the order of their ids."""
    before = {each.id: each for each in old.exhibits}
    after = {each.id: each for each in new.exhibits}
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        hidden = any(_is_protected(each) for each in (one, other)) or _is_protected(old) or _is_protected(new)
        kind = _kind(one, other)
        if kind is None:
            continue
        if hidden:
            yield Change(kind, PROTECTED)
        elif one is not None and other is not None:
            yield Change(kind, name, _differences(one, other))
        else:
            yield Change(kind, name, _about_exhibit(one or other))


def _kind(one: object, other: object) -> Kind | None:
    if one is None:
        return "added"
    if other is None:
        return "removed"
    return None if one == other else "changed"


def _about_exhibit(exhibit: Exhibit | None) -> str:
    if exhibit is None:
        return ""
    graded = f", graded {exhibit.grade}" if exhibit.grade else ""
    against = f", speaks {exhibit.bearing}" if exhibit.bearing != "for" else ""
    return f"{exhibit.title} ({exhibit.kind}{graded}{against})"


def _is_protected(part: Any) -> bool:
    return part is not None and part.handling is not None and part.handling.level == "protected"


def _differences(one: BaseModel, other: BaseModel) -> str:
    """What differs: words of the format with both values, other fields by name."""
    told, named = [], []
    for field in type(one).model_fields:
        before, after = getattr(one, field), getattr(other, field)
        if before == after:
            continue
        if field in _WORDS:
            told.append(f"{field} {_word(before)} → {_word(after)}")
        elif field in {"handling", "disclosure"}:
            told.append(_inner(field, before, after))
        else:
            named.append(field)
    return ", ".join([*told, *([f"other words in {', '.join(named)}"] if named else [])])


def _inner(field: str, before: Any, after: Any) -> str:
    word = "level" if field == "handling" else "extent"
    one, other = (_word(getattr(each, word, None)) for each in (before, after))
    return f"other words in {field}" if one == other else f"{field} {one} → {other}"


def _word(value: Any) -> str:
    if value is None:
        return "not stated"
    return str(value).lower() if isinstance(value, bool) else str(value)


def changed_steps(old: Dossier, new: Dossier) -> Iterator[Change]:
    """The steps of the process that one of two versions has, or that differ; reordered steps are no change."""
    if _is_protected(old) or _is_protected(new):
        if old.process != new.process:
            yield Change("changed", PROTECTED)
        return
    before, after = _without_common(old.process, new.process)
    pairs = _paired(before, after)
    paired = {id(step) for pair in pairs for step in pair}
    for step in before:
        if id(step) not in paired:
            yield Change("removed", _step(step))
    for one, other in pairs:
        yield Change("changed", _step(other), _differences(one, other))
    for step in after:
        if id(step) not in paired:
            yield Change("added", _step(step))


def _without_common(old: Sequence[Event], new: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """The steps that only one version has, as they stand."""
    common = Counter(map(repr, old)) & Counter(map(repr, new))
    return _rest(old, common), _rest(new, common)


def _rest(steps: Sequence[Event], common: Counter[str]) -> list[Event]:
    left = Counter(common)
    rest = []
    for step in steps:
        name = repr(step)
        if left[name]:
            left[name] -= 1
        else:
            rest.append(step)
    return rest


def _paired(before: list[Event], after: list[Event]) -> list[tuple[Event, Event]]:
    """Steps that are one and the same in two versions: by id, else the same step under the same regime, in order."""
    pairs: list[tuple[Event, Event]] = []
    open_ = list(after)
    names: tuple[Callable[[Event], object], ...] = (_by_id, _by_step)
    for name in names:
        for step in before:
            if any(step is one for one, _ in pairs):
                continue
            other = next(
                (each for each in open_ if name(step) is not None and name(step) == name(each)), None
            )
            if other is not None:
                pairs.append((step, other))
                open_ = [each for each in open_ if each is not other]
    return pairs


def _by_id(step: Event) -> tuple[str, ...] | None:
    return None if step.id is None else (step.id,)


def _by_step(step: Event) -> tuple[str | None, ...]:
    return (step.event, step.regime)


def _step(step: Event) -> str:
    regime = f" ({step.regime})" if step.regime else ""
    return f"{step.event}{regime}{f' {step.day}' if step.day else ''}"
