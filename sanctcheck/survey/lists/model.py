"""What a survey of the lists says, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.survey.lists.links import How
    from sanctcheck.survey.lists.standing import Listed


@dataclass(frozen=True, slots=True)
class Join:
    """Two listings taken for one target, and why.

    Attributes:
        first, second: keys as `sanctcheck lists show` takes them.
        score: how alike names and particulars are, from 0 to 1.
        because: what the score is made of.
    """

    first: str
    second: str
    how: How
    score: float
    because: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Two listings that a person has to look at: the survey did not take them for one target.

    Attributes:
        first, second: the listings; at least one of them is surveyed.
        why: what kept them apart.
    """

    first: Listed
    second: Listed
    score: float
    because: str
    why: str


@dataclass(frozen=True, slots=True)
class Lag:
    """From the first listing of a target by a state to that by another one, in days."""

    first: str
    later: str
    days: int


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody, or something, that at least one state lists for human-rights abuse or corruption.

    Attributes:
        kind: person, entity, vessel, aircraft or other.
        listings: those for human-rights abuse or corruption first, each in the order of days.
    """

    name: str
    kind: str
    listings: tuple[Listed, ...]
    joins: tuple[Join, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        """Who lists it for human-rights abuse or corruption."""
        return tuple(dict.fromkeys(each.state for each in self.listings if each.counts))

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Who lists it on another ground alone."""
        return tuple(dict.fromkeys(e.state for e in self.listings if e.state not in self.states))

    def day(self, state: str) -> str:
        """Since when a state lists it so, to the day; empty where one of its own lists states no day.

        A state can have several entries: the first one counts.
        """
        days = [each.day for each in self.listings if each.state == state and each.counts and each.day]
        return min(days, default="")

    def latest(self, state: str) -> str:
        """For a state whose lists state no day: when it stood on the list, so that it was listed then or before."""
        days = [each.latest for each in self.listings if each.state == state and each.counts and each.latest]
        return min(days, default="") if not self.day(state) else ""

    @property
    def first(self) -> tuple[str, str]:
        """The state that was first among those whose day is known, and the day; empty where none is."""
        days = [(self.day(state), state) for state in self.states if self.day(state)]
        return (min(days)[1], min(days)[0]) if days else ("", "")

    @property
    def lags(self) -> tuple[Lag, ...]:
        """From the first listing to each other one, where both days are known."""
        state, day = self.first
        return tuple(
            Lag(state, other, (date.fromisoformat(self.day(other)) - date.fromisoformat(day)).days)
            for other in self.states
            if other != state and self.day(other)
        )


@dataclass(frozen=True, slots=True)
class SurveyedList:
    """One list that the survey read.

    Attributes:
        state: for whom it speaks; empty where that is not known, so that nothing of it is counted.
        dated: the publisher's own date, or the day on which it was fetched; empty where neither is known.
        surveyed: so many of its listings are for human-rights abuse or corruption.
        with_day: so many of these state since when.
    """

    list: str
    publisher: str
    state: str
    title: str
    snapshot: str
    sha256: str
    dated: str
    listings: int
    surveyed: int
    with_day: int
    unknown_programmes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Overlap:
    """The lists of several states beside one another."""

    as_of: date
    lists: tuple[SurveyedList, ...]
    targets: tuple[Target, ...]
    doubtful: tuple[Doubtful, ...] = ()
    judged: int = 0
    """So many ties were settled by what people had judged before."""

    @property
    def states(self) -> tuple[str, ...]:
        """The states whose lists were read, in the order of their names."""
        return tuple(sorted({each.state for each in self.lists if each.state}))

    @property
    def thematic(self) -> tuple[str, ...]:
        """Those of them that list anybody for human-rights abuse or corruption."""
        listing = {each.state for each in self.lists if each.surveyed}
        return tuple(state for state in self.states if state in listing)
