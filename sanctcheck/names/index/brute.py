"""Everybody compared with everybody: what the index has to find, found without it. Slow, and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.score import comparand, likely_kind, score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.names.index.index import Index
    from sanctcheck.names.party import Party
    from sanctcheck.names.score import Comparand


class Brute:
    """All parties of an index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._prepared: dict[tuple[int, str], Comparand] = {}

    def search(self, party: Party, *, threshold: float) -> list[tuple[str, float]]:
        """The keys and scores of all hits, in the order in which a search gives them."""
        return sorted(self._hits(party, threshold), key=lambda hit: (-hit[1], hit[0]))

    def _hits(self, party: Party, threshold: float) -> Iterator[tuple[str, float]]:
        asked: dict[str, Comparand] = {}
        for number in range(len(self._index)):
            kind = likely_kind(party, self._index.party(number))
            if kind not in asked:
                asked[kind] = comparand(party, self._index.weights, kind)
            found = score(asked[kind], self._comparand(number, kind))
            if found >= threshold:
                yield self._index.key(number), found

    def _comparand(self, number: int, kind: str) -> Comparand:
        if (number, kind) not in self._prepared:
            self._prepared[number, kind] = comparand(self._index.party(number), self._index.weights, kind)
        return self._prepared[number, kind]
