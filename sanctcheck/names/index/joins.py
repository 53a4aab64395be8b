"""Words that another name may have as one: the keys of neighbours that are joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.names.index.keys import hashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORTEST, _SHORTEST_BONES = 4, 3
_NO_VOWELS = str.maketrans(dict.fromkeys("aeiouy", ""))
_DOUBLED = re.compile(r"(.)\1+")


def joined_keys(words: Sequence[str]) -> set[int]:
    """The keys of all neighbours, two and three, as one word."""
    return {key for text, _, _ in joined(words) for key in as_one(text)}


def joined(words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Two or three neighbours written as one, with the places where they start and end."""
    for start in range(len(words) - 1):
        for end in (start + 2, start + 3):
            if end <= len(words):
                yield "".join(words[start:end]), start, end


def as_one(text: str) -> set[int]:
    """The keys that a word has in common with neighbours that are joined, vowels and doubled letters apart."""
    if len(text) < _SHORTEST:
        return set()
    keys = {hashed("j", text)}
    bones = _DOUBLED.sub(r"\1", text.translate(_NO_VOWELS))
    if len(bones) >= _SHORTEST_BONES:
        keys.add(hashed("b", text[0] + bones))
    return keys
