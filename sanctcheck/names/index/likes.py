"""What stands for each word of a query: words like it, abbreviations of the whole, and names that it abbreviates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sanctcheck.names.index.joins import acronyms
from sanctcheck.names.index.keys import hashed
from sanctcheck.names.index.touched import Like
from sanctcheck.names.index.vocabulary import bare

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Lookup, Places, Rows
    from sanctcheck.names.index.vocabulary import Vocabulary
    from sanctcheck.names.profile import Profile

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.intp]


def likes_of(asked: Profile, words: Vocabulary) -> list[Like]:
    """The words of the index that can stand for those of a name."""
    return [Like(place, *words.similar(bare(word))) for place, word in enumerate(asked.words)]


class Acronyms(NamedTuple):
    """Names of which a word of the query is an abbreviation, or one of whose words is one of the query."""

    names: Places
    places: Numbers
    """Of the word of the query; -1 where the abbreviation is a word of the name."""
    weights: Floats
    """Of the word that is the abbreviation."""
    letters: Numbers
    """How many letters it has."""

    def some(self, chosen: Numbers) -> Acronyms:
        """Some of them."""
        return Acronyms(self.names[chosen], self.places[chosen], self.weights[chosen], self.letters[chosen])


class Abbreviations:
    """Finds them."""

    def __init__(self, names: Lookup, words: Rows, weights: Floats) -> None:
        self._names = names
        self._names_of = words
        self._weights = weights

    def of(self, asked: Profile, words: Vocabulary) -> Acronyms:
        """Those of a query."""
        keys = [hashed("a", word.text) for word in asked.words]
        names, numbers = self._names.found(np.array(keys, np.uint32))
        places = np.repeat(np.arange(len(keys)), numbers)
        letters = np.array([len(word.text) for word in asked.words])[places]
        weights = np.array(asked.weights, np.float32)[places]
        short = words.written_as(sorted(acronyms(asked)), exactly=True) if len(asked.words) > 1 else []
        those = [word for some in short for word in some]
        if not those:
            return Acronyms(names, places, weights, letters)
        others, numbers = self._names_of.all(np.array(those, np.uint32))
        of_words = np.array([len(words.spellings.texts[word]) for word in those])
        return Acronyms(
            np.concatenate([names, others]),
            np.concatenate([places, np.full(len(others), -1)]),
            np.concatenate([weights, np.repeat(self._weights[those], numbers)]),
            np.concatenate([letters, np.repeat(of_words, numbers)]),
        )
