"""All words of all names, each once; and which of them can stand for a given word, at what cost."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cdist

from sanctcheck.names.index.columns import Blobs, Lookup
from sanctcheck.names.index.keys import LETTERS, NEAR, SHORT, hashed, kept, rests, sought
from sanctcheck.names.likeness import likeness
from sanctcheck.names.token import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places
    from sanctcheck.names.index.mapped import Array

    Costs = NDArray[np.float32]

NEAR_ENOUGH = 0.45
"""What words that are found at all cost at most: a name that has no word so near has no score worth a hit."""
_UNLIKE = 0.5
"""The share of its letters from which on a word that shares neither a whole key nor its consonants is another one."""
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
        self._texts = _split(arrays["words.texts"])
        self._lengths = arrays["words.lengths"]
        self.counts = arrays["words.counts"]
        self.token = lru_cache(maxsize=1 << 16)(self._token)
        self.similar = lru_cache(maxsize=1 << 14)(self._similar)

    def _token(self, word: int) -> Token:
        return _TOKEN.decode(self._tokens.piece(word))

    def count(self, text: str) -> int:
        """In how many parties a word stands."""
        places, _ = self._keys.found(np.array([hashed("t", text)], np.uint32))
        return next((int(self.counts[place]) for place in places if self._texts[place] == text), 0)

    def written_as(self, text: str) -> Places:
        """The words that are written so, or nearly: with a letter or two that differ, in a long word."""
        keys = [hashed("l", rest) for rest in rests(text[:LETTERS], 1 if len(text) > SHORT else 0)]
        found = np.unique(self._keys.found(np.array(keys, np.uint32))[0])
        most = min(2, len(text) // 5)
        near = [place for place in found.tolist() if Levenshtein.distance(text, self._texts[place]) <= most]
        return np.array(near, np.uint32)

    def _similar(self, word: Token) -> Similar:
        found = [
            (cost, place)
            for place in self._candidates(word)
            if (cost := self._cost(word, place)) <= NEAR_ENOUGH
        ]
        found.sort(reverse=True)
        return Similar(
            np.array([place for _, place in found], np.uint32),
            np.array([cost for cost, _ in found], np.float32),
        )

    def _cost(self, word: Token, place: int) -> float:
        return likeness(word, self.token(place)).cost

    def _candidates(self, word: Token) -> list[int]:
        """The words that share a key; of those that share only letters, not the ones that are plainly unlike."""
        ties, keys = zip(*sought(word), strict=True)
        places, lengths = self._keys.found(np.array(keys, np.uint32))
        tied = np.repeat(np.array(ties) != NEAR, lengths)
        close, apart = np.unique(places[tied]), np.unique(places[~tied])
        apart = np.setdiff1d(apart, close, assume_unique=True)
        kept: list[int] = close.tolist()
        if not apart.size:
            return kept
        texts = [self._texts[place] for place in apart]
        edits = cdist([word.text], texts, scorer=OSA.distance)[0]
        like = edits <= _UNLIKE * np.maximum(self._lengths[apart], len(word.text))
        return [*kept, *apart[like].tolist()]


def _split(text: Array) -> list[str]:
    return text.tobytes().decode().split("\n")


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
        "words.texts": _joined([word.text for word in words]),
        "words.lengths": np.array([len(word.text) for word in words], np.uint16),
        "words.counts": np.array([counts.get(word.text, 0) for word in words], np.uint32),
    }


def _joined(texts: list[str]) -> Array:
    return np.frombuffer("\n".join(texts).encode(), np.uint8)
