"""How much a word of a name says: a rare one much, a common one little, from the statistics of a corpus."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import TYPE_CHECKING, Protocol

import msgspec

from sanctcheck.names.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.names.party import Party

LEAST = 0.15
"""What the most common word still says."""
_STEEPNESS = 1.7
"""Fitted: a word that ten times as many bear says less than in proportion."""


class Weighing(Protocol):
    """What says how much words say."""

    def of(self, word: str) -> float:
        """From `LEAST` for a word that everybody has, to 1 for one that is rare."""
        ...

    def knows(self, word: str) -> bool:
        """Whether the word stands in the corpus; where not all of its words are counted, each may."""
        ...

    def __hash__(self) -> int:
        """What is prepared is kept by it."""
        ...


class Weights(msgspec.Struct, frozen=True, eq=False):
    """In how many parties of a corpus each word stands; what is not counted is rare."""

    parties: int
    counts: dict[str, int]

    def of(self, word: str) -> float:
        """From `LEAST` for a word that everybody has, to 1 for one that is rare."""
        return weight_of_count(self.counts.get(word, 0), self.parties)

    def knows(self, word: str) -> bool:
        """Rare words are not counted, so that nothing can be said of any."""
        return bool(word)


@lru_cache(maxsize=65536)
def weight_of_count(count: int, parties: int) -> float:
    """What a word says that stands in so many of so many parties."""
    # A word is as good as unique up to a handful of bearers.
    share = log(max(count, 4) / 4) / log(max(parties, 5000) / 4)
    rare: float = max(1 - share, 0.0) ** _STEEPNESS
    return max(LEAST, round(rare, 4))


def counted(parties: Iterable[Party], least: int = 1) -> Weights:
    """The statistics of a corpus; words of fewer parties than `least` are left out, as rare."""
    counts: Counter[str] = Counter()
    number = 0
    for party in parties:
        number += 1
        words = {token.text for name in party.names for token in prepare(name.text, party.kind).tokens}
        counts.update(words)
    return Weights(number, {word: count for word, count in sorted(counts.items()) if count >= least})


@lru_cache(maxsize=1)
def packaged_weights() -> Weights:
    """Those for when no index is open: how common the most common words of the published lists are."""
    return msgspec.json.decode(
        files("sanctcheck.names").joinpath("data", "words.json").read_bytes(), type=Weights
    )
