"""Words that are written as one in one of two names: neighbours, a word with its particle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sanctcheck.names.index.columns import Lookup
from sanctcheck.names.index.joins import as_one, joined, run_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places, Rows
    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.index.vocabulary import Vocabulary
    from sanctcheck.names.profile import Profile

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.intp]

_LONGER = 4
"""A word that is several is not so many letters longer or shorter than they are (`align`)."""


class Joins(NamedTuple):
    """Words of a query that stand for words of a name, several of one for one of the other, or each with its particle."""

    names: Places
    firsts: Numbers
    """From which place of the query; and to which, which is no longer among them."""
    lasts: Numbers
    starts: Numbers
    """From which place of the name; -1 where that is the place of `words`."""
    ends: Numbers
    words: Places
    weights: Floats
    """Of the words of the name."""

    @classmethod
    def all(cls, several: Sequence[Joins]) -> Joins:
        """Several of them, or none, as one."""
        columns = zip(_NONE, *several, strict=True)
        return cls(*(np.concatenate(parts) for parts in columns))

    def by_name(self) -> dict[int, list[Join]]:
        """By name, each of them."""
        found: dict[int, list[Join]] = {}
        for place, name in enumerate(self.names.tolist()):
            found.setdefault(name, []).append(self.of(place))
        return found

    def of(self, place: int) -> Join:
        """One of them."""
        start = int(self.starts[place])
        number = 1 if start < 0 else int(self.ends[place]) - start
        return Join(int(self.firsts[place]), int(self.lasts[place]), start, number, int(self.words[place]))


class Join(NamedTuple):
    """One of them."""

    first: int
    last: int
    start: int
    number: int
    word: int


_NO_PLACES, _NO_NUMBERS = np.zeros(0, np.uint32), np.zeros(0, np.intp)
_NONE = Joins(
    _NO_PLACES, _NO_NUMBERS, _NO_NUMBERS, _NO_NUMBERS, _NO_NUMBERS, _NO_PLACES, np.zeros(0, np.float32)
)


class Runs:
    """The neighbours of all names of an index."""

    def __init__(self, arrays: Mapping[str, Array], words: Rows, weights: Floats) -> None:
        self._names = arrays["runs.names"]
        self._starts = arrays["runs.starts"]
        self._numbers = arrays["runs.numbers"]
        self._letters = arrays["runs.letters"]
        self._weights = arrays["runs.weights"]
        self._keys = Lookup.read(arrays, "runs.keys")
        self._names_of = words
        self._word_weights = weights

    def joins(self, asked: Profile, words: Vocabulary) -> Joins:
        """What can be written as one in a query or in a name."""
        both = [*self._of_names(asked), *self._of_query(asked, words)]
        return both[0] if len(both) == 1 else Joins.all(both)

    def _of_names(self, asked: Profile) -> Iterable[Joins]:
        """Names that have as several words what is one word of the query."""
        keys = [
            (place, key)
            for place, word in enumerate(asked.words)
            for key in as_one(word.text, word.skeletons)
        ]
        runs, lengths = self._keys.found(np.array([key for _, key in keys], np.uint32))
        if not runs.size:
            return
        places = np.repeat([place for place, _ in keys], lengths)
        letters = np.array([len(word.text) for word in asked.words])[places]
        near = np.abs(self._letters[runs].astype(np.intp) - letters) < _LONGER
        both = np.unique((places[near].astype(np.int64) << 32) | runs[near])
        if both.size:
            firsts, runs = (both >> 32), (both & 0xFFFFFFFF).astype(np.uint32)
            starts = self._starts[runs].astype(np.intp)
            yield Joins(
                self._names[runs],
                firsts,
                firsts + 1,
                starts,
                starts + self._numbers[runs],
                np.zeros(len(runs), np.uint32),
                self._weights[runs],
            )

    def _of_query(self, asked: Profile, words: Vocabulary) -> Iterable[Joins]:
        """Names that have as one word what is several in the query."""
        runs = list(joined(asked))
        for (_, start, end), near in zip(runs, words.written_as([run[0] for run in runs]), strict=True):
            if near:
                names, lengths = self._names_of.all(np.array(near, np.uint32))
                number = len(names)
                yield Joins(
                    names,
                    np.full(number, start),
                    np.full(number, end),
                    np.full(number, -1),
                    np.full(number, -1),
                    np.repeat(np.array(near, np.uint32), lengths),
                    np.repeat(self._word_weights[near], lengths),
                )


def runs_kept(profiles: Sequence[Profile]) -> dict[str, Array]:
    """What the index keeps of neighbours."""
    runs: list[tuple[int, int, int, int, float]] = []
    keys: list[tuple[int, int]] = []
    for name, profile in enumerate(profiles):
        for text, start, end in joined(profile):
            found = run_keys(profile, text, start, end)
            keys.extend((key, len(runs)) for key in found)
            if found:
                runs.append((name, start, end - start, min(len(text), 255), sum(profile.weights[start:end])))
    columns = np.array(runs, np.float64).reshape(-1, 5).T
    both = np.array(keys, np.uint32).reshape(-1, 2)
    return {
        "runs.names": columns[0].astype(np.uint32),
        "runs.starts": columns[1].astype(np.uint8),
        "runs.numbers": columns[2].astype(np.uint8),
        "runs.letters": columns[3].astype(np.uint8),
        "runs.weights": columns[4].astype(np.float32),
        **Lookup.of(both[:, 0], both[:, 1]).arrays("runs.keys"),
    }
