"""A prepared name with what its words weigh, ready to be aligned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sanctcheck.names.prepare import prepare

if TYPE_CHECKING:
    from sanctcheck.names.prepare import Prepared, Token
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
    prepared = prepared_in_order(text, kind)
    return profile_of(text, prepared.key, tokens_of(prepared, kind), weights)


def prepared_in_order(text: str, kind: str) -> Prepared:
    """A name prepared; that of a person in its reading order."""
    return prepare(in_reading_order(text) if kind in {"person", "", "other"} else text, kind)


def tokens_of(prepared: Prepared, kind: str) -> tuple[Token, ...]:
    """The words of a name, as a kind of party has them."""
    if kind not in {"entity", "vessel", "aircraft"}:
        return prepared.tokens
    # There a single letter is a word of its own, and stands for no other.
    return tuple(each._replace(kind="name") if each.kind == "initial" else each for each in prepared.tokens)


def profile_of(text: str, key: str, all_tokens: tuple[Token, ...], weights: Weights) -> Profile:
    """The profile of a name that is taken apart."""
    tokens = all_tokens[:MOST_WORDS]
    words = identifying(tokens)
    return Profile(
        text,
        key,
        " ".join(sorted(token.text for token in all_tokens)),
        words,
        tuple(weight_of(token, weights) for token in words),
        frozenset(token.canonical or token.text for token in tokens if token.kind == "numeral"),
        tuple(token for token in tokens if token.kind == "form"),
        tuple(token for token in tokens if token.kind == "title"),
    )


def identifying(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words that are aligned: those that identify, or where there are none, all but numbers."""
    words = tuple(token for token in tokens if token.kind in _IDENTIFYING)
    return words or tuple(token for token in tokens if token.kind != "numeral")


def in_reading_order(text: str) -> str:
    """`Given SURNAME` for `SURNAME, Given`: which word comes first says something."""
    family, comma, given = text.partition(",")
    if not comma or "," in given or not family.strip() or not given.strip():
        return text
    return f"{given.strip()} {family.strip()}"


def weight_of(token: Token, weights: Weights) -> float:
    """What a word of a name weighs."""
    if token.kind == "initial":
        return _INITIAL
    weight = weights.of(token.text)
    if token.kind == "generic":
        return weight * _GENERIC
    if token.kind not in _IDENTIFYING:
        return weight * _OTHER
    return weight * _SHORT if len(token.text) < 3 else weight
