"""All words of all names, each once; and which of them can stand for a given word, at what cost."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np
from rapidfuzz.distance import Levenshtein

from sanctcheck.names.index.columns import Blobs, Lookup
from sanctcheck.names.index.costs import Spellings, spellings_kept
from sanctcheck.names.index.keys import LETTERS, SHORT, hashed, kept, rests, sought
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
_FIRST_BEYOND_LATIN = "\u0250"
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
        self.counts = arrays["words.counts"]
        self.token = lru_cache(maxsize=1 << 16)(self._token)
        self.similar = lru_cache(maxsize=1 << 14)(self._similar)

    def _token(self, word: int) -> Token:
        return _TOKEN.decode(self._tokens.piece(word))

    def count(self, text: str) -> int:
        """In how many parties a word stands."""
        places, _ = self._keys.found(np.array([hashed("t", text)], np.uint32))
        return next((int(self.counts[place]) for place in places if self.spellings.texts[place] == text), 0)

    def written_as(self, text: str) -> Places:
        """The words that are written so, or nearly: with a letter or two that differ, in a long word."""
        keys = [hashed("l", rest) for rest in rests(text[:LETTERS], 1 if len(text) > SHORT else 0)]
        found = np.unique(self._keys.found(np.array(keys, np.uint32))[0])
        most = min(2, len(text) // 5)
        near = [
            place
            for place in found.tolist()
            if Levenshtein.distance(text, self.spellings.texts[place]) <= most
        ]
        return np.array(near, np.uint32)

    def _similar(self, word: Token) -> Similar:
        ties, keys = zip(*sought(word), strict=True)
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
        near = np.flatnonzero(costs <= NEAR_ENOUGH)
        near = near[np.argsort(-costs[near], kind="stable")]
        return Similar(places[near], costs[near])


def bare(word: Token) -> Token:
    """A word without how it was written, of which only the script counts."""
    written = word.written[:1]
    return word._replace(written="" if written < _FIRST_BEYOND_LATIN else written)


def words_kept(words: Sequence[Token], counts: Mapping[str, int]) -> dict[str, Array]:
    """What the index keeps of its words."""
    pairs = np.array([(key, place) for place, word in enumerate(words) for key in kept(word)], np.uint32)
    pairs = pairs.reshape(-1, 2)
    return {
        **Blobs.arrays("words.tokens", map(_PACK, words)),
        **Lookup.of(pairs[:, 0], pairs[:, 1]).arrays("words.keys"),
        **spellings_kept(words),
        "words.counts": np.array([counts.get(word.text, 0) for word in words], np.uint32),
    }
