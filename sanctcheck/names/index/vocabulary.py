"""All words of all names, each once; and which of them can stand for a given word, at what cost."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace

from sanctcheck.names.index.columns import Blobs, Lookup, Rows, ends, integers
from sanctcheck.names.index.costs import Spellings
from sanctcheck.names.index.finding import Finder
from sanctcheck.names.index.keys import (
    FINEST,
    NEAR,
    NEAR_ENOUGH,
    hashed,
    kept,
    near,
    sought,
)
from sanctcheck.names.index.spelt import Spelt, words_near
from sanctcheck.names.profile import MOST_WORDS
from sanctcheck.names.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places
    from sanctcheck.names.index.mapped import Array

    Costs = NDArray[np.float32]

_CHUNK = 2048
_PACK = msgspec.msgpack.Encoder().encode
_TOKEN = msgspec.msgpack.Decoder(Token)


class Similar(NamedTuple):
    """Words that can stand for another one, the farthest first."""

    words: memoryview[int]
    costs: memoryview[int]
    """In steps of which there are `FINEST`."""


class Vocabulary:
    """The words of an index."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._tokens = Blobs.read(arrays, "words.tokens")
        self._texts = Blobs.read(arrays, "words.texts")
        self._keys = Finder(arrays, "words.keys")
        self.spelt = Spelt(arrays, MOST_WORDS + 1)
        near = Rows.read(arrays, "words.near")
        self._near, self._near_ends = integers(near.values), integers(near.ends)
        self._near_costs = integers(arrays["words.near_costs"])
        self.counts = integers(arrays["words.counts"])
        self.token = lru_cache(maxsize=1 << 16)(self._token)
        self.similar = lru_cache(maxsize=1 << 14)(self._similar)
        self.places_of = lru_cache(maxsize=1 << 14)(self._places_of)

    def _token(self, word: int) -> Token:
        return _TOKEN.decode(self._tokens.piece(word))

    def count(self, text: str) -> int:
        """In how many parties a word stands."""
        for place in self.places_of(text):
            return self.counts[place]
        return 0

    def is_strange(self, word: Token) -> bool:
        """As `profile.is_strange`, as far as words are concerned that are not in the index."""
        return self.count(word.text) == 0

    def with_keys(self, keys: Iterable[int]) -> list[int]:
        """The words that are kept under any of some keys."""
        return self._keys.places_of(keys)

    def _similar(self, word: Token) -> Similar:
        for place in self.places_of(word.text):
            if self.token(place) == word:
                start, end = self._near_ends[place], self._near_ends[place + 1]
                return Similar(self._near[start:end], self._near_costs[start:end])
        return self._looked_up(word)

    def _places_of(self, text: str) -> list[int]:
        """The words that are spelt so; they can differ in what they are."""
        spelt, piece = text.encode(), self._texts.piece
        return [place for place in self._keys.places(hashed("t", text)) if piece(place) == spelt]

    def _looked_up(self, word: Token) -> Similar:
        self.spelt.ask(MOST_WORDS, word, self.is_strange(word))
        found = words_near(self._keys, self.spelt, MOST_WORDS, sought(word, near(word)))
        found.sort(reverse=True)
        return Similar(
            memoryview(array("I", [place for _, place in found])),
            memoryview(bytes([int(cost * FINEST) for cost, _ in found])),
        )


def bare(word: Token) -> Token:
    """A word without how it was written."""
    return replace(word, written="")


def words_kept(words: Sequence[Token], counts: Mapping[str, int]) -> dict[str, Array]:
    """What the index keeps of its words."""
    alike = [near(word) for word in words]
    pairs = np.array(
        [(key, place) for place, word in enumerate(words) for key in kept(word, alike[place])], np.uint32
    )
    pairs = pairs.reshape(-1, 2)
    keys = Lookup.of(pairs[:, 0], pairs[:, 1])
    spellings = Spellings(words)
    return {
        **Blobs.arrays("words.tokens", map(_PACK, words)),
        **keys.arrays("words.keys"),
        **Blobs.arrays("words.texts", [word.text.encode() for word in words]),
        **spellings.arrays(),
        **_near_kept(words, alike, keys, spellings),
        "words.counts": np.array([counts.get(word.text, 0) for word in words], np.uint32),
    }


def _near_kept(
    words: Sequence[Token], alike: Sequence[set[int]], keys: Lookup, spellings: Spellings
) -> dict[str, Array]:
    """For each word of the index those that can stand for it, which need not be looked up then."""
    pairs, costs = [np.zeros(0, np.uint64)], [np.zeros(0, np.float32)]
    for start in range(0, len(words), _CHUNK):
        asked = [
            (place, tie, key)
            for place, word in enumerate(words[start : start + _CHUNK], start)
            for tie, key in sought(word, alike[place])
        ]
        found = _pairs_near(asked, keys, spellings)
        pairs.append(found[0])
        costs.append(found[1])
    ones, others = _apart(np.concatenate(pairs))
    cost = np.concatenate(costs)
    two = np.flatnonzero(ones != others)  # the other way round they cost the same
    ones, others = np.concatenate([ones, others[two]]), np.concatenate([others, ones[two]])
    cost = np.concatenate([cost, cost[two]])
    order = np.lexsort((others, -cost, ones))
    rows = Rows(others[order], ends(np.bincount(ones, minlength=len(words))))
    return {
        **rows.arrays("words.near"),
        "words.near_costs": np.floor(cost[order] * np.float32(FINEST)).astype(np.uint8),
    }


def _pairs_near(
    asked: Sequence[tuple[int, float, int]], keys: Lookup, spellings: Spellings
) -> tuple[NDArray[np.uint64], Costs]:
    """The words that are near to each of some words, and what they cost; of two words, the pair that ascends."""
    own, ties, hashes = (np.array(column) for column in zip(*asked, strict=True))
    others, lengths = keys.found(hashes.astype(np.uint32))
    pairs = np.repeat(own.astype(np.uint64) << np.uint64(32), lengths) | others
    ties = np.repeat(ties.astype(np.float32), lengths)
    ascending = others >= (pairs >> np.uint64(32))
    pairs, ties = pairs[ascending], ties[ascending]
    tied, loose = ties < NEAR, np.unique(pairs[ties == NEAR])
    costs = spellings.pairs_at_least(*_apart(loose))
    close = costs <= NEAR_ENOUGH
    pairs, costs = np.concatenate([pairs[tied], loose[close]]), np.concatenate([ties[tied], costs[close]])
    order = np.lexsort((costs, pairs))
    pairs, costs = pairs[order], costs[order]
    first = np.ones(len(pairs), bool)
    first[1:] = pairs[1:] != pairs[:-1]
    return pairs[first], costs[first]


def _apart(pairs: NDArray[np.uint64]) -> tuple[Places, Places]:
    return (pairs >> np.uint64(32)).astype(np.uint32), (pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32)
