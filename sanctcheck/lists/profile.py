"""A list in figures, counted while it is read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sanctcheck.lists.snapshot import Profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.lists.model import ListedDate, Listing
    from sanctcheck.lists.notes import Notes

CORE_FIELDS = (
    "birth_dates", "birth_places", "nationalities", "addresses", "identifiers", "titles", "posts", "programmes",
    "measures", "listed_on", "amended_on", "legal_basis", "reasons", "remarks", "cross_references", "relations",
)  # fmt: skip
"""The fields of a listing of which a list that loses them has become worse."""
_NAME_QUALITIES: dict[str, Callable[[Listing], bool]] = {
    "aliases": lambda listing: len(listing.names) > 1,
    "weak_aliases": lambda listing: any(name.quality == "weak" for name in listing.names),
    "other_scripts": lambda listing: any(name.script not in {"", "Latn"} for name in listing.names),
}
_DATES = frozenset({"birth_dates", "listed_on", "amended_on"})


class Counting:
    """Counts listings as they pass."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self._listings = 0
        self._names = 0
        self._kinds: Counter[str] = Counter()
        self._sublists: Counter[str] = Counter()
        self._programmes: Counter[str] = Counter()
        self._filled: Counter[str] = Counter()

    def count(self, listing: Listing) -> None:
        """Adds one."""
        self.ids.add(listing.id)
        self._listings += 1
        self._names += len(listing.names)
        self._kinds[listing.kind] += 1
        if listing.list_name:
            self._sublists[listing.list_name] += 1
        self._programmes.update(set(listing.programmes))
        self._filled.update(field for field in CORE_FIELDS if _says_something(listing, field))
        self._filled.update(quality for quality, holds in _NAME_QUALITIES.items() if holds(listing))

    def profile(self, notes: Notes, counted: int) -> Profile:
        """The figures, with what the parser noted and what another count of the raw records gave."""
        return Profile(
            records=notes.records,
            counted=counted,
            declared=notes.declared,
            listings=self._listings,
            names=self._names,
            kinds=dict(self._kinds),
            sublists=dict(self._sublists),
            programmes=dict(self._programmes),
            filled=dict(self._filled),
            not_understood={what: each.count for what, each in notes.not_understood.items()},
        )


def _says_something(listing: Listing, field: str) -> bool:
    """A date that was not understood says nothing: a list whose dates all became numbers has lost them."""
    value = getattr(listing, field)
    if field in _DATES:
        dates: tuple[ListedDate, ...] = value
        return any(date.start for date in dates)
    return bool(value)
