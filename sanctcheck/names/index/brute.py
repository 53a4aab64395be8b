"""Everybody compared with everybody: what the index has to find, found without it. Slow, and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.score import comparand, score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.names.index.index import Index
    from sanctcheck.names.party import Party
    from sanctcheck.names.score import Comparand


class Brute:
    """All parties of an index, prepared."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._parties: dict[str, list[Comparand]] = {}

    def search(self, party: Party, *, threshold: float) -> list[tuple[str, float]]:
        """The keys and scores of all hits, in the order in which a search gives them."""
        return sorted(self._hits(party, threshold), key=lambda hit: (-hit[1], hit[0]))

    def _hits(self, party: Party, threshold: float) -> Iterator[tuple[str, float]]:
        asked: dict[str, Comparand] = {}
        for number, other in enumerate(self._prepared(party.kind)):
            kind = other.party.kind
            if kind not in asked:
                asked[kind] = comparand(party, self._index.weights, kind)
            found = score(asked[kind], other)
            if found >= threshold:
                yield self._index.key(number), found

    def _prepared(self, kind: str) -> list[Comparand]:
        if kind not in self._parties:
            parties = map(self._index.party, range(len(self._index)))
            self._parties[kind] = [comparand(party, self._index.weights, kind) for party in parties]
        return self._parties[kind]
