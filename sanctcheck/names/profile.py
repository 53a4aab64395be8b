"""A prepared name with what its words weigh, ready to be aligned."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from sanctcheck.names.prepare import prepare
from sanctcheck.names.tables import groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.names.prepare import Prepared, Token
    from sanctcheck.names.weights import Weighing

MOST_WORDS = 40
"""Words of one name that are looked at."""
_IDENTIFYING = frozenset({"name", "patronymic", "initial", "generic"})
_THINGS = frozenset({"entity", "vessel", "aircraft"})
_NO_NUMBERS: frozenset[str] = frozenset()
_NONE_STRANGE: frozenset[int] = frozenset()
_NOTHING: tuple[tuple[()], ...] = ((),) * 5
_GENERATIONS = frozenset({"jr", "sr", "junior", "senior"})
INITIAL_WEIGHT, _GENERIC, _SHORT, _OTHER, _PLACE = 0.25, 0.5, 0.7, 0.4, 1.0
_STAKED = 0.6
"""What a single letter weighs; and by what a word is multiplied that many bear, or that has two letters."""
_CODES = frozenset(("hk", "uk", "us", "usa", "uae", "prc", "dprk", "drc", "ksa", "eu", "kong"))
"""Short forms of places that companies have in their names."""
_UNENDED = re.compile(
    r"(?<=\S\s)\s*(?:abd|abd[aeou]l|abdoul|abd[aeu]r|ibn|von(?: der)?|v[ao]n (?:de[nr]?|het)|de l[ao]s?)\s*$",
    re.IGNORECASE,
)
"""What belongs to the family name, and has none behind it."""
_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]*")


class Profile(msgspec.Struct, frozen=True, gc=False):
    """One name, as alignment needs it."""

    text: str
    key: str
    literal: str
    """All its words, whatever their kind and order."""
    ordered: str
    """The same in reading order."""
    words: tuple[Token, ...]
    """Those that identify, in their order."""
    weights: tuple[float, ...]
    stakes: tuple[float, ...]
    """What each says where the other name has another word in its place: `Oil` against `Gas`."""
    absent: tuple[float, ...]
    """What each says where the other name has nothing in its place: a company's `Iran`."""
    led: tuple[str, ...]
    """Each word with the particle before it written as one (`vanderberg`); empty where there is none."""
    strange: frozenset[int]
    """The places of words that stand nowhere in the lists, and are no names that the tables know: often a slip of the pen."""
    numbers: frozenset[str]
    """Also what tells as a number does: Junior, and the letter at the end of a ship's name."""
    forms: tuple[Token, ...]
    initials: str
    """The first letters of all words that are no particles."""


@lru_cache(maxsize=4096)
def profile(text: str, kind: str, weights: Weighing) -> Profile:
    """The profile of a name; kept for some thousand names, because a query is compared with many."""
    prepared = prepared_in_order(text, kind)
    return profile_of(text, prepared.key, tokens_of(prepared, kind), weights)


def prepared_in_order(text: str, kind: str) -> Prepared:
    """A name prepared; that of a person in its reading order."""
    return prepare(text if kind in _THINGS else in_reading_order(text), kind)


def tokens_of(prepared: Prepared, kind: str) -> tuple[Token, ...]:
    """The words of a name, as a party of this kind has them."""
    return tuple(_read(prepared.tokens, kind))


class Said(NamedTuple):
    """A word of a name, and what it says by itself, whatever stands beside it."""

    word: Token
    weight: float
    stake: float
    absent: float
    strange: bool


def said_of(word: Token, weights: Weighing) -> Said:
    """What a word says in a corpus."""
    weight = weight_of(word, weights)
    return Said(
        word,
        weight,
        weight / _GENERIC if word.kind == "generic" else _STAKED if word.kind == "initial" else weight,
        max(weight, _PLACE) if is_place(word) else weight,
        is_strange(word, weights),
    )


def profile_of(text: str, key: str, tokens: tuple[Token, ...], weights: Weighing) -> Profile:
    """The profile of a name that is taken apart."""
    return profile_saying(text, key, [said_of(token, weights) for token in tokens])


