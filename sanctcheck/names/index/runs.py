"""Words that are written as one in one of two names: neighbours, a word with its particle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sanctcheck.names.index.columns import Lookup, integers
from sanctcheck.names.index.finding import Finder
from sanctcheck.names.index.joins import as_one, bones_keys, joined, run_bones, run_keys
from sanctcheck.names.index.keys import hashed
from sanctcheck.names.likeness import joined_cost

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.index.vocabulary import Vocabulary
    from sanctcheck.names.profile import Profile

_LONGER = 4
"""A word that is several is not so many letters longer or shorter than they are (`align`)."""


class Join(NamedTuple):
    """Words of a query that stand for words of a name, several of one for one of the other, or each with its particle."""

    first: int
    last: int
    """From which place of the query; and to which, which is no longer among them."""
    start: int
    """From which place of the name; -1 where that is the place of `word`."""
    number: int
    """How many words of the name."""
    word: int


class Runs:
    """The neighbours of all names of an index."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._names = integers(arrays["runs.names"])
        self._starts = integers(arrays["runs.starts"])
        self._numbers = integers(arrays["runs.numbers"])
        self._letters = integers(arrays["runs.letters"])
        self._keys = Finder(arrays, "runs.keys")
        self._names_of = integers(arrays["words.names"])
        self._names_ends = integers(arrays["words.names.ends"])

    def joins(self, asked: Profile, words: Vocabulary) -> dict[int, list[Join]]:
        """What can be written as one in a query or in a name, by name."""
        found: dict[int, list[Join]] = {}
        for name, join in self._of_names(asked):
            found.setdefault(name, []).append(join)
        for name, join in self._of_query(asked, words):
            found.setdefault(name, []).append(join)
        return found

    def _of_names(self, asked: Profile) -> Iterator[tuple[int, Join]]:
        """Names that have as several words what is one word of the query."""
        for place, word in enumerate(asked.words):
            letters = len(word.text)
            for run in self._keys.places_of(as_one(word.text, word.skeletons)):
                if -_LONGER < self._letters[run] - letters < _LONGER:
                    join = Join(place, place + 1, self._starts[run], self._numbers[run], 0)
                    yield self._names[run], join

    def _of_query(self, asked: Profile, words: Vocabulary) -> Iterator[tuple[int, Join]]:
        """Names that have as one word what is several in the query."""
        for text, start, end in joined(asked):
            keys = {hashed("t", text), *bones_keys("b", run_bones(asked, text, start, end))}
            found = words.with_keys(keys)
            if end - start > 1:
                several = asked.words[start:end]
                found = [word for word in found if joined_cost(words.token(word), several, text) < 1]
            for word in found:
                join = Join(start, end, -1, 1, word)
                for at in range(self._names_ends[word], self._names_ends[word + 1]):
                    yield self._names_of[at], join


def runs_kept(profiles: Sequence[Profile]) -> dict[str, Array]:
    """What the index keeps of neighbours."""
    runs: list[tuple[int, int, int, int]] = []
    keys: list[tuple[int, int]] = []
    for name, profile in enumerate(profiles):
        for text, start, end in joined(profile):
            found = run_keys(profile, text, start, end)
            keys.extend((key, len(runs)) for key in found)
            if found:
                runs.append((name, start, end - start, min(len(text), 255)))
    columns = np.array(runs, np.uint32).reshape(-1, 4).T
    both = np.array(keys, np.uint32).reshape(-1, 2)
    return {
        "runs.names": np.ascontiguousarray(columns[0]),
        "runs.starts": columns[1].astype(np.uint8),
        "runs.numbers": columns[2].astype(np.uint8),
        "runs.letters": columns[3].astype(np.uint8),
        **Lookup.of(both[:, 0], both[:, 1]).arrays("runs.keys"),
    }
