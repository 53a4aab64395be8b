"""What words of an index cost at least that stand for each other, for many pairs at once: how the index is built.

As `spelt`, which holds those of a query against them.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from sanctcheck.names.align import APART
from sanctcheck.names.index.columns import Blobs, Rows
from sanctcheck.names.index.letters import (
    GENERIC,
    GLANCE,
    GROUPED,
    IS_INITIAL,
    VOWELLED,
    Y_FOR_I,
    coded,
    shape,
    signs_of,
    skeletons_of,
)
from sanctcheck.names.likeness import (
    CONSONANTS,
    DISTINCT,
    INITIAL,
    LETTERS,
    LONG,
    SHORT_WRITTEN,
    UNVOWELLED,
    UNVOWELLED_CONSONANTS,
    WRITTEN,
    foldings,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places
    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.token import Token

    Costs = NDArray[np.float32]
    Shares = NDArray[np.floating]


class Spellings:
    """How the words of an index are spelt."""

    def __init__(self, words: Sequence[Token]) -> None:
        self._texts = [word.text for word in words]
        both = [foldings(text) for text in self._texts]
        self._low, self._high = [low for low, _ in both], [high for _, high in both]
        bones: dict[str, int] = {}
        own = [[bones.setdefault(bone, len(bones)) for bone in skeletons_of(word)] for word in words]
        self._bones, self._bones_of = list(bones), Rows.of(own)
        self._bone_lengths = np.array([len(bone) for bone in bones], np.float32)
        self._lengths = np.array([len(text) for text in self._texts], np.uint16)
        self._signs = np.array([signs_of(word) for word in words], np.uint8)
        self._letters = np.array([sum(coded(text)) for text in self._texts], np.uint32)
        self._firsts = np.array([ord(text[0]) for text in self._texts], np.uint32)

    def arrays(self) -> dict[str, Array]:
        """As `Spelt` reads them: three pieces for each word, of which the last is empty where it is as the second."""
        pieces = [
            piece
            for text, low, high in zip(self._texts, self._low, self._high, strict=True)
            for piece in (text, low, high if high != low else "")
        ]
        kept = [*map(coded, pieces)]
        bones = [*map(coded, self._bones)]
        shapes = np.array([shape(bone) for bone in bones], np.uint32)
        return {
            **Blobs.arrays("words.spelt", [*kept, *bones]),
            "words.shapes": shapes,
            "words.glances": self._glances(kept, shapes),
            **self._bones_of.arrays("words.bones_of"),
            "words.signs": self._signs,
            "words.firsts": self._firsts,
        }

    def _glances(self, kept: Sequence[bytes], shapes: Places) -> Array:
        """The lengths of a word's spellings and of its longest skeleton; which letters those have, and any or all skeletons."""
        found = np.zeros((len(self._texts), GLANCE), np.uint32)
        bones, ends = self._bones_of
        if not len(bones):
            return found.ravel()
        for place in range(3):
            like = (
                kept[place::3]
                if place < 2
                else [one or low for low, one in zip(kept[1::3], kept[2::3], strict=True)]
            )
            found[:, 0] |= np.array([min(len(piece), 255) for piece in like], np.uint32) << (8 * place)
            found[:, 1 + place] = [shape(piece) for piece in like]
        longest = np.maximum.reduceat(self._bone_lengths[bones], ends[:-1])
        found[:, 0] |= np.minimum(longest, 255).astype(np.uint32) << 24
        found[:, 4] = np.bitwise_or.reduceat(shapes[bones], ends[:-1])
        found[:, 5] = np.bitwise_and.reduceat(shapes[bones], ends[:-1])
        return found.ravel()

    def pairs_at_least(self, ones: Places, others: Places) -> Costs:
        """What pairs of words cost at least, each one with the other that stands beside it."""
        signs, other_signs = self._signs[ones], self._signs[others]
        vowels = (signs & other_signs & VOWELLED) > 0
        costs = np.where(vowels, CONSONANTS, UNVOWELLED_CONSONANTS) * self._pairs_apart(ones, others)
        costs += DISTINCT * ((signs & other_signs & GROUPED) > 0) + ((signs & other_signs & GENERIC) > 0)
        open_ = np.flatnonzero(costs < APART)
        one, other = ones[open_].tolist(), others[open_].tolist()
        longest = np.maximum(self._lengths[ones[open_]], self._lengths[others[open_]])
        letters = np.minimum(_pair_edits(self._low, one, other), _pair_edits(self._high, one, other))
        costs[open_] += np.where(vowels[open_], LETTERS, UNVOWELLED) * letters / longest
        open_ = open_[vowels[open_] & (costs[open_] < APART)]
        costs[open_] += self._pairs_written(ones[open_], others[open_])
        initial, other_initial = (signs & IS_INITIAL) > 0, (other_signs & IS_INITIAL) > 0
        stands = (initial != other_initial) & (self._firsts[ones] == self._firsts[others])
        costs = np.where(initial | other_initial, np.where(stands, INITIAL, 1), np.minimum(costs, 1))
        return costs.astype(np.float32)

    def _pairs_written(self, ones: Places, others: Places) -> Shares:
        edits = _pair_edits(self._texts, ones.tolist(), others.tolist())
        longest = np.maximum(self._lengths[ones], self._lengths[others])
        apart = np.abs(self._letters[ones].astype(np.int64) - self._letters[others])
        slips = (edits == 1) & ((apart == 0) | (apart == Y_FOR_I))
        slips &= self._lengths[ones] == self._lengths[others]
        found: Shares = np.where((longest < LONG) & ~slips, SHORT_WRITTEN, WRITTEN) * edits / longest
        return found

    def _pairs_apart(self, ones: Places, others: Places) -> Shares:
        bones, ends = self._bones_of
        number, others_number = np.diff(ends)[ones].astype(np.intp), np.diff(ends)[others].astype(np.intp)
        both = number * others_number
        starts = np.cumsum(both) - both
        which = np.arange(int(both.sum())) - np.repeat(starts, both)
        one, other = np.divmod(which, np.repeat(others_number, both))
        one = bones[np.repeat(ends[ones], both) + one].tolist()
        other = bones[np.repeat(ends[others], both) + other].tolist()
        longest = np.maximum(np.maximum(self._bone_lengths[one], self._bone_lengths[other]), 3)
        return np.minimum.reduceat(_pair_edits(self._bones, one, other) / longest, starts)


def _some(texts: list[str], places: list[int]) -> tuple[str, ...]:
    if len(places) == 1:
        return (texts[places[0]],)
    some: tuple[str, ...] = itemgetter(*places)(texts)
    return some


def _pair_edits(texts: list[str], ones: list[int], others: list[int]) -> NDArray[np.int32]:
    if not ones:
        return np.zeros(0, np.int32)
    first, second = _some(texts, ones), _some(texts, others)
    found: NDArray[np.int32] = cpdist(first, second, scorer=OSA.distance)
    return found