def profile_saying(text: str, key: str, every: Sequence[Said]) -> Profile:
    """The same, of words with what they say."""
    texts = [each.word.text for each in every]
    tokens = [each.word for each in every[:MOST_WORDS]]
    kinds = {token.kind for token in tokens}
    if kinds <= _IDENTIFYING:
        said, led, initials = every[:MOST_WORDS], ("",) * len(tokens), texts[:MOST_WORDS]
    else:
        said = [every[place] for place in identifying([token.kind for token in tokens])]
        led = tuple(_led(tokens)) if len(said) < len(tokens) else ("",) * len(tokens)
        initials = [token.text for token in tokens if token.kind in _IDENTIFYING or token.kind == "form"]
    words, weights, stakes, absent, strange = zip(*said, strict=True) if said else _NOTHING
    return Profile(
        text,
        key,
        " ".join(sorted(texts)),
        " ".join(texts),
        words,
        weights,
        stakes,
        absent,
        led,
        frozenset([place for place, each in enumerate(strange) if each])
        if True in strange
        else _NONE_STRANGE,
        frozenset([token.canonical or token.text for token in tokens if token.kind == "numeral"])
        if "numeral" in kinds
        else _NO_NUMBERS,
        tuple([token for token in tokens if token.kind == "form"]) if "form" in kinds else (),
        "".join([letters[:1] for letters in initials]),
    )


def identifying(kinds: Sequence[str]) -> list[int]:
    """The places of words that are aligned: those that identify, or where there are none, all but numbers."""
    places = [place for place, kind in enumerate(kinds) if kind in _IDENTIFYING]
    return places or [place for place, kind in enumerate(kinds) if kind != "numeral"]


def in_reading_order(text: str) -> str:
    """`Given SURNAME` for `SURNAME, Given`: which word comes first says something.

    What cannot end a name shows that the family name stands first: `Bergen Ludwig van der`, `Rahman Khalid Abdul`.
    """
    family, comma, given = text.partition(",")
    if not comma and _UNENDED.search(text) is not None:
        family, comma, given = text.strip().partition(" ")
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
                yield replace(token, kind="numeral" if place == last > 0 else "name")
            else:
                yield token
        return
    syllables = 2 < len(tokens) < 5 and all(_SYLLABLE.fullmatch(token.text) for token in tokens)
    for token in tokens:
        if token.text in _GENERATIONS or (token.kind == "title" and token.canonical in _GENERATIONS):
            yield replace(token, kind="numeral", canonical=token.text[0] + "r")
        elif token.kind == "particle" and syllables:
            # `Il` and `Do` are particles in Rome and Lisbon, and names in Pyongyang.
            yield replace(token, kind="name", canonical="")
        else:
            yield token


def _led(tokens: Sequence[Token]) -> Iterator[str]:
    particles = ""
    named = any(token.kind in _IDENTIFYING for token in tokens)
    for token in tokens:
        if token.kind == "particle" and named:
            particles += token.text.replace(" ", "")
        elif token.kind in _IDENTIFYING or (not named and token.kind != "numeral"):
            yield particles and particles + token.text
            particles = ""
        else:
            particles = ""


def weight_of(token: Token, weights: Weighing) -> float:
    """What a word of a name weighs."""
    if token.kind == "initial":
        return INITIAL_WEIGHT
    weight = weights.of(token.text)
    if token.kind == "generic":
        return weight * _GENERIC
    if token.kind not in _IDENTIFYING:
        return weight * _OTHER
    return weight * _SHORT if len(token.text) < 3 else weight


def is_strange(token: Token, weights: Weighing) -> bool:
    """Whether a word is one that nobody is known to bear."""
    known = token.groups or token.related or token.readings or token.kind not in {"name", "patronymic"}
    return not known and not weights.knows(token.text)


def is_place(token: Token) -> bool:
    """Whether a word is a country, a city, or a short form of one."""
    return token.text in _CODES or (bool(token.groups) and not places().isdisjoint(token.groups))


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """The keys of countries and cities, as groups of words have them."""
    return frozenset(key for keys in groups("variants/countries").values() for key in keys)
