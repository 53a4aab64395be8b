"""All words of all names, each once; and which of them can stand for a given word, at what cost."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np
from rapidfuzz.distance import Levenshtein

from sanctcheck.names.index.columns import Blobs, Lookup, Rows, ends
from sanctcheck.names.index.costs import Spellings, spellings_kept
from sanctcheck.names.index.keys import LETTERS, NEAR, SHORT, hashed, kept, near, rests, sought
from sanctcheck.names.likeness import VARIANT
from sanctcheck.names.token import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places
    from sanctcheck.names.index.mapped import Array

    Costs = NDArray[np.float32]

NEAR_ENOUGH = 0.45
"""What words that are found at all cost at most: a name that has no word so near has no score worth a hit."""
UNFOUND = 0.3
"""What words that are not found cost at least: of some that are nearer than `NEAR_ENOUGH`, the keys are not the same."""
_FINEST = np.float32(250)
"""Costs are kept in so many steps."""
_CHUNK = 2048
_PACK = msgspec.msgpack.Encoder().encode
_TOKEN = msgspec.msgpack.Decoder(Token)


class Similar(NamedTuple):
    """Words that can stand for another one, the farthest first."""

    words: Places
    costs: Costs


class Vocabulary:
    """The words of an index."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._tokens = Blobs.read(arrays, "words.tokens")
        self._keys = Lookup.read(arrays, "words.keys")
        self.spellings = Spellings(arrays)
        self._near = Rows.read(arrays, "words.near")
        self._near_costs = arrays["words.near_costs"]
        self.counts = arrays["words.counts"]
        self.token = lru_cache(maxsize=1 << 16)(self._token)
        self.similar = lru_cache(maxsize=1 << 14)(self._similar)

    def _token(self, word: int) -> Token:
        return _TOKEN.decode(self._tokens.piece(word))

    def count(self, text: str) -> int:
        """In how many parties a word stands."""
        return next((int(self.counts[place]) for place in self._places_of(text)), 0)

    def is_strange(self, word: Token) -> bool:
        """As `profile.is_strange`, as far as words are concerned that are not in the index."""
        return self.count(word.text) == 0

    def written_as(self, texts: Sequence[str], *, exactly: bool = False) -> list[list[int]]:
        """For each of some texts the words that are written so, or nearly: with a letter or two that differ."""
        found_so: list[list[int]] = [[] for _ in texts]
        keys = [
            [hashed("l", rest) for rest in rests(text[:LETTERS], int(len(text) > SHORT))] for text in texts
        ]
        found, lengths = self._keys.found(np.array([key for some in keys for key in some], np.uint32))
        if not found.size:
            return found_so
        owners = np.repeat(np.repeat(np.arange(len(texts)), [len(some) for some in keys]), lengths)
        for owner, place in sorted(set(zip(owners.tolist(), found.tolist(), strict=True))):
            text = texts[owner]
            most = 0 if exactly else max(1, len(text) // 5)
            if Levenshtein.distance(text, self.spellings.texts[place]) <= most:
                found_so[owner].append(place)
        return found_so

    def _similar(self, word: Token) -> Similar:
        for place in self._places_of(word.text):
            if self.token(place) == word:
                start, end = self._near.ends[place : place + 2].tolist()
                return Similar(
                    self._near.values[start:end],
                    np.divide(self._near_costs[start:end], _FINEST, dtype=np.float32),
                )
        return self._looked_up(word)

    def _places_of(self, text: str) -> list[int]:
        """The words that are spelt so; they can differ in what they are."""
        places, _ = self._keys.found(np.array([hashed("t", text)], np.uint32))
        return [place for place in places.tolist() if self.spellings.texts[place] == text]

    def _looked_up(self, word: Token) -> Similar:
        ties, keys = zip(*sought(word, near(word)), strict=True)
        places, lengths = self._keys.found(np.array(keys, np.uint32))
        costs = np.repeat(np.array(ties, np.float32), lengths)
        order = np.lexsort((costs, places))
        places, costs = places[order], costs[order]
        first = np.ones(len(places), bool)
        first[1:] = places[1:] != places[:-1]
        places, costs = places[first], costs[first]
        loose = np.flatnonzero(costs > VARIANT)
        if loose.size:
            costs[loose] = np.minimum(costs[loose], self.spellings.at_least([word], places[loose])[0])
            if self.is_strange(word):
                costs[loose] = np.minimum(costs[loose], self.spellings.slips([word], places[loose])[0])
        close = np.flatnonzero(costs <= NEAR_ENOUGH)
        close = close[np.argsort(-costs[close], kind="stable")]
        return Similar(places[close], costs[close])


def bare(word: Token) -> Token:
    """A word without how it was written."""
    return word._replace(written="")


def words_kept(words: Sequence[Token], counts: Mapping[str, int]) -> dict[str, Array]:
    """What the index keeps of its words."""
    alike = [near(word) for word in words]
    pairs = np.array(
        [(key, place) for place, word in enumerate(words) for key in kept(word, alike[place])], np.uint32
    )
    pairs = pairs.reshape(-1, 2)
    keys = Lookup.of(pairs[:, 0], pairs[:, 1])
    spellings = spellings_kept(words)
    return {
        **Blobs.arrays("words.tokens", map(_PACK, words)),
        **keys.arrays("words.keys"),
        **spellings,
        **_near_kept(words, alike, keys, Spellings(spellings)),
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
        "words.near_costs": np.floor(cost[order] * _FINEST).astype(np.uint8),
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
