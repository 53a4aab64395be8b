"""One search: names that can reach the threshold, compared in full until no other one can be among the hits."""

from __future__ import annotations

from heapq import nlargest
from math import inf
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sanctcheck.names.evidence import facts, plain_number
from sanctcheck.names.index.bounds import (
    abbreviated,
    highest,
    kind_effects,
    least_logit,
    most_evidence,
    penalties,
)
from sanctcheck.names.index.few import Few
from sanctcheck.names.index.hits import Found
from sanctcheck.names.index.keys import hashed
from sanctcheck.names.index.kinds import KINDS, UNKNOWN, kind_of
from sanctcheck.names.index.likes import likes_of
from sanctcheck.names.model import model
from sanctcheck.names.profile import profile
from sanctcheck.names.score import MOST_TELLING, best_names, comparand, likely_kind, names_compared, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from sanctcheck.names.index.index import Index
    from sanctcheck.names.index.likes import Acronyms
    from sanctcheck.names.index.runs import Joins
    from sanctcheck.names.index.touched import Touched
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.party import Party
    from sanctcheck.names.profile import Profile

_CHUNK = 512
"""So many names are looked at more closely at a time."""

_FEW = 8
_FEW_NAMES = 24
"""So many are looked at one after the other."""


def _takes(kind: int, other: int) -> NameModel:
    """The model by which names are weighed that were prepared for these kinds."""
    return model().of_kind(max(KINDS[kind], KINDS[other]))


class Candidate(NamedTuple):
    """A name of the index that can be that of a query: what it reaches at most, which it is, and which of the query."""

    bound: float
    name: int
    place: int
    """Of the name among those of the query."""
    kind: int
    """As which the query is asked."""
    possible: set[tuple[int, int]] | None = None
    """The words that can stand for each other, where they were looked at."""


class Best(NamedTuple):
    """The two names that speak most for a party, so far; the greater, the more."""

    logit: float
    equal: bool
    strong: bool
    first: int
    """Less the place of the name of the query; then that of the party: of what is the same, the earlier one counts."""
    second: int


class Looked(NamedTuple):
    """What was looked up for the words of a query."""

    touched: Touched
    joins: Joins
    acronyms: Acronyms
    slots: NDArray[np.int32]
    """Where the names of the acronyms stand among those that are touched."""


class Which(NamedTuple):
    """How a name is held against names of one kind, and what they have to reach."""

    asked: Profile
    takes: NameModel
    least: float
    place: int
    kind: int


