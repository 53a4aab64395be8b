"""One search: names that can reach the threshold, compared in full until no other one can be among the hits."""

from __future__ import annotations

from heapq import nlargest
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.names.evidence import facts, plain_number
from sanctcheck.names.index.bounds import kind_effects, least_logit, most_evidence, numbers_key
from sanctcheck.names.index.hits import Found
from sanctcheck.names.index.keys import hashed
from sanctcheck.names.index.kinds import KINDS, UNKNOWN, kind_of, takes
from sanctcheck.names.index.vocabulary import bare
from sanctcheck.names.model import model
from sanctcheck.names.profile import profile
from sanctcheck.names.score import MOST_TELLING, best_names, comparand, likely_kind, names_compared, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.names.index.index import Index
    from sanctcheck.names.index.kernel import Reached
    from sanctcheck.names.index.likes import Acronym
    from sanctcheck.names.index.runs import Join
    from sanctcheck.names.party import Party
    from sanctcheck.names.profile import Profile
    from sanctcheck.names.token import Token

_FEW = 8


class Candidate(NamedTuple):
    """A name of the index that can be that of a query: what it reaches at most, which it is, and which of the query."""

    bound: float
    name: int
    place: int
    """Of the name among those of the query."""
    kind: int
    """As which the query is asked."""
    asked: Profile
    """The name of the query, as that kind."""
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
    """What was looked up for the words of a query, beside the words that are like them."""

    words: tuple[Token, ...]
    numbers: int
    joins: dict[int, list[Join]]
    """By name, the ways in which words of it, or of the query, can be written as one."""
    acronyms: list[Acronym]


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
        # Of a name of a known kind nothing else can be said beside parties of that kind.
        self._is_bare = kind != UNKNOWN and not (
            party.births or party.countries or party.gender or party.identifiers
        )
        self._effects: dict[int, tuple[float, ...]] = {}
        self._looked: Looked | None = None

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
                known = best.setdefault(each[1:4], each)
                if known.bound < each.bound:
                    best[each[1:4]] = each
        found = list(best.values())
        found.sort(key=lambda each: (-each.bound, each.name, each.place, each.kind))
        return found

    def _of_kind(self, kind: int) -> Iterator[Candidate]:
        for place, name in enumerate(self.party.names):
            asked = profile(name.text, KINDS[kind], self.index.weights)
            if not asked.words and not asked.numbers:
                continue
            least = self._least(kind)
            for number in self.index.equal.places_of({hashed("k", asked.literal), hashed("k", asked.key)}):
                most = takes(kind, self.index.name_kinds[number]).equal + MOST_TELLING
                if most >= least[self.index.name_kinds[number]]:
                    yield Candidate(most, number, place, kind, asked)
            if asked.words:
                for bound, number, possible in self._reached(asked, kind, least):
                    yield Candidate(bound, number, place, kind, asked, possible)

    def _reached(self, asked: Profile, kind: int, least: list[float]) -> list[Reached]:
        """The names that can reach the threshold, as far as can be said without comparing them in full."""
        looked, kernel = self._touch(asked), self.index.kernel
        kernel.want(kind, least)
        found = kernel.reached()
        if looked.joins:
            found += kernel.joined(looked.joins)
        if looked.acronyms:
            found += kernel.abbreviated(looked.acronyms)
        return found

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
        index, numbers = self.index, numbers_key(asked)
        looked = self._looked
        if looked is None or (looked.words, looked.numbers) != (asked.words, numbers):
            index.kernel.ask(asked, numbers)
            for place, word in enumerate(asked.words):
                index.kernel.like(place, *index.words.similar(bare(word)))
            joins = index.runs.joins(asked, index.words)
            acronyms = list(index.abbreviations.of(asked, index.words))
            looked = self._looked = Looked(asked.words, numbers, joins, acronyms)
        return looked

    def _compare(self, candidate: Candidate) -> None:
        """Compares a name in full, and notes it for all who bear it."""
        if self._is_settled(candidate):
            return
        index = self.index
        other = index.profile(candidate.name)
        if not other.words and not other.numbers:
            return
        logit, equal = names_compared(
            candidate.asked,
            other,
            takes(candidate.kind, index.name_kinds[candidate.name]),
            candidate.possible,
        )
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
        start, end = self.index.bearers_at[candidate.name], self.index.bearers_at[candidate.name + 1]
        if end - start > _FEW:
            return False
        for party in self.index.bearers[start:end]:
            best = self.best.get(party)
            if best is None or not best.logit > candidate.bound:
                return False
        return True

    def _bearings(self, name: int) -> list[int]:
        """Who bears a name. Where nothing else is known, who comes later by key than enough others is no hit."""
        start, end = self.index.bearers_at[name], self.index.bearers_at[name + 1]
        if self.evidence or end - start <= 2 * self.limit or self.party.gender or self.party.identifiers:
            return list(range(start, end))
        weak = self.index.bearers_weak
        return [
            bearing
            for value in (0, 1)
            for bearing in islice((at for at in range(start, end) if weak[at] == value), self.limit)
        ]

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
        if self._is_bare and self.index.party_kinds[party] == self.kinds[0]:
            return ()
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
        return self.index.numbers.places_of(keys)

    def _compare_whole(self, number: int) -> None:
        party = self.index.party(number)
        kind = likely_kind(self.party, party)
        first = comparand(self.party, self.index.weights, kind)
        second = comparand(party, self.index.weights, kind)
        best = best_names(first, second)
        if best is not None:
            self._note(number, Best(best.logit, best.equal, not best.weak, -best.first, -best.second))
