"""What people judged of ties before, from the file of decisions that `screen` takes too.

There the query is the key of one listing (`gb-fcdo:GHR0001`), and the listing is the other one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sanctcheck.names.party import party_named
from sanctcheck.screen.decisions import identity

if TYPE_CHECKING:
    from sanctcheck.screen.decisions import Decision, Decisions
    from sanctcheck.survey.lists.gathering import Lists
    from sanctcheck.survey.lists.links import Link


class Judged:
    """The judgments on ties, and how many were met with."""

    def __init__(self, lists: Lists, decisions: Decisions | None) -> None:
        self._lists, self._decisions = lists, decisions
        self._apart: set[tuple[str, str]] = set()
        self.met = 0

    @property
    def apart(self) -> frozenset[tuple[str, str]]:
        """Pairs that are different."""
        return frozenset(self._apart)

    def settled(self, link: Link) -> Link:
        """The same tie, as a person judged it; what the listing said has to be what it says now."""
        decision = self._decision(link)
        if decision is None or decision.judgment == "unsure":
            return link
        self.met += 1
        if decision.judgment == "same":
            return replace(link, how="judged", against="")
        self._apart.add(link.pair)
        return replace(link, how=None)

    def _decision(self, link: Link) -> Decision | None:
        if self._decisions is None:
            return None
        entries = [self._lists.corpus.entry(key) for key in link.pair]
        for asked, other in (entries, entries[::-1]):
            found = self._decisions.by_hit.get((identity(party_named(asked.key)), other.key))
            if found is not None and found[1].seen == other.digest:
                self._decisions.used.add(found[0])
                return found[1]
        return None
