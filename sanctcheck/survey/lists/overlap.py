"""The survey of the lists: from a corpus to targets, each with the states that list it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.survey.lists.clusters import Clusters
from sanctcheck.survey.lists.gathering import Lists
from sanctcheck.survey.lists.grounds import grounds
from sanctcheck.survey.lists.judged import Judged
from sanctcheck.survey.lists.links import DOUBTFUL
from sanctcheck.survey.lists.model import Doubtful, Join, Overlap, SurveyedList, Target
from sanctcheck.survey.lists.rivals import RIVALS, without_rivals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.screen.decisions import Decisions
    from sanctcheck.survey.lists.gathering import Gathered
    from sanctcheck.survey.lists.links import Link
    from sanctcheck.survey.lists.standing import Listed

_TOO_WEAK = "the names are alike, and too little else is known"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks of a survey of the lists.

    Attributes:
        as_of: the day on which it is made.
        processes: on how many cores names are looked for.
        decisions: what people judged of ties before.
    """

    as_of: date
    processes: int = 1
    decisions: Decisions | None = None


def overlap_of(corpus: Corpus, asked: Asked) -> Overlap:
    """Who is listed by which states for human-rights abuse or corruption; the lists are those of a corpus."""
    lists = Lists(corpus, grounds())
    gathered = lists.gather()
    judged = Judged(lists, asked.decisions)
    links = [judged.settled(each) for each in lists.links(gathered, asked.processes)]
    links = without_rivals(links, lists.list_of, lists.are_same)
    clusters = Clusters(lists.list_of, lists.are_same, judged.apart)
    clusters.join(links)
    targets = sorted(_targets(lists, gathered, clusters), key=_in_order)
    return Overlap(
        as_of=asked.as_of,
        lists=tuple(_surveyed_lists(lists, gathered)),
        targets=tuple(targets),
        doubtful=tuple(_doubtful(lists, clusters, links)),
        judged=judged.met,
    )


def _in_order(target: Target) -> tuple[str, str, str]:
    """By name, and by key where that is the same."""
    return target.name.casefold(), target.name, target.listings[0].key


def _targets(lists: Lists, gathered: Gathered, clusters: Clusters) -> Iterator[Target]:
    joins: dict[int, list[Link]] = defaultdict(list)
    for link in clusters.joins:
        joins[id(clusters.group(link.first))].append(link)
    seen: set[int] = set()
    for key in gathered.seeds:
        group = clusters.group(key)
        if id(group) not in seen:
            seen.add(id(group))
            listings = sorted((lists.listed(each) for each in group), key=_by_day)
            entry = lists.corpus.entry(key)
            made = (_join(lists, each) for each in joins[id(group)])
            yield Target(listings[0].name, entry.kind, tuple(listings), tuple(made))


def _by_day(each: Listed) -> tuple[bool, str, str]:
    return not each.counts, each.day or each.latest or "9999", each.key


def _join(lists: Lists, link: Link) -> Join:
    first, second = (lists.corpus.entry(key).key for key in link.pair)
    return Join(first, second, link.how or "name", round(link.score, 3), _because(lists, link))


def _because(lists: Lists, link: Link) -> str:
    """What the score of a tie is made of."""
    one, other = (lists.party(key) for key in link.pair)
    return lists.comparisons.of(link.pair, one, other).sentence


def _doubtful(lists: Lists, clusters: Clusters, links: Iterable[Link]) -> Iterator[Doubtful]:
    """What a person has to look at: of two groups the best tie, unless a list, or a person, tells them apart."""
    best: dict[tuple[int, int], Link] = {}
    for link in sorted(links, key=lambda each: (not each.is_stated, -each.score, each.pair)):
        one, other = clusters.group(link.first), clusters.group(link.second)
        if one is other or link.pair in clusters.apart:
            continue
        if (link.is_stated or link.score >= DOUBTFUL) and not _share_a_list(lists, one, other):
            low, high = sorted((id(one), id(other)))
            best.setdefault((low, high), link)
    # Units of one force fit one another by the dozen: what a person can decide more easily comes first.
    for link in sorted(best.values(), key=lambda each: each.against == RIVALS):
        first, second = (lists.listed(key) for key in link.pair)
        yield Doubtful(first, second, round(link.score, 3), _because(lists, link), link.against or _TOO_WEAK)


def _share_a_list(lists: Lists, one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a list has entries in both groups, and so says that they are two."""
    numbers = [{lists.list_of(key) for key in group} for group in (one, other)]
    return not numbers[0].isdisjoint(numbers[1])


def _surveyed_lists(lists: Lists, gathered: Gathered) -> Iterator[SurveyedList]:
    for number, each in enumerate(lists.corpus.lists):
        unknown = Counter(
            {programme: count for (at, programme), count in gathered.unknown.items() if at == number}
        )
        yield SurveyedList(
            list=each.list,
            publisher=each.publisher,
            state=lists.known.states.get(each.publisher, ""),
            title=each.title,
            snapshot=each.snapshot,
            sha256=each.sha256,
            dated=each.dated,
            listings=each.listings,
            surveyed=gathered.surveyed[number],
            with_day=gathered.dated[number],
            unknown_programmes=tuple(sorted(unknown.items())),
        )
