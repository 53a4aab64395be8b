"""Names looked at more closely than by the words that were found: each of their words beside each of the query.

The words are aligned as `align` does it, for many names at once: the nearest two first, each used once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sanctcheck.names.align import APART
from sanctcheck.names.index.bounds import logits
from sanctcheck.names.index.runs import JOINED
from sanctcheck.names.index.vocabulary import bare

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places, Rows
    from sanctcheck.names.index.runs import Join, Joins
    from sanctcheck.names.index.touched import Touched
    from sanctcheck.names.index.vocabulary import Vocabulary
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.profile import Profile
    from sanctcheck.names.token import Token

    Floats = NDArray[np.float32]
    Shares = NDArray[np.floating]

_KEPT = 1 << 12
_NEVER = np.float32(9)


class Closer(NamedTuple):
    """What names reach at most, and for each which of their words can stand for which of the query."""

    bounds: Floats
    possible: NDArray[np.bool_]
    """By name, word of the query, word of the name."""

    def pairs(self, row: int) -> set[tuple[int, int]]:
        """Those of one name."""
        one, other = np.nonzero(self.possible[row])
        return set(zip(one.tolist(), other.tolist(), strict=True))


class Aligner:
    """Aligns a query with many names."""

    def __init__(self, words: Vocabulary, aligned: Rows, weights: Floats) -> None:
        self._words = words
        self._aligned = aligned
        self._weights = weights
        self.near = lru_cache(maxsize=_KEPT)(self._near)
        self.token = words.token

    def _near(self, word: Token) -> dict[int, float]:
        """The words that can stand for a word, each with its cost."""
        similar = self._words.similar(word)
        return dict(zip(similar.words.tolist(), similar.costs.tolist(), strict=True))

    def words_of(self, name: int) -> tuple[list[int], list[float]]:
        """The words of a name, and what they weigh."""
        words = self._aligned.row(name)
        return words.tolist(), self._weights[words].tolist()

    def closer(self, asked: Profile, touched: Touched, joins: Joins, takes: NameModel, off: Shares) -> Closer:
        """Looks at some names, at least one; `off` is what is taken off whatever stands for what."""
        flat, lengths = self._aligned.all(touched.names)
        words, where = np.unique(flat, return_inverse=True)
        costs = np.full((len(asked.words), len(words) + 1), _NEVER)
        costs[:, :-1] = self.costs(asked, words)
        padded = np.full((len(lengths), int(lengths.max())), len(words))
        padded[np.arange(padded.shape[1]) < lengths[:, None]] = where
        table = np.ascontiguousarray(costs[:, padded].transpose(1, 0, 2))
        possible = table < APART
        own = np.repeat(np.array([asked.weights], np.float32), len(padded), axis=0)
        others = np.append(self._weights[words], np.float32(0))[padded]
        for row in np.flatnonzero(touched.joins >= 0).tolist() if touched.groups else ():
            for join in map(joins.of, touched.groups[touched.joins[row]]):
                start = join.start
                if start < 0:
                    start = int(np.argmax(padded[row] == np.searchsorted(words, join.word)))
                _join(join, start, table[row], own[row], others[row])
        return Closer(logits(takes, _aligned(table, own, others), off), possible)

    def costs(self, asked: Profile, words: Places) -> Floats:
        """What each word of a query costs at least, beside each of some words of the index."""
        costs = self._words.spellings.at_least(asked.words, words)
        if asked.strange:
            rows = sorted(asked.strange)
            slips = self._words.spellings.slips([asked.words[row] for row in rows], words)
            costs[rows] = np.minimum(costs[rows], slips)
        for row, word in enumerate(asked.words):
            similar = self._words.similar(bare(word))
            places = np.minimum(np.searchsorted(words, similar.words), len(words) - 1)
            known = words[places] == similar.words
            places, tied = places[known], similar.costs[known]
            costs[row, places] = np.minimum(costs[row, places], tied)
        return costs


def _join(join: Join, start: int, table: Floats, own: Floats, others: Floats) -> None:
    """Makes one word of some, for a name in which they stand from a place on."""
    end = start + join.number
    table[join.first : join.last] = table[:, start:end] = _NEVER
    table[join.first, start] = JOINED
    for weights in (own[join.first : join.last], others[start:end]):
        weights[0], weights[1:] = weights.sum(), 0


def _aligned(table: Floats, own: Floats, others: Floats) -> tuple[Floats, Floats, Floats]:
    """What is alike, what differs and what is missing, by name; the table is used up."""
    number, asked, longest = table.shape
    rows = np.arange(number)
    alike, differs = np.zeros((2, number), np.float32)
    left = own.sum(axis=1)
    other_left = others.sum(axis=1)
    flat = table.reshape(number, asked * longest)
    for _ in range(min(asked, longest)):
        nearest = flat.argmin(axis=1)
        costs = flat[rows, nearest]
        rows_met = np.flatnonzero(costs < APART)
        if not rows_met.size:
            break
        one, other = np.divmod(nearest[rows_met], longest)
        mine, theirs, cost = own[rows_met, one], others[rows_met, other], costs[rows_met]
        both = (mine + theirs) / 2
        alike[rows_met] += both * (1 - cost)
        differs[rows_met] += both * cost
        left[rows_met] -= mine
        other_left[rows_met] -= theirs
        table[rows_met, one, :] = _NEVER
        table[rows_met, :, other] = _NEVER
    return alike, differs + np.minimum(left, other_left), np.abs(left - other_left)
