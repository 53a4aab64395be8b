"""Words that another name may have as one: the keys of neighbours that are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.index.keys import hashed, rests

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS = 10
_SHORTEST = 4


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
    """The keys that a word has in common with neighbours that are joined, or with a letter of theirs lost."""
    if len(text) < _SHORTEST:
        return set()
    return {hashed("j", rest) for rest in rests(text[:_LETTERS], 1 if len(text) > _SHORTEST else 0)}
