"""Nested values as one row of texts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEEPEST = 4


def flat(value: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """An object as a row: what is nested has the heading `query.name`."""
    row: dict[str, tuple[str, ...]] = {}
    for heading, inner in _parts(value, "", _DEEPEST):
        row[heading] = (*row.get(heading, ()), *_scalars(inner))
    return row


def _parts(value: Mapping[str, Any], above: str, deep: int) -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        if isinstance(inner, dict) and deep:
            yield from _parts(inner, f"{above}{key}.", deep - 1)
        else:
            yield f"{above}{key}", inner


def _scalars(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int | float | date):
        yield value.isoformat()[:10] if isinstance(value, date) else str(value)
    elif isinstance(value, list):
        for each in value:
            yield from _scalars(each) if not isinstance(each, list | dict) else _labelled(each)


def _labelled(value: Any) -> Iterator[str]:
    """`{"kind": "passport", "number": "A1"}` as `passport:A1`."""
    if isinstance(value, dict) and isinstance(value.get("number"), str | int):
        kind = value.get("kind") or value.get("type")
        yield f"{kind}:{value['number']}" if isinstance(kind, str) else str(value["number"])
