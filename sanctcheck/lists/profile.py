"""A list in figures, counted while it is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sanctcheck.lists.snapshot import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sanctcheck.lists.model import ListedDate, Listing
    from sanctcheck.lists.notes import Notes

CORE_FIELDS = (
    "birth_dates", "birth_places", "nationalities", "addresses", "identifiers", "titles", "posts", "programmes",
    "measures", "listed_on", "amended_on", "legal_basis", "reasons", "remarks", "cross_references", "relations",
)  # fmt: skip
"""The fields of a listing of which a list that loses them has become worse."""
_OF_NAMES: dict[str, Callable[[Listing], bool]] = {
    "aliases": lambda listing: len(listing.names) > 1,
    "weak_aliases": lambda listing: any(name.quality == "weak" for name in listing.names),
    "other_scripts": lambda listing: any(name.script not in {"", "Latn"} for name in listing.names),
}
_DATES = frozenset({"birth_dates", "listed_on", "amended_on"})


Group = Literal["kind", "sublist", "programme"]
_FIELDS = (*CORE_FIELDS, *_OF_NAMES)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A list beside the snapshot before it, like with like: newcomers of which less is known are no loss."""

    lost: frozenset[str]
    """The ids that stood in the earlier one alone."""
    lost_of: dict[Group, Counter[str]]
    """How many of them were of each kind, on each part of the list, under each programme."""
    both: int
    """How many listings stand in both."""
    before: Counter[str]
    """By field: in how many of those it said something."""
    after: Counter[str]


class Counting:
    """Counts listings as they pass."""

    def __init__(self) -> None:
        self._marks: dict[str, int] = {}
        """By id, a bit for each field that says something."""
        self._listings = 0
        self._names = 0
        self._kinds: Counter[str] = Counter()
        self._sublists: Counter[str] = Counter()
        self._programmes: Counter[str] = Counter()

    def count(self, listing: Listing) -> None:
        """Adds one."""
        self._marks[listing.id] = _marks(listing)
        self._listings += 1
        self._names += len(listing.names)
        self._kinds[listing.kind] += 1
        if listing.list_name:
            self._sublists[listing.list_name] += 1
        self._programmes.update(set(listing.programmes))

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
            filled=dict(_tallied(self._marks.values())),
            not_understood={what: each.count for what, each in notes.not_understood.items()},
        )

    def compared(self, earlier: Iterable[Listing]) -> Comparison:
        """What was counted, beside the listings of the snapshot before."""
        before: dict[str, int] = {}
        lost_of: dict[Group, Counter[str]] = {"kind": Counter(), "sublist": Counter(), "programme": Counter()}
        for listing in earlier:
            before[listing.id] = _marks(listing)
            if listing.id not in self._marks:
                lost_of["kind"][listing.kind] += 1
                lost_of["programme"].update(set(listing.programmes))
                if listing.list_name:
                    lost_of["sublist"][listing.list_name] += 1
        both = before.keys() & self._marks.keys()
        return Comparison(
            lost=frozenset(before.keys() - both),
            lost_of=lost_of,
            both=len(both),
            before=_tallied(before[key] for key in both),
            after=_tallied(self._marks[key] for key in both),
        )


def _marks(listing: Listing) -> int:
    said = [_says_something(listing, field) for field in CORE_FIELDS]
    said += [holds(listing) for holds in _OF_NAMES.values()]
    return sum(1 << place for place, says in enumerate(said) if says)


def _tallied(marks: Iterable[int]) -> Counter[str]:
    number_of_each = Counter(marks)
    return Counter(
        {
            field: sum(number for mark, number in number_of_each.items() if mark >> place & 1)
            for place, field in enumerate(_FIELDS)
        }
    )


def _says_something(listing: Listing, field: str) -> bool:
    """A date that was not understood says nothing: a list whose dates all became numbers has lost them."""
    value = getattr(listing, field)
    if field in _DATES:
        dates: tuple[ListedDate, ...] = value
        return any(date.start for date in dates)
    return bool(value)
