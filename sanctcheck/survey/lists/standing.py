"""A listing as the survey takes it: whose it is, on what ground, and since which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.survey.lists.grounds import SURVEYED, Ground

if TYPE_CHECKING:
    from sanctcheck.screen.corpus import ScreenedList
    from sanctcheck.screen.entry import Entry
    from sanctcheck.survey.lists.grounds import Grounds

_PUBLISHED = re.compile(r"\bpublished (\d{4}-\d{2}-\d{2})")
"""In the citation of an act about the entry: it stood on the list on that day."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


@dataclass(frozen=True, slots=True)
class Listed:
    """One listing of one state.

    Attributes:
        key: as `sanctcheck lists show` takes it.
        state: for whom its publisher speaks.
        list: the id of the list.
        reference: what the publisher itself calls the entry.
        programmes: as published.
        ground: the first that one of its programmes has.
        provision: where the law says so.
        day: since when, to the day; empty where the list states none.
        latest: where it states none: a day on which it stood on the list, so that it was listed then or before.
    """

    key: str
    state: str
    list: str
    reference: str
    name: str
    programmes: tuple[str, ...]
    ground: Ground
    provision: str = ""
    day: str = ""
    latest: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is for human-rights abuse or corruption."""
        return self.ground in SURVEYED


def listed(entry: Entry, whose: ScreenedList, state: str, known: Grounds) -> Listed:
    """A listing of a list that speaks for a state."""
    ground, rule = known.rule_of(whose.publisher, entry)
    days = sorted(day for day in entry.listed_on if _DAY.match(day))
    acts = (found for text in entry.legal_basis for found in _PUBLISHED.findall(text))
    there = sorted(day for day in (*entry.amended_on, *acts, whose.dated) if _DAY.match(day))
    return Listed(
        key=entry.key,
        state=state,
        list=whose.list,
        reference=entry.id,
        name=entry.name,
        programmes=entry.programmes,
        ground=ground,
        provision=rule.provision if rule is not None else "",
        day=days[0] if days else "",
        latest="" if days or not there else there[0],
    )
