"""How a part of a dossier is named, so that the name outlives moved lines and reordered lists: by ids."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sanctcheck.reading.protection import protected_part

if TYPE_CHECKING:
    from sanctcheck.reading.document import Path_

_DIGITS = 16


def hashed(text: str) -> str:
    """A short name for a text, from which the text cannot be read."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def fingerprint(value: Any, rule: str, path: Path_) -> str:
    """A hash of the dossier's id, the rule and the path by ids: the same for the same gap when lines move."""
    name = value.get("id", "") if isinstance(value, dict) else ""
    return hashed("\0".join([str(name), rule, *(str(step) for step in _by_ids(value, path))]))


def named_path(value: Any, path: Path_) -> Path_:
    """A path with the ids of list items in place of their numbers; an id within a protected part is hashed."""
    by_ids = _by_ids(value, path)
    part = protected_part(value, path)
    if part is None:
        return by_ids
    start = max(len(part) - 1, 0)
    hidden = (
        hashed(str(named)) if named != step else named
        for named, step in zip(by_ids[start:], path[start:], strict=True)
    )
    return (*by_ids[:start], *hidden)


def place_steps(place: str | None) -> tuple[str, ...]:
    """The steps of a place as a person writes it: `exhibits/E1/publisher`."""
    return tuple(step for step in (place or "").split("/") if step)


def covers(at: tuple[str, ...], pointer: Path_, named: Path_) -> bool:
    """Whether a place that a person wrote is a part, or lies above it: by fields, ids, or numbers from zero."""
    if len(at) > len(pointer):
        return False
    return all(
        step in {str(number), str(name)} or (number != name and hashed(step) == name)
        for step, number, name in zip(at, pointer, named, strict=False)
    )


def _by_ids(value: Any, path: Path_) -> Path_:
    steps: list[str | int] = []
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
        named = value.get("id") if isinstance(value, dict) else None
        steps.append(str(named) if isinstance(step, int) and named else step)
    return tuple(steps)
