"""A few names looked at closely, one after the other, word by word: for so few, arrays take longer.

As `closer`, and with the very costs of `likeness` for words that have no key in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.align import APART
from sanctcheck.names.index.bounds import logit
from sanctcheck.names.index.runs import JOINED
from sanctcheck.names.index.vocabulary import UNFOUND, bare
from sanctcheck.names.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.names.index.closer import Aligner
    from sanctcheck.names.index.runs import Join, Joins
    from sanctcheck.names.index.touched import Touched
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.profile import Profile

    Pair = tuple[float, int, int]


class Few:
    """A query beside a few names."""

    def __init__(self, asked: Profile, aligner: Aligner) -> None:
        self._asked = asked
        self._aligner = aligner
        self._near = [aligner.near(bare(word)) for word in asked.words]
        self._far: dict[tuple[int, int], float] = {}

    def bounds(self, touched: Touched, joins: Joins, takes: NameModel, off: Sequence[float]) -> list[float]:
        """What each name reaches at most; `off` is what is taken off whatever stands for what."""
        rows = zip(touched.names.tolist(), touched.joins.tolist(), off, strict=True)
        return [
            logit(takes, self._aligned(name, [joins.of(place) for place in touched.groups[group]]), less)
            if group >= 0
            else logit(takes, self._aligned(name, ()), less)
            for name, group, less in rows
        ]

    def _aligned(self, name: int, joins: Iterable[Join]) -> tuple[float, float, float]:
        """What is alike, what differs and what is missing."""
        words, weights = self._aligner.words_of(name)
        own, free, other_free = list(self._asked.weights), set(range(len(self._near))), set(range(len(words)))
        alike = differs = 0.0
        for join in joins:
            start = join.start if join.start >= 0 else words.index(join.word)
            places, others = range(join.first, join.last), range(start, start + join.number)
            both = (sum(own[place] for place in places) + sum(weights[other] for other in others)) / 2
            alike, differs = alike + both * (1 - JOINED), differs + both * JOINED
            free.difference_update(places)
            other_free.difference_update(others)
        for pairs in (self._pairs_near, self._pairs):
            for cost, place, other in sorted(pairs(words, free, other_free)):
                if place in free and other in other_free:
                    free.discard(place)
                    other_free.discard(other)
                    both = (own[place] + weights[other]) / 2
                    alike, differs = alike + both * (1 - cost), differs + both * cost
            if not free or not other_free:
                break
        left, other_left = sum([own[place] for place in free]), sum([weights[other] for other in other_free])
        return alike, differs + min(left, other_left), abs(left - other_left)

    def _pairs_near(self, words: list[int], free: set[int], other_free: set[int]) -> Iterator[Pair]:
        """Words that are nearer than any can be that have no key in common."""
        for place in free:
            near = self._near[place]
            for other in other_free:
                cost = near.get(words[other], 1.0)
                if cost <= UNFOUND:
                    yield cost, place, other

    def _pairs(self, words: list[int], free: set[int], other_free: set[int]) -> Iterator[Pair]:
        for place in free:
            near = self._near[place]
            for other in other_free:
                cost = near.get(words[other])
                if cost is None:
                    cost = self._apart(place, words[other])
                if cost < APART:
                    yield cost, place, other

    def _apart(self, place: int, word: int) -> float:
        if (place, word) not in self._far:
            self._far[place, word] = likeness(self._asked.words[place], self._aligner.token(word)).cost
        return self._far[place, word]
