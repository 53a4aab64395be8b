"""Names that have words like those of a query, and how much of both they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sanctcheck.names.index.runs import JOINED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places, Rows
    from sanctcheck.names.index.runs import Joins

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.signedinteger]


class Like(NamedTuple):
    """Words of the index that can stand for a word of the query."""

    place: int
    """Of the word in the query."""
    words: Places
    costs: Floats


class Touched(NamedTuple):
    """Names, and by word of the query and by name what the nearest word costs (1: there is none) and weighs.

    A name stands here once as it is, and once more for each way in which words of it, or of the query, can be written as
    one: those words are one word then.
    """

    names: Places
    own: Floats
    """What the words of the query weigh: the same for all names (a single column), or for each."""
    costs: Floats
    weights: Floats
    joins: NDArray[np.intp]
    """Which words are one: a place in `groups`; -1 where none are."""
    groups: Sequence[tuple[int, ...]]
    """Places in `Joins`, one or several that a name has at once."""

    def some(self, chosen: Numbers) -> Touched:
        """Those of some names."""
        own = self.own if self.own.shape[1] == 1 else self.own[:, chosen]
        costs, weights = self.costs[:, chosen], self.weights[:, chosen]
        return Touched(self.names[chosen], own, costs, weights, self.joins[chosen], self.groups)


class Toucher:
    """Finds names by their words. It keeps an array over all names, and is for one thread."""

    def __init__(self, words: Rows, weights: Floats, names: int) -> None:
        self._names_of = words
        self._weights = weights
        self._slots = np.zeros(names, np.int32)

    def touch(self, found: Sequence[Like], joins: Joins, others: Places, own: Floats) -> Touched:
        """The names in which the words stand, for a query whose words weigh so much; and some others."""
        words = np.concatenate([like.words for like in found])
        costs = np.concatenate([like.costs for like in found])
        places = np.repeat([like.place for like in found], [len(like.words) for like in found])
        names, lengths = self._names_of.all(words)
        firsts, slots = self._numbered(np.concatenate([names, joins.names, others]))
        # Of each word the farthest ones stand first, and what is written last stays: the nearest.
        where = np.repeat(places, lengths), slots[: len(names)]
        nearest = np.ones((len(own), len(firsts)), np.float32)
        nearest[where] = np.repeat(costs, lengths)
        weights = np.zeros((len(own), len(firsts)), np.float32)
        weights[where] = np.repeat(self._weights[words], lengths)
        alone = Touched(firsts, own[:, None], nearest, weights, np.full(len(firsts), -1), ())
        after = len(names) + len(joins.names)
        return _with_joins(alone, joins, slots[len(names) : after]) if len(joins.names) else alone

    def slots(self, names: Places) -> NDArray[np.int32]:
        """Where names stand among those that were touched last."""
        return self._slots[names]

    def _numbered(self, names: Places) -> tuple[Places, NDArray[np.int32]]:
        """Each name once, and for each mention its place among them."""
        slots = self._slots
        slots[names] = np.arange(len(names), dtype=np.int32)
        firsts = names[slots[names] == np.arange(len(names))]
        slots[firsts] = np.arange(len(firsts), dtype=np.int32)
        return firsts, slots[names]


def _with_joins(alone: Touched, joins: Joins, slots: NDArray[np.int32]) -> Touched:
    """The names once more with words that are one."""
    together = list(joins.together())
    groups = [(number,) for number in range(len(slots))] + together
    slots = slots[[group[0] for group in groups]]
    ones = _Ones(np.repeat(alone.own, len(groups), axis=1), alone.costs[:, slots], alone.weights[:, slots])
    ones.join(np.arange(len(groups)), np.array([group[0] for group in groups]), joins)
    for row, group in enumerate(together, len(joins.names)):
        for number in group[1:]:
            ones.join(np.array([row]), np.array([number]), joins)
    return Touched(
        np.concatenate([alone.names, alone.names[slots]]),
        np.concatenate([np.repeat(alone.own, len(alone.names), axis=1), ones.own], axis=1),
        np.concatenate([alone.costs, ones.costs], axis=1),
        np.concatenate([alone.weights, ones.weights], axis=1),
        np.concatenate([alone.joins, np.arange(len(groups))]),
        groups,
    )


class _Ones(NamedTuple):
    """Columns of `Touched`, to be changed."""

    own: Floats
    costs: Floats
    weights: Floats

    def join(self, rows: Numbers, numbers: Numbers, joins: Joins) -> None:
        """Makes one word of some, in each of these rows."""
        firsts = joins.firsts[numbers]
        places = np.arange(len(self.own))[:, None]
        within = (places >= firsts) & (places < joins.lasts[numbers])
        merged = np.where(within, self.own[:, rows], 0).sum(axis=0)
        where = np.nonzero(within)
        where = where[0], rows[where[1]]
        self.own[where], self.costs[where], self.weights[where] = 0, 1, 0
        self.own[firsts, rows], self.costs[firsts, rows] = merged, JOINED
        self.weights[firsts, rows] = joins.weights[numbers]
