"""All words of all names, each once; and which of them can stand for a given word, at what cost."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np
from rapidfuzz.distance import DamerauLevenshtein, Levenshtein
from rapidfuzz.process import cdist

from sanctcheck.names.index.columns import Blobs, Lookup, Rows
from sanctcheck.names.index.keys import EQUAL, MEANS, MEANT, NEAR, READ_AS, READING, VARIANT, kept, sought
from sanctcheck.names.likeness import CONSONANTS, DISTINCT, INITIAL, LETTERS, READING_COST, RELATED, VARIANT_COST
from sanctcheck.names.token import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places
    from sanctcheck.names.index.mapped import Array

    Costs = NDArray[np.float32]

NEAR_ENOUGH = 0.45
"""What words that are found at all cost at most: a name that has no word so near has no score worth a hit."""
_TIES = np.zeros(NEAR + 1, np.float32)
_TIES[[READING, READ_AS]] = READING_COST
_TIES[[VARIANT]] = VARIANT_COST
_TIES[[MEANS, MEANT]] = RELATED
_TIES[NEAR] = 1
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
        self._bones = _split(arrays["words.bones"])
        self._bones_at = Rows.read(arrays, "words.bones_at")
        self._lengths = arrays["words.lengths"]
        self._grouped = arrays["words.grouped"]
        self.counts = arrays["words.counts"]
        self.token = lru_cache(maxsize=1 << 16)(self._token)
        self.similar = lru_cache(maxsize=1 << 14)(self._similar)

    def _token(self, word: int) -> Token:
        return _TOKEN.decode(self._tokens.piece(word))

    def count(self, text: str) -> int:
        """In how many parties a word stands."""
        places, _ = self._keys.found(np.array([hashed("t", text)], np.uint32))
        return next((int(self.counts[place]) for place in places if self._texts[place] == text), 0)

    def _similar(self, word: Token) -> Similar:
        ties, keys = zip(*sought(word), strict=True)
        places, lengths = self._keys.found(np.array(keys, np.uint32))
        costs = np.repeat(_TIES[list(ties)], lengths)
        order = np.lexsort((costs, places))
        places, costs = places[order], costs[order]
        first = np.ones(len(places), bool)
        first[1:] = places[1:] != places[:-1]
        places, costs = places[first], costs[first]
        loose = costs > VARIANT_COST
        if loose.any():
            costs[loose] = np.minimum(costs[loose], self._spelling(word, places[loose]))
        near = costs <= NEAR_ENOUGH
        places, costs = places[near], costs[near]
        order = np.argsort(-costs, kind="stable")
        return Similar(places[order], costs[order])

    def _spelling(self, word: Token, places: Places) -> Costs:
        """What `likeness` counts for letters, for many words at once."""
        texts = [self._texts[place] for place in places]
        longest = np.maximum(self._lengths[places], len(word.text))
        costs = LETTERS * cdist([word.text], texts, scorer=DamerauLevenshtein.distance)[0] / longest
        skeletons = word.skeletons or (word.skeleton,)
        flat, number = self._bones_at.all(places)
        bones = [self._bones[place] for place in flat]
        sizes = np.array([max(len(bone), 3) for bone in bones])
        apart = np.ones(len(bones))
        for skeleton in skeletons:
            edits = cdist([skeleton], bones, scorer=Levenshtein.distance)[0]
            apart = np.minimum(apart, edits / np.maximum(sizes, len(skeleton)))
        costs += CONSONANTS * np.minimum.reduceat(apart, np.cumsum(number) - number)
        if word.groups:
            costs += DISTINCT * self._grouped[places]
        return costs.astype(np.float32)


def _split(text: Array) -> list[str]:
    return text.tobytes().decode().split("\n")


def words_kept(words: Sequence[Token], counts: Mapping[str, int]) -> dict[str, Array]:
    """What the index keeps of its words."""
    bones = [word.skeletons or (word.skeleton,) for word in words]
    numbers: dict[str, int] = {}
    at = Rows.of([[numbers.setdefault(bone, len(numbers)) for bone in some] for some in bones])
    pairs = np.array([(key, place) for place, word in enumerate(words) for key in kept(word)], np.uint32)
    pairs = pairs.reshape(-1, 2)
    return {
        **Blobs.arrays("words.tokens", map(_PACK, words)),
        **Lookup.of(pairs[:, 0], pairs[:, 1]).arrays("words.keys"),
        **at.arrays("words.bones_at"),
        "words.texts": _joined([word.text for word in words]),
        "words.bones": _joined(list(numbers)),
        "words.lengths": np.array([len(word.text) for word in words], np.uint16),
        "words.grouped": np.array([bool(word.groups) for word in words], np.uint8),
        "words.counts": np.array([counts.get(word.text, 0) for word in words], np.uint32),
    }


def _joined(texts: list[str]) -> Array:
    return np.frombuffer("\n".join(texts).encode(), np.uint8)
