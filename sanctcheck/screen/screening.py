"""Queries held against a corpus, one after the other or on all cores, in their order."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sanctcheck.names.evidence import facts
from sanctcheck.names.party import Party

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.names.index import Hit as Found
    from sanctcheck.names.wording import Part
    from sanctcheck.screen.corpus import Corpus, ScreenedList
    from sanctcheck.screen.decisions import Decisions, Settled
    from sanctcheck.screen.entry import Entry
    from sanctcheck.screen.query import Query

THRESHOLD = 0.5
"""The score from which on a listing is a hit, unless the user says otherwise."""
LIMIT = 10
MOST = 100
_SPARE = 4
_NOBODY = Party(())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks for.

    Attributes:
        threshold: the score from which on a listing is a hit.
        limit: so many hits of a query at most, the best ones.
        removed: whether those are hits too who are listed no more.
        processes: on how many cores a batch runs.
    """

    threshold: float = THRESHOLD
    limit: int = LIMIT
    removed: bool = False
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """One listing that may be the one who was asked for.

    `judged` is what a person judged of it before; `told_apart` what the dossier says tells its target from this one.
    """

    entry: Entry
    listed: ScreenedList
    found: Found
    judged: Settled | None = None
    told_apart: str = ""
    has_number: bool = False
    """Whether both state the same number of a kind that tells one from everybody else."""

    @property
    def score(self) -> float:
        """From 0 to 1: about this share of hits with such a score are the one who was asked for."""
        return self.found.score

    @property
    def matched(self) -> tuple[str, str]:
        """The two names that were compared: of the query, and of the listing."""
        return self.found.asked, self.found.name

    @property
    def weak(self) -> bool:
        """Whether one of the two is graded as a weak alias."""
        return self.found.weak

    @property
    def parts(self) -> tuple[Part, ...]:
        """What the score is made of; worked out when it is asked for."""
        return self.found.comparison.parts

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it: no person judged it to be another, or the listing changed since."""
        return not self.told_apart and (self.judged is None or not self.judged.closes)


@dataclass(frozen=True, slots=True)
class Screened:
    """One query with its hits, the best first; beside them, those who are listed no more."""

    query: Query
    hits: tuple[Hit, ...]
    formerly: tuple[Hit, ...] = ()

    @property
    def open_hits(self) -> tuple[Hit, ...]:
        """Those that somebody has to look at."""
        return tuple(hit for hit in self.hits if hit.is_open)


def screen(
    queries: Iterable[Query], corpus: Corpus, wanted: Wanted, decisions: Decisions | None = None
) -> Iterator[Screened]:
    """Each query with its hits. What cannot be screened has none, and says why.

    No more than a few queries are held at a time, however many there are.
    """
    waiting: deque[Query] = deque()

    def parties() -> Iterator[Party]:
        for query in queries:
            waiting.append(query)
            yield _NOBODY if query.problem else query.party

    searched = corpus.index.search_all(
        parties(), threshold=wanted.threshold, limit=wanted.limit + _SPARE, processes=wanted.processes
    )
    for found in searched:
        query = waiting.popleft()
        hits = _hits(found, query, corpus, wanted)
        if decisions is not None:
            hits = decisions.settle(query, hits)
        yield _screened(query, hits, wanted)


def screen_one(query: Query, corpus: Corpus, wanted: Wanted, decisions: Decisions | None = None) -> Screened:
    """One query with its hits."""
    hits: list[Hit] = []
    if not query.problem:
        found = corpus.index.search(query.party, threshold=wanted.threshold, limit=wanted.limit + _SPARE)
        hits = _hits(found, query, corpus, wanted)
    return _screened(query, decisions.settle(query, hits) if decisions is not None else hits, wanted)


def _hits(found: list[Found], query: Query, corpus: Corpus, wanted: Wanted) -> list[Hit]:
    """Those who are listed no more take no place of others: where the limit cuts, it is looked at again, farther."""
    hits = [_hit(each, corpus) for each in found]
    limit = wanted.limit + _SPARE
    while (
        len(hits) == limit and not wanted.removed and _listed(hits) < wanted.limit and limit < MOST * _SPARE
    ):
        limit *= _SPARE
        again = corpus.index.search(query.party, threshold=wanted.threshold, limit=limit)
        hits = [_hit(each, corpus) for each in again]
    return _with_equal_number(hits, query, corpus)


def _with_equal_number(hits: list[Hit], query: Query, corpus: Corpus) -> list[Hit]:
    """Who has the very number that was asked for is a hit under any name: a passport is, or the register is wrong."""
    if not query.party.identifiers:
        return hits
    holders = {
        found.key: found
        for found in corpus.index.of_number(query.party)
        if has_equal_number(query.party, found.party)
    }
    marked = [replace(hit, has_number=hit.found.key in holders) for hit in hits]
    near = {hit.found.key for hit in hits}
    more = [replace(_hit(each, corpus), has_number=True) for key, each in holders.items() if key not in near]
    return [*marked, *sorted(more, key=lambda hit: (-hit.score, hit.entry.key))]


def has_equal_number(one: Party, other: Party) -> bool:
    """Whether both have the same number of a kind that tells one from everybody else."""
    return any(fact.name == "identifier.same" for fact in facts(one, other))


def _hit(found: Found, corpus: Corpus) -> Hit:
    entry = corpus.entry(found.key)
    return Hit(entry, corpus.list_of(entry), found)


def _listed(hits: list[Hit]) -> int:
    return sum(not hit.entry.is_removed for hit in hits)


def _screened(query: Query, hits: list[Hit], wanted: Wanted) -> Screened:
    if wanted.removed:
        return Screened(query, _best(hits, wanted))
    listed = [hit for hit in hits if not hit.entry.is_removed]
    formerly = [hit for hit in hits if hit.entry.is_removed]
    return Screened(query, _best(listed, wanted), _best(formerly, wanted))


def _best(hits: list[Hit], wanted: Wanted) -> tuple[Hit, ...]:
    """As many as are wanted; those with an equal number give way to none."""
    numbered = [place for place, hit in enumerate(hits) if hit.has_number][: wanted.limit]
    others = [place for place, hit in enumerate(hits) if not hit.has_number]
    return tuple(hits[place] for place in sorted((*numbered, *others[: wanted.limit - len(numbered)])))
