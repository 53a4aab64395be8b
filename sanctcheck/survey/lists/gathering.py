"""The listings for human-rights abuse or corruption, and what ties each to others."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from sanctcheck.survey.lists.links import LEAST, Comparisons, Link, known_of, link
from sanctcheck.survey.lists.standing import Listed, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.names.index import Hit
    from sanctcheck.names.party import Party
    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.screen.entry import Entry
    from sanctcheck.survey.lists.grounds import Grounds
    from sanctcheck.survey.lists.links import Known

_MOST_HITS = 50
WORTH_PROCESSES = 200
"""Listings from which on other processes are worth their start."""
_MOST_REFERRING = 8
"""A number to which more entries refer is none of one target."""


@dataclass(slots=True)
class Gathered:
    """What a first look at all lists showed.

    Attributes:
        seeds: the listings that are surveyed, by their keys in the index, with their parties.
        referring: for each entry of any list, who refers to it, itself included.
        counts: listings of each list; surveyed ones; those of them that state a day.
        unknown: programmes that stand in no table, by list.
    """

    seeds: dict[str, Party] = field(default_factory=dict)
    referring: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    surveyed: Counter[int] = field(default_factory=Counter)
    dated: Counter[int] = field(default_factory=Counter)
    unknown: Counter[tuple[int, str]] = field(default_factory=Counter)


class Lists:
    """The lists of a corpus, with whom they speak for."""

    def __init__(self, corpus: Corpus, known: Grounds) -> None:
        self.corpus, self.known = corpus, known
        self._party: dict[str, int] = {}
        self.comparisons = Comparisons(corpus.index.weights)

    def state_of(self, entry: Entry) -> str:
        """For whom the publisher of a listing speaks; empty where it speaks for no state that is known."""
        return self.known.states.get(self.corpus.list_of(entry).publisher, "")

    def list_of(self, key: str) -> int:
        """The number of the list in which a listing stands."""
        return self.corpus.entry(key).number

    def listed(self, key: str) -> Listed:
        """The listing with a key of the index."""
        entry = self.corpus.entry(key)
        return listed(entry, self.corpus.list_of(entry), self.state_of(entry), self.known)

    def party(self, key: str) -> Party:
        """What can be compared of it."""
        return self.corpus.index.party(self._party[key])

    def known_of(self, one: Party, other: Party) -> Known:
        """What is known of two parties beside their names."""
        return known_of(one, other, self.comparisons.weights)

    def gather(self) -> Gathered:
        """One look at every listing."""
        found = Gathered()
        index = self.corpus.index
        for number in range(len(index)):
            key = index.key(number)
            entry = self.corpus.entry(key)
            self._party[key] = number
            if self.state_of(entry) and not entry.is_removed:
                self._take(found, key, entry)
        return found

    def _take(self, found: Gathered, key: str, entry: Entry) -> None:
        publisher = self.corpus.list_of(entry).publisher
        own = {(publisher, entry.id), (publisher, entry.key.partition(":")[2])}
        for reference in own | {(each.publisher, each.reference) for each in entry.references}:
            found.referring[reference].append(key)
        found.unknown.update((entry.number, each) for each in self.known.unknown(publisher, entry))
        here = self.listed(key)
        if here.counts:
            found.seeds[key] = self.party(key)
            found.surveyed[entry.number] += 1
            found.dated[entry.number] += bool(here.day)

    def links(self, gathered: Gathered, processes: int) -> Iterator[Link]:
        """Everything that may tie a surveyed listing to another one, each pair once."""
        seen: set[tuple[str, str]] = set()
        for each in (*self._referred(gathered), *self._alike(gathered, processes)):
            if each.pair not in seen:
                seen.add(each.pair)
                yield each

    def _referred(self, gathered: Gathered) -> Iterator[Link]:
        for holders in gathered.referring.values():
            if not 1 < len(holders) <= _MOST_REFERRING or gathered.seeds.keys().isdisjoint(holders):
                continue
            for pair in combinations(sorted(set(holders)), 2):
                one, other = (self.party(key) for key in pair)
                score = self.comparisons.of(pair, one, other).score
                yield link(pair, score, self.known_of(one, other), referred=True)

    def _alike(self, gathered: Gathered, processes: int) -> Iterator[Link]:
        index = self.corpus.index
        processes = processes if len(gathered.seeds) >= WORTH_PROCESSES else 1
        found = index.search_all(
            gathered.seeds.values(), threshold=LEAST, limit=_MOST_HITS, processes=processes
        )
        for (key, party), hits in zip(gathered.seeds.items(), found, strict=True):
            holders = index.of_number(party) if party.identifiers else []
            yield from self._of(key, party, (*hits, *holders))

    def _of(self, key: str, party: Party, hits: Iterable[Hit]) -> Iterator[Link]:
        for hit in hits:
            entry = self.corpus.entry(hit.key)
            if hit.key == key or not self.state_of(entry) or entry.is_removed:
                continue
            found = link((key, hit.key), hit.score, self.known_of(party, hit.party))
            if found.is_stated or found.score >= LEAST:
                yield found

    def are_same(self, first: str, second: str) -> bool:
        """Whether two entries of one list are plainly of one target.

        A list that names somebody under two programmes does so in two entries; two entries of one programme are two
        people, however alike their names are, unless a number or a birth date says otherwise.
        """
        one, other = self.party(first), self.party(second)
        known = self.known_of(one, other)
        if known.against or (known.has_number and not known.same_number):
            return False
        score = self.comparisons.of((first, second), one, other).score
        if known.same_number or known.same_birth:
            return score >= LEAST if known.same_number else score >= _WITHIN
        return score >= _EQUAL and self._programmes(first) != self._programmes(second)

    def _programmes(self, key: str) -> tuple[tuple[str, ...], str]:
        here = self.listed(key)
        return here.programmes, here.ground


_WITHIN = 0.97
_EQUAL = 0.995
"""The least score for two entries of one list: with the same birth date, and by name alone."""
