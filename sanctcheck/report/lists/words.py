"""How parts of a listing, counts and ages are said."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from sanctcheck.lists.model import (
    Country,
    CrossReference,
    Identifier,
    ListedDate,
    ListedName,
    Particular,
    Place,
    Relation,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from sanctcheck.lists.snapshot import Profile

_PLURALS = {
    "person": "persons",
    "entity": "entities",
    "vessel": "vessels",
    "aircraft": "aircraft",
    "other": "others",
}


def said(value: Any) -> Iterator[str]:
    """A field of a listing, a text for each thing that it holds; nothing for what is empty."""
    for part in value if isinstance(value, tuple) else (value,):
        text = phrase(part)
        if text:
            yield text


@singledispatch
def phrase(part: Any) -> str:
    """One thing in a few words."""
    return str(part)


@phrase.register
def _(part: ListedName) -> str:
    return part.text


@phrase.register
def _(part: ListedDate) -> str:
    return part.text


@phrase.register
def _(part: Country) -> str:
    return f"{part.text} ({part.code})" if part.code and part.code != part.text else part.text


@phrase.register
def _(part: Place) -> str:
    return f"{part.whole} ({part.note})" if part.note else part.whole


@phrase.register
def _(part: Identifier) -> str:
    country = f", {part.country.text}" if part.country is not None else ""
    note = f", {part.note}" if part.note else ""
    return f"{part.label or part.kind}: {part.number}{country}{note}"


@phrase.register
def _(part: CrossReference) -> str:
    return f"{part.publisher}: {part.reference}"


@phrase.register
def _(part: Relation) -> str:
    return f"{part.kind}: {part.name}" + (f" ({part.id})" if part.id else "")


@phrase.register
def _(part: Particular) -> str:
    return f"{part.label}: {part.text}"


def counted(profile: Profile) -> str:
    """`1,003 listings (730 persons, 273 entities)`."""
    kinds = ", ".join(
        f"{number:,} {_PLURALS[kind]}" for kind in _PLURALS if (number := profile.kinds.get(kind))
    )
    return f"{profile.listings:,} listings" + (f" ({kinds})" if kinds else "")


def aged(age: timedelta | None) -> str:
    """`3 days old`, `5 hours old`."""
    if age is None:
        return "of unknown age"
    hours = round(age.total_seconds() / 3600)
    if hours < 1:
        return "just checked" if hours >= 0 else "fetched in the future"
    if hours < 48:
        return f"{hours} hour{'s' if hours > 1 else ''} old"
    return f"{age.days} days old"
