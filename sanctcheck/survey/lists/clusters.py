"""Listings put together that are of one target, the surest ties first, and never against what a list itself says.

A list that has two entries says that they are two, unless they are plainly the same. So a tie that would put two entries
of one list together is refused, however alike the names are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sanctcheck.survey.lists.links import Link


@dataclass(frozen=True, slots=True)
class Refused:
    """A tie that is not made, and the two entries of one list that it would put together."""

    link: Link
    entries: tuple[str, str]


@dataclass(slots=True)
class Clusters:
    """Groups of listings, by their keys.

    Attributes:
        list_of: the number of the list in which a listing stands.
        are_same: whether two entries of one list are plainly the same.
        apart: pairs that a person judged to be different.
    """

    list_of: Callable[[str], int]
    are_same: Callable[[str, str], bool]
    apart: frozenset[tuple[str, str]] = frozenset()
    _group: dict[str, list[str]] = field(default_factory=dict)
    joins: list[Link] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def join(self, links: Iterable[Link]) -> None:
        """Makes those ties that are sure, in their order, as far as the lists allow it."""
        for link in sorted((each for each in links if each.how is not None), key=lambda each: each.order):
            one, other = self.group(link.first), self.group(link.second)
            if one is other:
                self.joins.append(link)
                continue
            conflict = self._conflict(one, other)
            if conflict is not None:
                self.refused.append(Refused(link, conflict))
                continue
            self.joins.append(link)
            one.extend(other)
            self._group.update(dict.fromkeys(other, one))

    def group(self, key: str) -> list[str]:
        """All that a listing is put together with, and itself."""
        return self._group.setdefault(key, [key])

    def _conflict(self, one: list[str], other: list[str]) -> tuple[str, str] | None:
        """Two entries that the lists, or a person, tell apart."""
        for first in one:
            for second in other:
                pair = (first, second) if first < second else (second, first)
                if pair in self.apart:
                    return pair
                if self.list_of(first) == self.list_of(second) and not self.are_same(first, second):
                    return pair
        return None
