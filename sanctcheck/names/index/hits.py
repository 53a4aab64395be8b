"""What a search finds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from sanctcheck.names.score import comparand, compare_prepared, likely_kind

if TYPE_CHECKING:
    from sanctcheck.names.index.index import Index
    from sanctcheck.names.party import Party
    from sanctcheck.names.score import Comparison


class Found(NamedTuple):
    """A hit in numbers, as worker processes send it."""

    score: float
    party: int
    first: int
    """The place of the name of the query, among its names; then that of the party."""
    second: int


class Hit:
    """A party of the index that can be the one who was asked for. Its parts are worked out when they are looked at."""

    def __init__(self, found: Found, query: Party, index: Index) -> None:
        self.score = found.score
        self._found = found
        self._query = query
        self._index = index

    def __repr__(self) -> str:
        return f"Hit({self.key!r}, {self.score})"

    @cached_property
    def key(self) -> str:
        """Under which the index was given it."""
        return self._index.key(self._found.party)

    @cached_property
    def party(self) -> Party:
        """As the index was given it."""
        return self._index.party(self._found.party)

    @property
    def asked(self) -> str:
        """The name of the query that fits best."""
        return self._query.names[self._found.first].text

    @property
    def name(self) -> str:
        """The name of the party that fits best."""
        return self.party.names[self._found.second].text

    @property
    def weak(self) -> bool:
        """Whether one of the names that fit is graded as a weak alias."""
        return self._query.names[self._found.first].weak or self.party.names[self._found.second].weak

    @cached_property
    def comparison(self) -> Comparison:
        """The score with its parts."""
        first = _with_name(self._query, self._found.first)
        second = _with_name(self.party, self._found.second)
        kind = likely_kind(self._query, self.party)
        weights = self._index.weights
        return compare_prepared(comparand(first, weights, kind), comparand(second, weights, kind))


def _with_name(party: Party, place: int) -> Party:
    return replace(party, names=(party.names[place],))
