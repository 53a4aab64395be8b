"""A prepared name with what its words weigh, ready to be aligned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sanctcheck.names.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.names.prepare import Token
    from sanctcheck.names.weights import Weights

MOST_WORDS = 40
"""Words of one name that are looked at."""
_IDENTIFYING = frozenset({"name", "patronymic", "initial", "generic"})
_THINGS = frozenset({"entity", "vessel", "aircraft"})
_GENERATIONS = frozenset({"jr", "sr"})
_INITIAL, _GENERIC, _SHORT, _OTHER = 0.25, 0.5, 0.7, 0.4
"""What a single letter weighs; and by what a word is multiplied that many bear, or that has two letters."""
_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]*")


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
    led: tuple[str, ...]
    """Each word with the particle before it written as one (`vanderberg`); empty where there is none."""
    numbers: frozenset[str]
    """Also what tells as a number does: Junior, and the letter at the end of a ship's name."""
    forms: tuple[Token, ...]
    initials: str
    """The first letters of all words that are no particles."""


@lru_cache(maxsize=4096)
def profile(text: str, kind: str, weights: Weights) -> Profile:
    """The profile of a name; kept for some thousand names, because a query is compared with many."""
    prepared = prepare(text if kind in _THINGS else in_reading_order(text), kind)
    tokens = tuple(_read(prepared.tokens[:MOST_WORDS], kind))
    places = [place for place, token in enumerate(tokens) if token.kind in _IDENTIFYING]
    if not places:
        places = [place for place, token in enumerate(tokens) if token.kind != "numeral"]
    words = tuple(tokens[place] for place in places)
    return Profile(
        text,
        prepared.key,
        " ".join(sorted(token.text for token in prepared.tokens)),
        words,
        tuple(_weight(token, weights) for token in words),
        tuple(_led(tokens, place) for place in places),
        frozenset(token.canonical or token.text for token in tokens if token.kind == "numeral"),
        tuple(token for token in tokens if token.kind == "form"),
        "".join(token.text[:1] for token in tokens if token.kind in _IDENTIFYING or token.kind == "form"),
    )


def in_reading_order(text: str) -> str:
    """`Given SURNAME` for `SURNAME, Given`: which word comes first says something."""
    family, comma, given = text.partition(",")
    if not comma or "," in given or not family.strip() or not given.strip():
        return text
    return f"{given.strip()} {family.strip()}"


def _read(tokens: Sequence[Token], kind: str) -> Iterator[Token]:
    """The words as what they are in a name of this kind."""
    if kind in _THINGS:
        last = max((place for place, token in enumerate(tokens) if token.kind != "form"), default=-1)
        for place, token in enumerate(tokens):
            if token.kind == "initial":
                # `Kristall-M` is not `Kristall`; elsewhere a single letter is a word, and stands for no other.
                yield token._replace(kind="numeral" if place == last > 0 else "name")
            else:
                yield token
        return
    syllables = 2 < len(tokens) < 5 and all(_SYLLABLE.fullmatch(token.text) for token in tokens)
    for token in tokens:
        if token.kind == "title" and token.canonical in _GENERATIONS:
            yield token._replace(kind="numeral")
        elif token.kind == "particle" and syllables:
            # `Il` and `Do` are particles in Rome and Lisbon, and names in Pyongyang.
            yield token._replace(kind="name", canonical="")
        else:
            yield token


def _led(tokens: Sequence[Token], place: int) -> str:
    before = place
    while before > 0 and tokens[before - 1].kind == "particle":
        before -= 1
    if before == place:
        return ""
    return "".join(token.text.replace(" ", "") for token in tokens[before : place + 1])


def _weight(token: Token, weights: Weights) -> float:
    if token.kind == "initial":
        return _INITIAL
    weight = weights.of(token.text)
    if token.kind == "generic":
        return weight * _GENERIC
    if token.kind not in _IDENTIFYING:
        return weight * _OTHER
    return weight * _SHORT if len(token.text) < 3 else weight
