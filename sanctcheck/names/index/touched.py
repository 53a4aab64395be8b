"""Names that have words like those of a query, and how much of both they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places, Rows

    Floats = NDArray[np.float32]


JOINED, ACRONYM = 0.03, 0.03
"""What words cost at least that are written as one, and that are abbreviated."""
_RUN_WEIGHT = 3.0
"""Three words weigh so much at most."""


class Like(NamedTuple):
    """Words of the index that can stand for a word of the query."""

    place: int
    """Of the word in the query."""
    words: Places
    costs: Floats
    joins: bool = False
    """Whether it is several words of the query that are written as one there."""


class Run(NamedTuple):
    """Names that have as several words what the query has as one."""

    place: int
    names: Places
    cost: float


class Touched(NamedTuple):
    """Names, and by word of the query and by name what the nearest word costs (1: there is none) and weighs."""

    names: Places
    costs: Floats
    weights: Floats
    joins: NDArray[np.bool_]
    """Whether there are words that are written as one on one side."""

    def some(self, chosen: NDArray[np.integer]) -> Touched:
        """Those of some names."""
        return Touched(self.names[chosen], self.costs[:, chosen], self.weights[:, chosen], self.joins[chosen])


class Toucher:
    """Finds names by their words. It keeps an array over all names, and is for one thread."""

    def __init__(self, words: Rows, weights: Floats, names: int) -> None:
        self._names_of = words
        self._weights = weights
        self._slots = np.zeros(names, np.int32)

    def touch(self, found: Sequence[Like], runs: Sequence[Run], number: int) -> Touched:
        """The names in which the words stand, for a query of so many words."""
        words = np.concatenate([like.words for like in found])
        costs = np.concatenate([like.costs for like in found])
        places = np.repeat([like.place for like in found], [len(like.words) for like in found])
        order = np.argsort(-costs, kind="stable")  # what is written last stays: the nearest
        words, costs, places = words[order], costs[order], places[order]
        names, lengths = self._names_of.all(words)
        firsts, slots = self._numbered(np.concatenate([names, *(run.names for run in runs)]))
        where = np.repeat(places, lengths), slots[: len(names)]
        nearest = np.ones((number, len(firsts)), np.float32)
        nearest[where] = np.repeat(costs, lengths)
        weights = np.zeros((number, len(firsts)), np.float32)
        weights[where] = np.repeat(self._weights[words], lengths)
        joined = np.repeat([like.joins for like in found], [len(like.words) for like in found])[order]
        joins = np.zeros(len(firsts), bool)
        joins[slots[: len(names)][np.repeat(joined, lengths)]] = True
        joins[slots[len(names) :]] = True
        done = len(names)
        for run in runs:
            at = run.place, slots[done : done + len(run.names)]
            nearest[at] = np.minimum(nearest[at], run.cost)
            weights[at] = _RUN_WEIGHT
            done += len(run.names)
        return Touched(firsts, nearest, weights, joins)

    def _numbered(self, names: Places) -> tuple[Places, NDArray[np.int32]]:
        """Each name once, and for each mention its place among them."""
        slots = self._slots
        slots[names] = np.arange(len(names), dtype=np.int32)
        firsts = names[slots[names] == np.arange(len(names))]
        slots[firsts] = np.arange(len(firsts), dtype=np.int32)
        return firsts, slots[names]
