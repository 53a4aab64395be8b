"""What words cost at least that stand for each other, for many pairs at once.

As `likeness`, but for what only makes words dearer and is slow to look at: what costs more here never costs less there.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist, cpdist

from sanctcheck.names.align import APART
from sanctcheck.names.index.columns import Rows
from sanctcheck.names.likeness import (
    CONSONANTS,
    DISTINCT,
    INITIAL,
    LETTERS,
    LONG,
    SHORT_WRITTEN,
    SLIP,
    SLIPPED,
    TWICE_SLIPPED,
    TWO_SLIPS,
    UNVOWELLED,
    UNVOWELLED_CONSONANTS,
    WRITTEN,
    folded,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places
    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.token import Token

    Costs = NDArray[np.float32]
    Shares = NDArray[np.floating]

_VOWELLED, _GROUPED, _INITIAL = 1, 2, 4


class Spellings:
    """How the words of an index are spelt."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.texts = split(arrays["words.texts"])
        self._low = split(arrays["words.low"])
        self._high = split(arrays["words.high"])
        self._bones = split(arrays["words.bones"])
        self._bones_of = Rows.read(arrays, "words.bones_of")
        self._bone_lengths = np.array([len(bone) for bone in self._bones], np.float32)
        self._lengths = arrays["words.lengths"]
        self._signs = arrays["words.signs"]
        self._firsts = arrays["words.firsts"]
        self._letters = arrays["words.letters"]

    def at_least(self, words: Sequence[Token], places: Places) -> Costs:
        """A row for each word, with what each of the words of the index costs at least that stands for it."""
        signs, listed = self._signs[places], places.tolist()
        longest = np.maximum.outer([len(word.text) for word in words], self._lengths[places])
        share = (
            np.minimum(
                _edits([folded(word.text, low=True) for word in words], _some(self._low, listed)),
                _edits([folded(word.text, low=False) for word in words], _some(self._high, listed)),
            )
            / longest
        )
        written = self._written(words, places, longest)
        apart = self._apart(words, places)
        costs = self._spelt([word.vowelled for word in words], signs, (share, apart, written))
        grouped = [bool(word.groups) for word in words]
        if any(grouped):
            costs += DISTINCT * np.logical_and.outer(grouped, signs & _GROUPED)
        initial = (signs & _INITIAL) > 0
        some_initial = bool(initial.any())
        for row, word in enumerate(words):
            single = word.kind == "initial"
            if single or some_initial:
                stands = (initial != single) & (self._firsts[places] == ord(word.text[0]))
                either = initial | single
                costs[row, either] = np.where(stands[either], INITIAL, 1)
        return np.minimum(costs, 1, dtype=np.float32)

    def _written(self, words: Sequence[Token], places: Places, longest: Shares) -> Shares:
        """What is added for how words are written."""
        edits = _edits([word.text for word in words], _some(self.texts, places.tolist()))
        slips = (edits == 1) & (
            np.array([letters_of(word.text) for word in words])[:, None] == self._letters[places]
        )
        return np.where((longest < LONG) & ~slips, SHORT_WRITTEN, WRITTEN) * edits / longest

    def slips(self, words: Sequence[Token], places: Places) -> Costs:
        """The same for words that are in no list, where they are slips of the pen for those of the index; 1 where not."""
        edits = _edits([word.text for word in words], _some(self.texts, places.tolist()))
        longest = np.maximum.outer([len(word.text) for word in words], self._lengths[places]).astype(
            np.float32
        )
        one, two = (edits == 1) & (longest >= SLIPPED), (edits == 2) & (longest >= TWICE_SLIPPED)
        found: Shares = np.where(one, SLIP, np.where(two, TWO_SLIPS, longest**2)) / longest**2
        return found.astype(np.float32)

    @staticmethod
    def _spelt(
        vowelled: list[bool], signs: NDArray[np.uint8], shares: tuple[Shares, Shares, Shares]
    ) -> Shares:
        letters, bones, written = shares
        spelt = LETTERS * letters + CONSONANTS * bones + written
        vowels = np.logical_and.outer(vowelled, signs & _VOWELLED)
        if vowels.all():
            return spelt
        found: Shares = np.where(vowels, spelt, UNVOWELLED * letters + UNVOWELLED_CONSONANTS * bones)
        return found

    def pairs_at_least(self, ones: Places, others: Places) -> Costs:
        """What pairs of words of the index cost at least, each one with the other that stands beside it."""
        signs, other_signs = self._signs[ones], self._signs[others]
        vowels = (signs & other_signs & _VOWELLED) > 0
        costs = np.where(vowels, CONSONANTS, UNVOWELLED_CONSONANTS) * self._pairs_apart(ones, others)
        costs += DISTINCT * ((signs & other_signs & _GROUPED) > 0)
        open_ = np.flatnonzero(costs < APART)
        one, other = ones[open_].tolist(), others[open_].tolist()
        longest = np.maximum(self._lengths[ones[open_]], self._lengths[others[open_]])
        letters = np.minimum(_pair_edits(self._low, one, other), _pair_edits(self._high, one, other))
        costs[open_] += np.where(vowels[open_], LETTERS, UNVOWELLED) * letters / longest
        open_ = open_[vowels[open_] & (costs[open_] < APART)]
        costs[open_] += self._pairs_written(ones[open_], others[open_])
        initial, other_initial = (signs & _INITIAL) > 0, (other_signs & _INITIAL) > 0
        stands = (initial != other_initial) & (self._firsts[ones] == self._firsts[others])
        costs = np.where(initial | other_initial, np.where(stands, INITIAL, 1), np.minimum(costs, 1))
        return costs.astype(np.float32)

    def _pairs_written(self, ones: Places, others: Places) -> Shares:
        edits = _pair_edits(self.texts, ones.tolist(), others.tolist())
        longest = np.maximum(self._lengths[ones], self._lengths[others])
        slips = (edits == 1) & (self._letters[ones] == self._letters[others])
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

    def _apart(self, words: Sequence[Token], places: Places) -> Shares:
        """The share of consonants in which the nearest skeletons differ."""
        flat, numbers = self._bones_of.all(places)
        others = _some(self._bones, flat.tolist())
        own = [skeletons_of(word) for word in words]
        skeletons = [skeleton for some in own for skeleton in some]
        longest = np.maximum.outer(
            [np.float32(max(len(skeleton), 3)) for skeleton in skeletons], [len(bone) for bone in others]
        )
        apart = cdist(skeletons, others, scorer=OSA.distance) / longest
        if len(others) > len(places):
            apart = np.minimum.reduceat(apart, np.cumsum(numbers) - numbers, axis=1)
        if len(skeletons) == len(words):
            return apart
        starts = np.cumsum([0, *(len(some) for some in own[:-1])])
        found: Shares = np.minimum.reduceat(apart, starts, axis=0)
        return found


