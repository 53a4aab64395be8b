"""Words that are a few letters apart, found by what is left of them when letters are taken out.

Two words within so many edits of each other have a common rest once each has lost at most so many letters. Only the
first letters of long words are looked at: what two words have in common there follows from what they have in common.
A rest is kept as a hash; that two rests share one makes a candidate more, never one less.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Hashes = NDArray[np.uint32]

LETTERS = 10
"""Of a word only so many letters, from its start, are looked at."""
_SHIFT = np.uint64(32)
# Odd, and without a pattern: one factor for each place in a word.
_FACTORS = np.random.default_rng(20261130).integers(1, 2**63, size=LETTERS, dtype=np.uint64) * np.uint64(
    2
) + np.uint64(1)


def rests(word: str, lost: int) -> Hashes:
    """Hashes of what is left of a word that loses so many letters or fewer."""
    return np.unique(_hashed(_letters([word]), lost))


def rests_of_all(words: Sequence[str], lost: int) -> tuple[Hashes, NDArray[np.uint32]]:
    """The same for many words of one length: hashes, and beside each the place of its word."""
    found = _hashed(_letters(words), lost)
    places = np.repeat(np.arange(len(words), dtype=np.uint32), found.shape[1])
    return found.ravel(), places


def _letters(words: Sequence[str]) -> NDArray[np.uint64]:
    """A row for each word, all of one length; the last column is the letter that is none."""
    size = min(len(words[0]), LETTERS)
    text = "".join(word[:size] for word in words).encode("utf-32-le")
    letters = np.zeros((len(words), size + 1), np.uint64)
    letters[:, :size] = np.frombuffer(text, "<u4").reshape(len(words), size)
    return letters


def _hashed(letters: NDArray[np.uint64], lost: int) -> Hashes:
    size = letters.shape[1] - 1
    sums = (letters[:, _left(size, lost)] * _FACTORS[:size]).sum(axis=2, dtype=np.uint64)
    hashes: Hashes = (sums >> _SHIFT).astype(np.uint32)
    return hashes


@cache
def _left(size: int, lost: int) -> NDArray[np.intp]:
    """For each way to take letters out, a row with the places of those that are left, filled up with `size`."""
    ways = [way for number in range(min(lost, size) + 1) for way in combinations(range(size), number)]
    rows = [[place for place in range(size) if place not in way] + [size] * len(way) for way in ways]
    return np.array(rows, np.intp).reshape(len(rows), size)
