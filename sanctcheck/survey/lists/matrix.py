"""The overlap in numbers: who lists those whom another one lists, how long after, and who does not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.survey.lists.model import Overlap, Target


@dataclass(frozen=True, slots=True)
class Cell:
    """Of those whom one state lists for human-rights abuse or corruption, those whom another one lists.

    Attributes:
        row, column: the two states; the same one on the diagonal.
        both: so many are listed by both for human-rights abuse or corruption.
        elsewhere: so many are listed by the state of the column on another ground alone.
        of: so many are listed by the state of the row.
    """

    row: str
    column: str
    both: int
    elsewhere: int
    of: int

    @property
    def share(self) -> float | None:
        """The share of those of the row whom both list; None where the row lists nobody."""
        return self.both / self.of if self.of else None


def matrix(overlap: Overlap) -> tuple[tuple[Cell, ...], ...]:
    """A row for each state that lists for human-rights abuse or corruption, a column for each state."""
    return tuple(
        tuple(_cell(overlap.targets, row, column) for column in columns(overlap)) for row in overlap.thematic
    )


def columns(overlap: Overlap) -> tuple[str, ...]:
    """Those of the rows first, in the same order, so that the diagonal is one; then the other states."""
    return (*overlap.thematic, *(state for state in overlap.states if state not in overlap.thematic))


def _cell(targets: Sequence[Target], row: str, column: str) -> Cell:
    of = [target for target in targets if row in target.states]
    both = sum(column in target.states for target in of)
    return Cell(row, column, both, sum(column in target.elsewhere for target in of), len(of))


def by_number_of_states(overlap: Overlap) -> dict[int, int]:
    """How many targets one state lists, two, three."""
    found = Counter(len(target.states) for target in overlap.targets)
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Alone:
    """Those whom one state alone lists for human-rights abuse or corruption.

    `elsewhere`: so many of them another state lists on another ground.
    """

    state: str
    targets: int
    elsewhere: int


def by_one_only(overlap: Overlap) -> tuple[Alone, ...]:
    """For each state, those whom no other one lists so."""
    found = []
    for state in overlap.thematic:
        alone = [target for target in overlap.targets if target.states == (state,)]
        found.append(Alone(state, len(alone), sum(bool(target.elsewhere) for target in alone)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Lags:
    """How long one state took after another that was first, in days, over all targets where both days are known."""

    first: str
    later: str
    days: tuple[int, ...]
    """In ascending order."""

    @property
    def median(self) -> float:
        """Half of them took no longer."""
        return median(self.days)

    @property
    def within(self) -> tuple[tuple[str, int], ...]:
        """How many fall into each class of `CLASSES`."""
        return tuple((name, sum(low <= day <= high for day in self.days)) for name, low, high in CLASSES)


CLASSES = (
    ("same day", 0, 0),
    ("within 30 days", 1, 30),
    ("within a year", 31, 365),
    ("within three years", 366, 1095),
    ("later", 1096, 10**6),
)
"""Classes of lags, by their least and greatest number of days."""


def lags(overlap: Overlap) -> tuple[Lags, ...]:
    """For each pair of states, the lags from the one that was first."""
    found: dict[tuple[str, str], list[int]] = {}
    for target in overlap.targets:
        for each in target.lags:
            found.setdefault((each.first, each.later), []).append(each.days)
    return tuple(Lags(*pair, tuple(sorted(days))) for pair, days in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Gap:
    """A target that some states list for human-rights abuse or corruption, and others do not list at all.

    Attributes:
        day: since when the first of them lists it; empty where no list says so.
        not_by: who lists it on no ground.
        elsewhere: who lists it on another ground.
    """

    target: Target
    day: str
    by: tuple[str, ...]
    not_by: tuple[str, ...]
    elsewhere: tuple[str, ...]


def gaps(overlap: Overlap, state: str | None = None) -> tuple[Gap, ...]:
    """Targets that not every state with such programmes lists, those listed for longest first.

    Only states that list anybody for human-rights abuse or corruption are asked after: the others have no power to, as
    far as their lists show. With `state`, those that it does not list.
    """
    every = sorted(
        _gaps(overlap), key=lambda gap: (gap.day or "9999", gap.target.name, gap.target.listings[0].key)
    )
    return tuple(gap for gap in every if state is None or state in gap.not_by)


def _gaps(overlap: Overlap) -> Iterator[Gap]:
    for target in overlap.targets:
        listing = {*target.states, *target.elsewhere}
        not_by = tuple(state for state in overlap.thematic if state not in listing)
        if not_by:
            yield Gap(target, target.first[1], target.states, not_by, target.elsewhere)
