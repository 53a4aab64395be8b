"""How long it took: from what is alleged to the listing, and from the proposal to the listing.

Days can be partial. A case is counted in a class only where every day that it can mean falls into it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sanctcheck.survey.dossiers.case import FIRST_LISTINGS
from sanctcheck.survey.dossiers.distribution import distribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.portrait.model import Day
    from sanctcheck.survey.dossiers.case import Case
    from sanctcheck.survey.dossiers.distribution import Distribution

CLASSES = (
    ("after the act, or on its day", -(10**7), 0),
    ("up to 6 months", 1, 183),
    ("6 to 12 months", 184, 365),
    ("1 to 2 years", 366, 730),
    ("2 to 5 years", 731, 1826),
    ("5 to 10 years", 1827, 3652),
    ("over 10 years", 3653, 10**7),
)
SPREAD = "the days stated are not precise enough to tell"
UNKNOWN = "no day stated"


@dataclass(frozen=True, slots=True)
class Between:
    """The days from one stated day to another: at least and at most."""

    least: int
    most: int


def between(start: Day | None, end: Day | None) -> Between | None:
    """From one stated day to another; None where one of them is open or not known."""
    if start is None or end is None:
        return None
    spans = (start.earliest, start.latest, end.earliest, end.latest)
    if any(each is None for each in spans):
        return None
    first, last, begins, ends = (each or date.min for each in spans)
    return Between((begins - last).days, (ends - first).days)


def class_of(span: Between | None) -> str:
    """The class into which it falls."""
    if span is None:
        return UNKNOWN
    return next((name for name, low, high in CLASSES if low <= span.least and span.most <= high), SPREAD)


def times(cases: Sequence[Case]) -> Iterator[Distribution]:
    """Of first listings that were made, how long each took."""
    made = [case for case in cases if case.outcome == "listed" and case.act in FIRST_LISTINGS]
    order = [*(name for name, _, _ in CLASSES), SPREAD, UNKNOWN]
    note = "Dossiers of a first listing that was adopted."
    for id_, title, spans in (
        (
            "since-beginning",
            "From the beginning of the earliest conduct alleged to the act",
            map(_beginning, made),
        ),
        ("since-end", "From the end of the latest conduct alleged to the act", map(_end, made)),
        ("since-proposal", "From the proposal to the act", map(_proposal, made)),
    ):
        yield distribution(id_, title, "dossiers", Counter(map(class_of, spans)), order=order, note=note)


def _beginning(case: Case) -> Between | None:
    found = _known(between(each.since or each.until, case.day) for each in case.allegations)
    return Between(max(each.least for each in found), max(each.most for each in found)) if found else None


def _end(case: Case) -> Between | None:
    found = _known(between(each.until or each.since, case.day) for each in case.allegations)
    return Between(min(each.least for each in found), min(each.most for each in found)) if found else None


def _known(spans: Iterable[Between | None]) -> list[Between]:
    return [each for each in spans if each is not None]


def _proposal(case: Case) -> Between | None:
    return between(case.proposed, case.day)
