"""Whether the index loses a hit: what it finds, held against comparing with every party that could be one.

Comparing with all of some fifty thousand parties takes seconds a query. Of most queries, therefore, only those parties
are compared whose names are nearest by plain measures of letters and of consonants, which owe nothing to the index, and
some drawn at random; of some queries, all are. What is lost is said name by name.
"""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from names_corpus import queries

from sanctcheck.names.profile import profile
from sanctcheck.names.score import comparand, likely_kind, score
from sanctcheck.names.weights import packaged_weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from sanctcheck.names.index import Index
    from sanctcheck.names.party import Party
    from sanctcheck.names.score import Comparand

    Corpus = Sequence[tuple[str, Party]]

THRESHOLD = 0.5
NEAREST, DRAWN = 150, 50
_WAYS = 3
_SLACK = 1e-9


class Pieces:
    """Names by the pieces of letters that they have."""

    def __init__(self, names: Sequence[str]) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            for piece in _pieces(name):
                places[piece].append(place)
        self._places = {piece: np.array(some) for piece, some in places.items()}
        self._numbers = np.array([max(1, len(_pieces(name))) for name in names])

    def nearest(self, name: str) -> Iterator[NDArray[np.intp]]:
        """The names that have most pieces in common with one, in proportion to all of both; and to the fewer."""
        pieces = _pieces(name)
        some = [self._places[piece] for piece in pieces if piece in self._places]
        if some:
            common = np.bincount(np.concatenate(some), minlength=len(self._numbers))
            for of in (self._numbers + len(pieces) - common, np.minimum(self._numbers, len(pieces))):
                yield np.argpartition(-common / of, min(NEAREST, len(of) - 1))[:NEAREST]


def _pieces(name: str) -> set[str]:
    padded = f"  {name} ".replace(" ", "  ")
    return {padded[at : at + size] for size in (2, 3) for at in range(len(padded) - size + 1)} - {"  "}


class Near:
    """The parties of a corpus by how their names look."""

    def __init__(self, corpus: Corpus) -> None:
        self._owners = np.array([place for place, (_, party) in enumerate(corpus) for _ in party.names])
        written = [way for _, party in corpus for way in _written(party)]
        self._ways = [Pieces([way[at] for way in written]) for at in range(_WAYS)]
        self._chance = random.Random(1)
        self._number = len(corpus)

    def to(self, party: Party) -> set[int]:
        """The places of the parties that are near to one, and of some drawn at random."""
        found = set(self._chance.sample(range(self._number), min(DRAWN, self._number)))
        for asked in _written(party):
            for text, names in zip(asked, self._ways, strict=True):
                for best in names.nearest(text):
                    found.update(self._owners[best].tolist())
        return found


def _written(party: Party) -> list[tuple[str, str, str]]:
    """Each name by its words, by their consonants, and by these written as one."""
    found = []
    for name in party.names:
        words = profile(name.text, party.kind, packaged_weights()).words
        bones = [word.skeleton for word in words]
        found.append((" ".join(word.text for word in words), " ".join(bones), "".join(bones)))
    return found


class Everybody:
    """All parties of a corpus, to be compared one by one."""

    def __init__(self, corpus: Corpus, index: Index) -> None:
        self._corpus, self._index = corpus, index
        self._prepared: dict[tuple[int, str], Comparand] = {}

    def hits(self, party: Party, places: Sequence[int]) -> Iterator[tuple[str, float]]:
        """Which of some parties reach the threshold, and their scores."""
        asked: dict[str, Comparand] = {}
        for place in places:
            key, other = self._corpus[place]
            kind = likely_kind(party, other)
            if kind not in asked:
                asked[kind] = comparand(party, self._index.weights, kind)
            if (place, kind) not in self._prepared:
                self._prepared[place, kind] = comparand(other, self._index.weights, kind)
            reached = score(asked[kind], self._prepared[place, kind])
            if reached >= THRESHOLD:
                yield key, reached


def lost(corpus: Corpus, index: Index, number: int, *, start: int = 0, of_all: int = 0) -> tuple[int, int]:
    """Prints and counts the hits that are there, and those that are lost or scored otherwise.

    Args:
        corpus: keys and parties.
        index: built from them.
        number: so many queries are asked,
        start: after so many others that are passed over;
        of_all: so many of them are held against all parties.
    """
    near, everybody = Near(corpus), Everybody(corpus, index)
    names = dict(corpus)
    hits = missing = 0
    for at, party in enumerate(queries(list(corpus), start + number)[start:]):
        places = range(len(corpus)) if at < of_all else sorted(near.to(party))
        found = {hit.key: hit.score for hit in index.search(party, threshold=THRESHOLD, limit=len(corpus))}
        for key, reached in everybody.hits(party, places):
            hits += 1
            if abs(found.get(key, 0.0) - reached) > _SLACK:
                missing += 1
                there = " / ".join(name.text for name in names[key].names[:3])
                print(f"  lost: {party.names[0].text} ({party.kind}): {there}, {reached:.2f}, found {found.get(key, 0.0):.2f}")  # fmt: skip
    return hits, missing