class Search:
    """A party that is looked for."""

    def __init__(self, index: Index, party: Party, threshold: float, limit: int) -> None:
        self.index = index
        self.party = party
        self.limit = limit
        self.threshold = threshold
        kind = kind_of(party.kind)
        self.kinds = range(len(KINDS)) if kind == UNKNOWN else range(kind, kind + 1)
        self.evidence = most_evidence(party)
        self.least = least_logit(threshold) - self.evidence
        self.best: dict[int, Best] = {}
        self.scores: dict[int, float] = {}
        self._effects: dict[int, tuple[float, ...]] = {}
        self._looked: dict[tuple[object, ...], Looked] = {}

    def found(self) -> list[Found]:
        """The hits, the likeliest first."""
        for candidate in self.candidates():
            if self._is_full() and self._reach(candidate.bound) < self._last():
                break
            self._compare(candidate)
        for party in self._by_number():
            self._compare_whole(party)
        hits = [
            Found(score, party, -self.best[party].first, -self.best[party].second)
            for party, score in self.scores.items()
            if score >= self.threshold
        ]
        return nlargest(self.limit, hits, key=lambda found: (found.score, -found.party))

    def of_number(self) -> list[Found]:
        """The parties that have an identifier of the query, whatever their score."""
        for party in self._by_number():
            self._compare_whole(party)
        return [
            Found(score, party, -self.best[party].first, -self.best[party].second)
            for party, score in self.scores.items()
        ]

    def candidates(self) -> list[Candidate]:
        """The names that can reach the threshold, the one that can reach most first."""
        best: dict[tuple[int, int, int], Candidate] = {}
        for kind in self.kinds:
            for each in self._of_kind(kind):
                which = each.name, each.place, each.kind
                if which not in best or best[which].bound < each.bound:
                    best[which] = each
        found = list(best.values())
        found.sort(key=lambda each: (-each.bound, each.name, each.place, each.kind))
        return found

    def _of_kind(self, kind: int) -> Iterator[Candidate]:
        for place, name in enumerate(self.party.names):
            asked = profile(name.text, KINDS[kind], self.index.weights)
            if not asked.words and not asked.numbers:
                continue
            keys = {hashed("k", asked.literal), hashed("k", asked.key)}
            equal, _ = self.index.equal.found(np.array(sorted(keys), np.uint32))
            least = self._least(kind)
            for number in equal.tolist():
                takes = _takes(kind, int(self.index.name_kinds[number]))
                if takes.equal + MOST_TELLING >= least[self.index.name_kinds[number]]:
                    yield Candidate(takes.equal + MOST_TELLING, number, place, kind)
            if asked.words:
                yield from self._reached(asked, place, kind)

    def _reached(self, asked: Profile, place: int, kind: int) -> Iterator[Candidate]:
        """The names that can reach the threshold, as far as can be said without comparing them in full."""
        found = self._touch(asked)
        kinds = self.index.name_kinds[found.touched.names]
        for other, least in enumerate(self._least(kind)):
            takes = _takes(kind, other)
            if least > takes.equal:
                continue
            which = Which(asked, takes, least, place, kind)
            yield from self._abbreviated(found, which, other)
            some = found.touched.some(np.flatnonzero(kinds == other))
            enough = np.flatnonzero(highest(asked, some, self.index, takes) >= least)
            for start in range(0, len(enough), _CHUNK):
                yield from self._closer(some.some(enough[start : start + _CHUNK]), found.joins, which)

    def _abbreviated(self, found: Looked, which: Which, other: int) -> Iterator[Candidate]:
        some = np.flatnonzero(self.index.name_kinds[found.acronyms.names] == other)
        if some.size:
            acronyms = found.acronyms.some(some)
            touched = found.touched.some(found.slots[some])
            bounds = abbreviated(touched, acronyms, self.index, which.takes)
            for row in np.flatnonzero(bounds >= which.least).tolist():
                yield Candidate(float(bounds[row]), int(touched.names[row]), which.place, which.kind)

    def _closer(self, touched: Touched, joins: Joins, which: Which) -> Iterator[Candidate]:
        off = penalties(which.asked, touched.names, self.index, which.takes)
        if len(touched.names) <= _FEW_NAMES:
            bounds = Few(which.asked, self.index.aligner).bounds(touched, joins, which.takes, off.tolist())
            for bound, name in zip(bounds, touched.names.tolist(), strict=True):
                if bound >= which.least:
                    yield Candidate(bound, name, which.place, which.kind)
            return
        closer = self.index.aligner.closer(which.asked, touched, joins, which.takes, off)
        for row in np.flatnonzero(closer.bounds >= which.least).tolist():
            pairs = closer.pairs(row)
            yield Candidate(
                float(closer.bounds[row]), int(touched.names[row]), which.place, which.kind, pairs
            )

    def _least(self, kind: int) -> list[float]:
        """What names of each kind have to reach, where the query is asked for as one kind."""
        if len(self.kinds) == 1:
            least = [self.least - effect for effect in kind_effects(kind)]
        else:
            least = [inf] * len(KINDS)
        least[kind] = self.least
        return least

    def _touch(self, asked: Profile) -> Looked:
        """Names prepared alike for several kinds are looked up once."""
        if asked.words not in self._looked:
            index = self.index
            joins = index.runs.joins(asked, index.words)
            acronyms = index.abbreviations.of(asked, index.words)
            own = np.array(asked.weights, np.float32)
            touched = index.toucher.touch(likes_of(asked, index.words), joins, acronyms.names, own)
            self._looked[asked.words] = Looked(touched, joins, acronyms, index.toucher.slots(acronyms.names))
        return self._looked[asked.words]

    def _compare(self, candidate: Candidate) -> None:
        """Compares a name in full, and notes it for all who bear it."""
        if self._is_settled(candidate):
            return
        index = self.index
        takes = _takes(candidate.kind, int(index.name_kinds[candidate.name]))
        asked = profile(self.party.names[candidate.place].text, KINDS[candidate.kind], index.weights)
        other = index.profile(candidate.name)
        if not other.words and not other.numbers:
            return
        logit, equal = names_compared(asked, other, takes, candidate.possible)
        if logit < self.least:
            return
        weak = self.party.names[candidate.place].weak
        for bearing in self._bearings(candidate.name):
            party = int(index.bearers[bearing])
            if not self._is_asked(party, candidate):
                continue
            strong = not (weak or index.bearers_weak[bearing])
            reached = logit if strong else logit + model().weak
            self._note(
                party, Best(reached, equal, strong, -candidate.place, -int(index.bearer_places[bearing]))
            )

    def _is_settled(self, candidate: Candidate) -> bool:
        """Whether all who bear a name have one that is nearer than this one can be."""
        start, end = self.index.bearers_at[candidate.name : candidate.name + 2].tolist()
        if end - start > _FEW:
            return False
        for party in self.index.bearers[start:end].tolist():
            best = self.best.get(party)
            if best is None or not best.logit > candidate.bound:
                return False
        return True

    def _bearings(self, name: int) -> list[int]:
        """Who bears a name. Where nothing else is known, who comes later by key than enough others is no hit."""
        start, end = self.index.bearers_at[name : name + 2].tolist()
        if self.evidence or end - start <= 2 * self.limit or self.party.gender or self.party.identifiers:
            return list(range(start, end))
        weak = self.index.bearers_weak[start:end]
        kept = [np.flatnonzero(weak == value)[: self.limit] for value in (0, 1)]
        return [start + int(place) for place in np.concatenate(kept)]

    def _is_asked(self, party: int, candidate: Candidate) -> bool:
        """A party of no known kind is asked for as what the query is; where both are unknown, as such."""
        own, kind = self.index.party_kinds[party], self.index.name_kinds[candidate.name]
        if own != UNKNOWN:
            return bool(own == kind)
        if len(self.kinds) == 1:
            return bool(kind == candidate.kind)
        return likely_kind(self.party, self.index.party(party)) == KINDS[candidate.kind]

    def _note(self, party: int, best: Best) -> None:
        if party in self.best and self.best[party] >= best:
            return
        self.best[party] = best
        self.scores[party] = total(best.logit, self._effects_of(party), equal=best.equal and best.strong)

    def _effects_of(self, party: int) -> tuple[float, ...]:
        if party not in self._effects:
            weighs = model().evidence
            other = self.index.party(party)
            self._effects[party] = tuple(weighs[fact.name] for fact in facts(self.party, other))
        return self._effects[party]

    def _is_full(self) -> bool:
        return len(self.scores) >= self.limit

    def _last(self) -> float:
        """The score of the last of the best so far."""
        return nlargest(self.limit, self.scores.values())[-1]

    def _reach(self, bound: float) -> float:
        if bound >= model().of_kind("person").equal:
            return 1.0
        return model().probability(bound + self.evidence)

    def _by_number(self) -> list[int]:
        """The parties that have an identifier of the query."""
        keys = [hashed("n", plain_number(each)) for each in self.party.identifiers]
        found, _ = self.index.numbers.found(np.array(keys, np.uint32))
        return sorted(set(found.tolist()))

    def _compare_whole(self, number: int) -> None:
        party = self.index.party(number)
        kind = likely_kind(self.party, party)
        first = comparand(self.party, self.index.weights, kind)
        second = comparand(party, self.index.weights, kind)
        best = best_names(first, second)
        if best is not None:
            self._note(number, Best(best.logit, best.equal, not best.weak, -best.first, -best.second))
