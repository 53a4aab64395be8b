# cython: language_level=3, annotation_typing=False, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""What words cost at least that stand for each other: those of a query beside those of an index, pair by pair.

As `likeness`, but for what only makes words dearer and is slow to look at: what costs more here never costs less there.
Compiled where a compiler is at hand (`spelt.pxd` states the types), and the same without, only slower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sanctcheck.names.align import APART
from sanctcheck.names.index.columns import integers
from sanctcheck.names.index.keys import NEAR_ENOUGH
from sanctcheck.names.index.letters import (
    ALPHABET,
    GENERIC,
    GLANCE,
    GROUPED,
    IS_INITIAL,
    STRANGE,
    VOWELLED,
    Y_FOR_I,
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
    SLIP,
    SLIPPED,
    TWICE_SLIPPED,
    TWO_SLIPS,
    UNVOWELLED,
    UNVOWELLED_CONSONANTS,
    VARIANT,
    WRITTEN,
    foldings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sanctcheck.names.index.finding import Finder
    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.token import Token

_BITS = 63
"""Letters of a word that fit into one number."""
_FULL = (1 << _BITS) - 1
_PIECES, _SKELETONS = 20, 17
"""Spellings of one word of a query: as it is, its vowels folded in two ways, its skeletons as far as there is room."""


class Spelt:
    """The words of a query beside those of an index. For one thread."""

    def __init__(self, arrays: Mapping[str, Array], most: int) -> None:
        """For queries of so many words at most."""
        self.pieces = integers(arrays["words.spelt"])
        self.ends = integers(arrays["words.spelt.ends"])
        self.bones = integers(arrays["words.bones_of"])
        self.bones_ends = integers(arrays["words.bones_of.ends"])
        self.signs = integers(arrays["words.signs"])
        self.firsts = integers(arrays["words.firsts"])
        self.shapes = integers(arrays["words.shapes"])
        self.glances = integers(arrays["words.glances"])
        self.first_bone = 3 * len(arrays["words.signs"])
        self.masks = integers(np.zeros(most * _PIECES * ALPHABET, np.uint64))
        self.lengths = integers(np.zeros(most * _PIECES, np.int32))
        self.totals = integers(np.zeros(most * _PIECES, np.int32))
        self.own_shapes = integers(np.zeros(most * _PIECES, np.uint32))
        self.own_signs = integers(np.zeros(most, np.uint8))
        self.own_firsts = integers(np.zeros(most, np.uint32))

    def ask(self, place: int, word: Token, strange: bool) -> None:
        """Takes a word of the query, before it is held against others."""
        piece = place * _PIECES
        self.take(piece, word.text)
        low, high = foldings(word.text)
        self.take(piece + 1, low)
        self.take(piece + 2, high)
        skeletons = skeletons_of(word)
        for skeleton in skeletons[:_SKELETONS]:
            self.take(piece + 3, skeleton)
            piece += 1
        if piece < place * _PIECES + _SKELETONS:
            self.lengths[piece + 3] = 0
        if len(skeletons) > _SKELETONS:  # so many that one can be that of any word
            self.take(place * _PIECES + 3, "")
        self.own_signs[place] = signs_of(word) | (STRANGE if strange else 0)
        self.own_firsts[place] = ord(word.text[0])

    def take(self, piece: int, text: str) -> None:
        """Takes one of its spellings."""
        start, shape, total = piece * ALPHABET, 0, 0
        for letter in range(start, start + ALPHABET):
            self.masks[letter] = 0
        bit = 1
        for character in text:
            letter = ord(character) % ALPHABET
            self.masks[start + letter] |= bit
            shape |= 1 << letter
            total += letter
            bit = bit << 1 & _FULL
        self.lengths[piece], self.own_shapes[piece], self.totals[piece] = len(text), shape, total

    def least(self, place: int, word: int) -> float:
        """What a word of the query and one of the index cost at least; from `APART` on, they are merely far."""
        own, signs = self.own_signs[place], self.signs[word]
        if (own | signs) & IS_INITIAL:
            stands = (own ^ signs) & IS_INITIAL and self.own_firsts[place] == self.firsts[word]
            return INITIAL if stands else 1.0
        if own & signs & GENERIC:
            return 1.0
        piece, other, glance = place * _PIECES, 3 * word, GLANCE * word
        lengths = self.glances[glance]
        longest = max(self.lengths[piece], lengths & 0xFF)
        vowels = (own & signs & VOWELLED) > 0
        distinct = DISTINCT if own & signs & GROUPED else 0.0
        # Which letters they have at all says of most words that they are far apart.
        fewest = self.few(piece, self.glances[glance + 1], lengths & 0xFF)
        slips = own & STRANGE and longest >= SLIPPED and fewest <= 2
        written = distinct + (WRITTEN if vowels else 0.0) * fewest / longest
        low = self.few(piece + 1, self.glances[glance + 2], lengths >> 8 & 0xFF)
        letters = min(low, self.few(piece + 2, self.glances[glance + 3], lengths >> 16 & 0xFF)) / longest
        cost = written + self.spelt(vowels, 0.0, letters)
        if cost < APART:
            apart = self.hardly_apart(piece + 3, glance, lengths >> 24)
            cost = written + self.spelt(vowels, apart, letters)
        if cost >= APART and not slips:
            return 1.0
        apart = self.apart(piece + 3, word)
        if written + self.spelt(vowels, apart, letters) >= APART and not slips:
            return 1.0
        cost = distinct + self.spelt(vowels, apart, self.letters(piece, word) / longest)
        if (vowels and cost < APART) or slips:
            edits = self.edits(piece, other)
            if vowels:
                is_slip = edits == 1 and self.is_swapped(piece, other)
                cost += (SHORT_WRITTEN if longest < LONG and not is_slip else WRITTEN) * edits / longest
            if slips and edits == 1:
                cost = min(cost, SLIP / (longest * longest))
            elif slips and edits == 2 and longest >= TWICE_SLIPPED:
                cost = min(cost, TWO_SLIPS / (longest * longest))
        return min(cost, 1.0)

    def is_swapped(self, own: int, other: int) -> bool:
        """Whether spellings that are one edit apart are of the same letters, or one has `y` for the `i` of the other."""
        start, end = self.ends[other], self.ends[other + 1]
        total = self.totals[own]
        for place in range(start, end):
            total -= self.pieces[place]
        return (total == 0 or abs(total) == Y_FOR_I) and self.lengths[own] == end - start

    def spelt(self, vowels: bool, apart: float, letters: float) -> float:
        """What words cost by the shares of their consonants and letters that differ."""
        if vowels:
            return CONSONANTS * apart + LETTERS * letters
        return UNVOWELLED_CONSONANTS * apart + UNVOWELLED * letters

    def letters(self, piece: int, word: int) -> int:
        """How many letters differ, whichever way vowels are folded."""
        low, high = 3 * word + 1, 3 * word + 2
        if self.ends[high + 1] == self.ends[high]:  # as the other
            high = low
        found = self.edits(piece + 1, low)
        return min(found, self.edits(piece + 2, high)) if found else 0

    def apart(self, piece: int, word: int) -> float:
        """The share of consonants in which the nearest skeletons differ."""
        nearest = 1.0 if self.lengths[piece] else 0.0
        for bone in range(self.bones_ends[word], self.bones_ends[word + 1]):
            other = self.first_bone + self.bones[bone]
            length = self.ends[other + 1] - self.ends[other]
            for own in range(piece, piece + _SKELETONS):
                if self.lengths[own] == 0:
                    break
                longest = max(length, self.lengths[own], 3)
                if self.few(own, self.shapes[self.bones[bone]], length) < nearest * longest:
                    nearest = min(nearest, self.edits(own, other) / longest)
        return nearest

    def hardly_apart(self, piece: int, glance: int, length: int) -> float:
        """At least that share, by the letters of all skeletons of a word, of which the longest has a length."""
        nearest = 1.0 if self.lengths[piece] else 0.0
        for own in range(piece, piece + _SKELETONS):
            if self.lengths[own] == 0:
                break
            mine, longest = self.own_shapes[own], max(length, self.lengths[own], 3)
            missing = max(ones(mine & ~self.glances[glance + 4]), ones(self.glances[glance + 5] & ~mine))
            nearest = min(nearest, max(missing, self.lengths[own] - length) / longest)
        return nearest

    def few(self, own: int, shape: int, length: int) -> int:
        """How many edits there are at least: an edit makes words longer by one, or puts in one letter that was missing."""
        mine = self.own_shapes[own]
        return max(abs(self.lengths[own] - length), ones(mine & ~shape), ones(shape & ~mine))

    def edits(self, own: int, other: int) -> int:
        """How many letters are to be changed, put in, left out or swapped with their neighbour (Hyyrö's bit vectors)."""
        length, start, end = self.lengths[own], self.ends[other], self.ends[other + 1]
        if length == 0 or length > _BITS:
            return abs(length - (end - start))
        masks = own * ALPHABET
        last = 1
        last <<= length - 1
        full = (last << 1) - 1
        more, less, diagonal, before, found = full, 0, 0, 0, length
        for place in range(start, end):
            same = self.masks[masks + self.pieces[place]]
            swapped = (((full ^ diagonal) & same) << 1) & before
            diagonal = (((same & more) + more) & full ^ more) | same | less | swapped
            up = less | (full ^ (diagonal | more))
            down = diagonal & more
            if up & last:
                found += 1
            elif down & last:
                found -= 1
            up = (up << 1 | 1) & full
            more = (down << 1 & full) | (full ^ (diagonal | up))
            less = up & diagonal
            before = same
        return found


def ones(bits: int) -> int:
    """How many of 32 bits are set."""
    bits -= (bits >> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >> 2) & 0x33333333)
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F
    return (bits + (bits >> 8) + (bits >> 16) + (bits >> 24)) & 0x3F


def words_near(
    finder: Finder, spelt: Spelt, place: int, sought: Iterable[tuple[float, int]]
) -> list[tuple[float, int]]:
    """The words of the index with one of the keys of a word, each with what it costs at least.

    Args:
        finder: finds words by keys.
        spelt: it was given the word.
        place: where it was given it.
        sought: keys, each with what words cost at least that have it.
    """
    ties: dict[int, float] = {}
    for tie, key in sought:
        for word in finder.places(key):
            if tie < ties.get(word, 2.0):
                ties[word] = tie
    found = []
    for word, tie in ties.items():
        cost = min(tie, spelt.least(place, word)) if tie > VARIANT else tie
        if cost <= NEAR_ENOUGH:
            found.append((cost, word))
    return found
