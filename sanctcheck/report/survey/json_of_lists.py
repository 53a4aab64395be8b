"""A survey of the lists for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

from sanctcheck.survey.lists.matrix import by_one_only, gaps, lags, matrix

if TYPE_CHECKING:
    from sanctcheck.survey.lists.matrix import Gap
    from sanctcheck.survey.lists.model import Doubtful, Join, Overlap, SurveyedList, Target
    from sanctcheck.survey.lists.standing import Listed


class JsonList(TypedDict):
    """One list that was read."""

    list: str
    publisher: str
    state: str | None
    """For whom it speaks; null where that is not known, so that nothing of it is counted."""
    title: str
    snapshot: str
    snapshot_date: str | None
    sha256: str
    listings: int
    surveyed: int
    """Listings for human-rights abuse or corruption."""
    with_day: int
    """Those of them that state since when."""
    unknown_programmes: dict[str, int]


class JsonListing(TypedDict):
    """One listing of a target."""

    key: str
    state: str
    list: str
    reference: str
    name: str
    programmes: list[str]
    ground: str
    provision: str
    since: str | None
    """To the day; null where the list states none."""
    listed_by: str | None
    """Where it states none: a day on which it stood on the list."""


class JsonJoin(TypedDict):
    """Two listings taken for one target, and why."""

    first: str
    second: str
    how: str
    score: float
    because: str


class JsonLag(TypedDict):
    """From the first listing to another one."""

    first: str
    later: str
    days: int


class JsonTarget(TypedDict):
    """Somebody, or something, that a state lists for human-rights abuse or corruption."""

    name: str
    kind: str
    states: list[str]
    elsewhere: list[str]
    """States that list it on another ground alone."""
    lags: list[JsonLag]
    listings: list[JsonListing]
    joins: list[JsonJoin]


class JsonCell(TypedDict):
    """Of those whom one state lists, those whom another one lists."""

    by: str
    also_by: str
    both: int
    share: float | None
    elsewhere: int
    of: int


class JsonAlone(TypedDict):
    """Those whom one state alone lists."""

    state: str
    targets: int
    elsewhere: int


class JsonLags(TypedDict):
    """All lags from one state to another, in days."""

    first: str
    later: str
    median: float
    days: list[int]


class JsonGap(TypedDict):
    """A target that some list and others do not."""

    target: str
    """The key of its first listing."""
    name: str
    since: str | None
    by: list[str]
    not_by: list[str]
    elsewhere: list[str]


class JsonDoubtful(TypedDict):
    """Two listings that a person has to look at."""

    first: str
    second: str
    score: float
    because: str
    why: str


class JsonLists(TypedDict):
    """The lists of several states beside one another."""

    lists: list[JsonList]
    overlap: list[JsonCell]
    alone: list[JsonAlone]
    lags: list[JsonLags]
    gaps: list[JsonGap]
    targets: list[JsonTarget]
    doubtful: list[JsonDoubtful]
    judged: int


def lists(overlap: Overlap, state: str | None) -> JsonLists:
    """The survey as plain data."""
    return {
        "lists": [_list(each) for each in overlap.lists],
        "overlap": [
            {
                "by": cell.row,
                "also_by": cell.column,
                "both": cell.both,
                "share": None if cell.share is None else round(cell.share, 4),
                "elsewhere": cell.elsewhere,
                "of": cell.of,
            }
            for row in matrix(overlap)
            for cell in row
        ],
        "alone": [
            {"state": each.state, "targets": each.targets, "elsewhere": each.elsewhere}
            for each in by_one_only(overlap)
        ],
        "lags": [
            {"first": each.first, "later": each.later, "median": each.median, "days": list(each.days)}
            for each in lags(overlap)
        ],
        "gaps": [_gap(each) for each in gaps(overlap, state)],
        "targets": [_target(each) for each in overlap.targets],
        "doubtful": [_doubt(each) for each in overlap.doubtful],
        "judged": overlap.judged,
    }


def _list(each: SurveyedList) -> JsonList:
    return {
        "list": each.list,
        "publisher": each.publisher,
        "state": each.state or None,
        "title": each.title,
        "snapshot": each.snapshot,
        "snapshot_date": each.dated or None,
        "sha256": each.sha256,
        "listings": each.listings,
        "surveyed": each.surveyed,
        "with_day": each.with_day,
        "unknown_programmes": dict(each.unknown_programmes),
    }


def _target(target: Target) -> JsonTarget:
    return {
        "name": target.name,
        "kind": target.kind,
        "states": list(target.states),
        "elsewhere": list(target.elsewhere),
        "lags": [{"first": lag.first, "later": lag.later, "days": lag.days} for lag in target.lags],
        "listings": [_listing(each) for each in target.listings],
        "joins": [_join(each) for each in target.joins],
    }


def _listing(each: Listed) -> JsonListing:
    return {
        "key": each.key,
        "state": each.state,
        "list": each.list,
        "reference": each.reference,
        "name": each.name,
        "programmes": list(each.programmes),
        "ground": each.ground,
        "provision": each.provision,
        "since": each.day or None,
        "listed_by": each.latest or None,
    }


def _join(join: Join) -> JsonJoin:
    return {
        "first": join.first,
        "second": join.second,
        "how": join.how,
        "score": join.score,
        "because": join.because,
    }


def _gap(gap: Gap) -> JsonGap:
    return {
        "target": gap.target.listings[0].key,
        "name": gap.target.name,
        "since": gap.day or None,
        "by": list(gap.by),
        "not_by": list(gap.not_by),
        "elsewhere": list(gap.elsewhere),
    }


def _doubt(each: Doubtful) -> JsonDoubtful:
    return {
        "first": each.first.key,
        "second": each.second.key,
        "score": each.score,
        "because": each.because,
        "why": each.why,
    }