def skeletons_of(word: Token) -> tuple[str, ...]:
    """All skeletons of a word."""
    return word.skeletons or (word.skeleton,)


def letters_of(text: str) -> int:
    """The same for words of the same letters in any order."""
    return crc32("".join(sorted(text)).encode())


def _some(texts: list[str], places: list[int]) -> tuple[str, ...]:
    if len(places) == 1:
        return (texts[places[0]],)
    some: tuple[str, ...] = itemgetter(*places)(texts)
    return some


def _edits(words: Sequence[str], others: Sequence[str]) -> Shares:
    found: Shares = cdist(words, others, scorer=OSA.distance, dtype=np.float32)
    return found


def _pair_edits(texts: list[str], ones: list[int], others: list[int]) -> NDArray[np.int32]:
    if not ones:
        return np.zeros(0, np.int32)
    first, second = _some(texts, ones), _some(texts, others)
    found: NDArray[np.int32] = cpdist(first, second, scorer=OSA.distance)
    return found


def split(text: Array) -> list[str]:
    """Texts that were joined."""
    return text.tobytes().decode().split("\n")


def _joined(texts: Sequence[str]) -> Array:
    return np.frombuffer("\n".join(texts).encode(), np.uint8)


def spellings_kept(words: Sequence[Token]) -> dict[str, Array]:
    """What the index keeps of how its words are spelt."""
    bones: dict[str, int] = {}
    own = [[bones.setdefault(bone, len(bones)) for bone in skeletons_of(word)] for word in words]
    signs = [
        word.vowelled * _VOWELLED | bool(word.groups) * _GROUPED | (word.kind == "initial") * _INITIAL
        for word in words
    ]
    return {
        "words.texts": _joined([word.text for word in words]),
        "words.low": _joined([folded(word.text, low=True) for word in words]),
        "words.high": _joined([folded(word.text, low=False) for word in words]),
        "words.bones": _joined(list(bones)),
        **Rows.of(own).arrays("words.bones_of"),
        "words.lengths": np.array([len(word.text) for word in words], np.uint16),
        "words.signs": np.array(signs, np.uint8),
        "words.letters": np.array([letters_of(word.text) for word in words], np.uint32),
        "words.firsts": np.array([ord(word.text[0]) for word in words], np.uint32),
    }
