"""Like cases that were treated unlike, as questions. What is alike is a few words of a form; the answer may lie in the facts.

Two dossiers are alike here when under one regime they rest on the same conduct, laid at the target's door for the same
reason. Nothing here says that either was wrong.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sanctcheck.survey.dossiers.case import DECIDED, OUTCOME, STANDS
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.survey.dossiers.case import Case

Differs = Literal["outcome", "measures", "evidence", "comparators"]
DIFFERS: dict[Differs, str] = {
    "outcome": "how they ended",
    "measures": "the measures imposed",
    "evidence": "the evidence that was taken to be enough",
    "comparators": "who in a like position is listed",
}


@dataclass(frozen=True, slots=True)
class Side:
    """Dossiers that were treated alike, and how."""

    treated: str
    dossiers: tuple[tuple[str, str], ...]
    """Pairs of file and id."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that like cases raise.

    Attributes:
        asked: the question itself.
        sides: the dossiers by how they were treated.
    """

    regime: str
    conduct: str
    basis: str
    differs: Differs
    asked: str
    sides: tuple[Side, ...]


def questions(cases: Sequence[Case]) -> Iterator[Question]:
    """Every question that the dossiers raise, by regime, conduct and basis."""
    alike: dict[tuple[str, str, str], list[Case]] = defaultdict(list)
    for case in cases:
        for ground in case.grounds:
            alike[ground].append(case)
    for ground, every in sorted(alike.items()):
        decided = [case for case in every if case.outcome in DECIDED]
        standing = [case for case in every if case.outcome in STANDS]
        yield from _outcomes(ground, decided)
        yield from _measures(ground, standing)
        yield from _evidence(ground, standing)
    yield from _comparators(cases)


def _sides(by_treatment: dict[str, list[Case]]) -> tuple[Side, ...]:
    return tuple(
        Side(treated, tuple(sorted((case.file, case.id) for case in every)))
        for treated, every in sorted(by_treatment.items())
    )


def _outcomes(ground: tuple[str, str, str], decided: list[Case]) -> Iterator[Question]:
    by_outcome: dict[str, list[Case]] = defaultdict(list)
    for case in decided:
        # Who was kept was listed before: the two are one side here.
        by_outcome[OUTCOME["listed"] if case.outcome in STANDS else OUTCOME[case.outcome]].append(case)
    if len(by_outcome) > 1:
        ways = listed(sorted(by_outcome), "and")
        asked = f"{_alike(ground)} ended differently: {ways}. What in the facts, the law or the time accounts for it?"
        yield Question(*ground, "outcome", asked, _sides(by_outcome))


def _measures(ground: tuple[str, str, str], standing: list[Case]) -> Iterator[Question]:
    by_measures: dict[str, list[Case]] = defaultdict(list)
    for case in standing:
        imposed = sorted(case.measures_under(ground[0]))
        if imposed:  # a dossier that states none says nothing of them
            by_measures[listed(imposed, "and").replace("-", " ")].append(case)
    if len(by_measures) > 1:
        asked = f"{_alike(ground)} led to different measures. Why was less, or more, needed in some of them?"
        yield Question(*ground, "measures", asked, _sides(by_measures))


def _evidence(ground: tuple[str, str, str], standing: list[Case]) -> Iterator[Question]:
    """Element by element: what one dossier has and another does not set out at all is no difference in evidence."""
    of = [(case, case.sources_of(*ground)) for case in standing]
    differing = sorted(
        element
        for element in {name for _, sources in of for name in sources}
        if len({_sources(sources[element]) for _, sources in of if element in sources}) > 1
    )
    if not differing:
        return
    by_sources: dict[str, list[Case]] = defaultdict(list)
    for case, sources in of:
        said = [f"{name}: {_sources(sources[name])}" for name in differing if name in sources]
        if said:
            by_sources["; ".join(said)].append(case)
    asked = (
        f"{_alike(ground)} stand on different numbers of independent sources ({listed(differing, 'and')})."
        " What made fewer enough, or more necessary?"
    )
    yield Question(*ground, "evidence", asked, _sides(by_sources))


def _sources(number: int) -> str:
    return ("no source", "1 source", "2 sources", "3 sources or more")[min(number, 3)]


def _comparators(cases: Sequence[Case]) -> Iterator[Question]:
    """What a dossier itself says of others: those who were never proposed stand in no dossier of their own."""
    for case in sorted(cases, key=lambda each: (each.file, each.id)):
        if case.unlisted and case.outcome in STANDS:
            who = (
                "one in a like position who is"
                if case.unlisted == 1
                else f"{case.unlisted} in a like position who are"
            )
            asked = f"The dossier names {who} not listed. Was a listing considered, and what tells the cases apart?"
            regimes = listed(dict.fromkeys(under.regime for under in case.under), "and")
            side = Side("names others who are not listed", ((case.file, case.id),))
            conducts = listed(dict.fromkeys(each.conduct for each in case.allegations), "and")
            yield Question(regimes, conducts, "", "comparators", asked, (side,))


def _alike(ground: tuple[str, str, str]) -> str:
    regime, conduct, basis = ground
    return f"Cases of {conduct.replace('-', ' ')} ({basis.replace('-', ' ')}) under {regime}"
