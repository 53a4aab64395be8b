"""A prepared name with what its words weigh, ready to be aligned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sanctcheck.names.prepare import prepare

if TYPE_CHECKING:
    from sanctcheck.names.prepare import Token
    from sanctcheck.names.weights import Weights

MOST_WORDS = 40
"""Words of one name that are looked at."""
_IDENTIFYING = frozenset({"name", "patronymic", "initial", "generic"})
_INITIAL, _GENERIC, _SHORT, _OTHER = 0.25, 0.5, 0.7, 0.4
"""What a single letter weighs; and by what a word is multiplied that many bear, or that has two letters."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One name, as alignment needs it."""

    text: str
    key: str
    literal: str
    """All its words, whatever their kind and order."""
    words: tuple[Token, ...]
    """Those that identify, in their order."""
    weights: tuple[float, ...]
    numbers: frozenset[str]
    forms: tuple[Token, ...]
    titles: tuple[Token, ...]
    weak: bool = False


@lru_cache(maxsize=4096)
def profile(text: str, kind: str, weights: Weights) -> Profile:
    """The profile of a name; kept for some thousand names, because a query is compared with many."""
    prepared = prepare(in_reading_order(text) if kind in {"person", "", "other"} else text, kind)
    tokens = prepared.tokens[:MOST_WORDS]
    if kind in {"entity", "vessel", "aircraft"}:
        # There a single letter is a word of its own, and stands for no other.
        tokens = tuple(each._replace(kind="name") if each.kind == "initial" else each for each in tokens)
    words = tuple(token for token in tokens if token.kind in _IDENTIFYING)
    if not words:
        words = tuple(token for token in tokens if token.kind != "numeral")
    return Profile(
        text,
        prepared.key,
        " ".join(sorted(token.text for token in prepared.tokens)),
        words,
        tuple(_weight(token, weights) for token in words),
        frozenset(token.canonical or token.text for token in tokens if token.kind == "numeral"),
        tuple(token for token in tokens if token.kind == "form"),
        tuple(token for token in tokens if token.kind == "title"),
    )


def in_reading_order(text: str) -> str:
    """`Given SURNAME` for `SURNAME, Given`: which word comes first says something."""
    family, comma, given = text.partition(",")
    if not comma or "," in given or not family.strip() or not given.strip():
        return text
    return f"{given.strip()} {family.strip()}"


def _weight(token: Token, weights: Weights) -> float:
    if token.kind == "initial":
        return _INITIAL
    weight = weights.of(token.text)
    if token.kind == "generic":
        return weight * _GENERIC
    if token.kind not in _IDENTIFYING:
        return weight * _OTHER
    return weight * _SHORT if len(token.text) < 3 else weight
