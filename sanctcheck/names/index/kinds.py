"""Kinds of parties as small numbers. A name is prepared, and weighed, as the kind of its bearer asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sanctcheck.names.model import model

if TYPE_CHECKING:
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.party import PartyKind

KINDS: tuple[PartyKind, ...] = ("person", "entity", "vessel", "aircraft")
UNKNOWN = len(KINDS)
_NUMBERS: dict[str, int] = {kind: number for number, kind in enumerate(KINDS)}


def kind_of(kind: str) -> int:
    """The number of a kind; of what publishers call `other`, that of what is not known."""
    return _NUMBERS.get(kind, UNKNOWN)


def kinds_of(kind: str) -> range:
    """The kinds as which a party can be asked for: its own; any, where that is not known."""
    number = kind_of(kind)
    return range(len(KINDS)) if number == UNKNOWN else range(number, number + 1)


@cache
def takes(kind: int, other: int) -> NameModel:
    """The model by which names are weighed that were prepared for these kinds."""
    return model().of_kind(max(KINDS[kind], KINDS[other]))
