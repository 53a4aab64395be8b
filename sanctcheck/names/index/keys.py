"""What two words of names have in common when they can stand for each other, as hashes that an index can be asked for.

Two words that are nearer than `UNMET` share a key: the word itself; a rival romanisation; a group of variants; what a
short form stands for; what is left of the word, or of one of its skeletons, when a letter or two are taken out. That
unlike words share a key as well costs time, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from sanctcheck.names.index.hashing import rest_hashes
from sanctcheck.names.likeness import READING, RELATED, UNMET, VARIANT, bones_out, letters_out, served

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sanctcheck.names.prepare import Token

LETTERS = 12
"""Of long words only so many letters are taken apart: what they have in common there follows from the whole."""
NEAR = 1.0
"""What words cost at least that share a key: so much where it says nothing but that they can be alike."""

NEAR_ENOUGH = 0.45
"""What words that are found at all cost at most: a name that has no word so near has no score worth a hit."""
UNFOUND = UNMET
"""What words that are not found cost at least: no two are nearer that have no key in common."""
FACTS, HEAVY = 4, 65536.0
"""Numbers that are kept side by side of each name; and into so many parts of a word its weight is divided there."""
FINEST = 250
"""Costs are kept in so many steps."""

_SIGNS = {sign: crc32(sign.encode()) for sign in "tdvmrlsjabkn"}


def hashed(sign: str, text: str) -> int:
    """The hash of a key; the sign keeps keys of different kinds apart."""
    return crc32(text.encode(), _SIGNS[sign])


def kept(word: Token, near_keys: Collection[int]) -> Iterator[int]:
    """The keys under which a word is kept; `near_keys` are those of `near`."""
    yield hashed("t", word.text)
    for reading in word.readings:
        yield hashed("d", reading)
    for group in _groups(word):
        yield hashed("v", group)
    for name in (*word.groups, *word.related, word.text):
        yield hashed("m", name)
    for name in _related(word):
        yield hashed("r", name)
    for bones in word.skeletons:
        yield hashed("b", bones)
    yield from near_keys


def sought(word: Token, near_keys: Collection[int]) -> Iterator[tuple[float, int]]:
    """The keys of the words that can stand for a word, each with what such a word costs at least."""
    yield 0.0, hashed("t", word.text)
    for reading in word.readings:
        yield READING, hashed("t", reading)
    yield READING, hashed("d", word.text)
    for group in _groups(word):
        yield VARIANT, hashed("v", group)
    for name in _related(word):
        yield RELATED, hashed("m", name)
    for name in (*word.groups, *word.related, word.text):
        yield RELATED, hashed("r", name)
    for key in near_keys:
        yield NEAR, key


def _related(word: Token) -> tuple[str, ...]:
    without = served(word)
    return (*word.related, without) if without else word.related


def _groups(word: Token) -> set[str]:
    return {f"g{group}" for group in word.groups} | ({f"c{word.canonical}"} if word.canonical else set())


def _skeletons(word: Token) -> list[str]:
    return [skeleton[:LETTERS] for skeleton in word.skeletons or (word.skeleton,)]


def near(word: Token) -> set[int]:
    """The keys that words have in common which are a few letters apart."""
    if word.kind == "initial":
        return set()
    keys = set(rest_hashes(_SIGNS["l"], word.text[:LETTERS], letters_out(word.text)))
    for bones in _skeletons(word):
        keys.update(rest_hashes(_SIGNS["s"], bones, bones_out(bones)))
    return keys
