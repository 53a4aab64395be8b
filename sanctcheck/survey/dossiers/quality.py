"""On what evidence dossiers rest, regime by regime: as distributions, because no number says how good evidence is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from sanctcheck.dossier.vocabulary import Directness, DisclosureExtent
from sanctcheck.survey.dossiers.distribution import distribution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.survey.dossiers.case import Case, Under
    from sanctcheck.survey.dossiers.distribution import Distribution

_UNSEEN = "may not be shown"
_NOT_STATED = "not stated"
_MANY = 3
RELIABILITY = {
    "A": "A: completely reliable", "B": "B: usually reliable", "C": "C: fairly reliable",
    "D": "D: not usually reliable", "E": "E: unreliable", "F": "F: cannot be judged",
}  # fmt: skip
CREDIBILITY = {
    "1": "1: confirmed", "2": "2: probably true", "3": "3: possibly true",
    "4": "4: doubtful", "5": "5: improbable", "6": "6: cannot be judged",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quality:
    """The evidence of the dossiers under one regime."""

    regime: str
    dossiers: int
    distributions: tuple[Distribution, ...]


def quality(cases: Sequence[Case]) -> Iterator[Quality]:
    """Each regime under which dossiers were assessed, in the order of their ids."""
    found: dict[str, list[Under]] = {}
    for case in cases:
        for under in case.under:
            found.setdefault(under.regime, []).append(under)
    for regime, every in sorted(found.items()):
        yield Quality(regime, len(every), tuple(_of(every)))


def _of(every: list[Under]) -> Iterator[Distribution]:
    exhibits = [each for under in every for each in under.exhibits]
    unseen = {_UNSEEN: sum(under.unseen for under in every)}
    grades = [each.grade or "" for each in exhibits]

    def over(id_: str, title: str, labels: list[str], order: list[str]) -> Distribution:
        counts = Counter(labels) + Counter(unseen)
        return distribution(id_, title, "exhibits that carry an element", counts, order=[*order, _NOT_STATED])

    yield over(
        "reliability",
        "Reliability of the source",
        [RELIABILITY.get(each[:1], _NOT_STATED) for each in grades],
        [*RELIABILITY.values()],
    )
    yield over(
        "credibility",
        "Credibility of the information",
        [CREDIBILITY.get(each[1:], _NOT_STATED) for each in grades],
        [*CREDIBILITY.values()],
    )
    yield over(
        "directness",
        "Directness",
        [each.directness or _NOT_STATED for each in exhibits],
        [*get_args(Directness)],
    )
    yield over(
        "disclosure",
        "Given to the target",
        [each.disclosed or _NOT_STATED for each in exhibits],
        [*get_args(DisclosureExtent)],
    )
    sources = Counter(_number(element.independent) for under in every for element in under.elements)
    order = [_number(number) for number in range(_MANY + 1)]
    yield distribution("origins", "Independent sources of an element", "elements", sources, order=order)


def _number(independent: int) -> str:
    return f"{_MANY} or more" if independent >= _MANY else ("no source", "1 source", "2 sources")[independent]
