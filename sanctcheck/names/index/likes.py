"""Abbreviations: names that a word of a query abbreviates, and names with a word that abbreviates the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.names.index.columns import floats, integers
from sanctcheck.names.index.finding import Finder
from sanctcheck.names.index.joins import SHORTEST_ACRONYM, acronyms
from sanctcheck.names.index.keys import hashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.index.vocabulary import Vocabulary
    from sanctcheck.names.profile import Profile


class Acronym(NamedTuple):
    """A name that a word abbreviates, or a name with a word that abbreviates the query."""

    name: int
    place: int
    """Of the word of the query; -1 where the abbreviation is a word of the name."""
    weight: float
    """Of the word that is the abbreviation."""
    letters: int
    """How many it has."""


class Abbreviations:
    """Finds them."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._names = Finder(arrays, "names.acronyms")
        self._names_of = integers(arrays["words.names"])
        self._names_ends = integers(arrays["words.names.ends"])
        self._weights = floats(arrays["words.weights"])

    def of(self, asked: Profile, words: Vocabulary) -> Iterator[Acronym]:
        """Those of a query."""
        for place, word in enumerate(asked.words):
            for name in self._names.places(hashed("a", word.text)):
                yield Acronym(name, place, asked.weights[place], len(word.text))
        if len(asked.initials) >= SHORTEST_ACRONYM and len(asked.words) > 1:
            for text in sorted(acronyms(asked)):
                for short in words.places_of(text):
                    for at in range(self._names_ends[short], self._names_ends[short + 1]):
                        yield Acronym(self._names_of[at], -1, self._weights[short], len(text))
