"""Where a regime stands on a standard on a day: one value, with its authority. What comparisons are made of.

A position that the regime states comes first; else the criteria that ask for the standard say it; else what the
regime says holds otherwise. Where there is none of these nobody has looked, and the cell says so: silence is no value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from sanctcheck.days import Period
from sanctcheck.law.position import Position
from sanctcheck.law.spans import span_of
from sanctcheck.law.time import citation, is_in_force, was_law

if TYPE_CHECKING:
    from collections.abc import Iterable, KeysView, Mapping, Sequence

    from sanctcheck.law.authority import Fact, Source
    from sanctcheck.law.model import Criterion, Regime
    from sanctcheck.law.position import Answer, LengthOfTime, Otherwise
    from sanctcheck.terms import Force, Verified

    Answered = Position | Otherwise

Basis = Literal["position", "criterion", "otherwise", "nothing"]
_ANSWER_OF_FORCE: Mapping[Force, Answer] = {"duty": "yes", "policy": "policy", "good-practice": "no"}
_STRONGEST_FIRST: tuple[Force, ...] = ("duty", "policy", "good-practice")
GOOD_PRACTICE = "dossiers are checked for it as good practice"


@dataclass(frozen=True, slots=True)
class Value:
    """What is compared: whether the law has it, how long, and by which test or body."""

    answer: Answer
    period: Period | None = None
    term: str | None = None

    def __str__(self) -> str:
        """As a cell shows it: `12 months`, `without delay`, `partial: 56 days`, `no`."""
        said = "; ".join(str(part) for part in (self.period, self.term) if part is not None)
        if not said:
            return self.answer.replace("-", " ")
        return said if self.answer == "yes" else f"{self.answer.replace('-', ' ')}: {said}"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one regime stands on one standard on one day.

    Attributes:
        provisions: the citations, the main one first; empty where nobody has looked.
        source: the text that was read; None where none was.
        since, until: the days between which it is the law, as far as they are stated.
        criteria: ids of the criteria that ask for the standard of a dossier on that day.
    """

    value: Value
    basis: Basis
    provisions: tuple[str, ...] = ()
    verified: Verified = "uncertain"
    detail: str | None = None
    note: str | None = None
    source: Source | None = None
    since: str | None = None
    until: str | None = None
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A cell and the days on which it holds; None for a day that is open."""

    cell: Cell
    since: date | None
    until: date | None


def cells(regime: Regime, standards: Iterable[str], day: date) -> dict[str, Cell | None]:
    """The cell of each standard on a day; None for each where the regime was not the law on that day."""
    wanted = dict.fromkeys(standards)
    if not was_law(regime, day):
        return {**wanted}
    # Most facts are about other standards: what they are about is asked first, because it is cheaper than their days.
    positions = {
        name: each
        for each in regime.positions
        if not wanted.keys().isdisjoint(each.standards) and is_in_force(each, regime, day)
        for name in each.standards
    }
    criteria: dict[str, list[Criterion]] = {}
    for each in regime.criteria:
        if each.standard in wanted and is_in_force(each, regime, day):
            criteria.setdefault(each.standard, []).append(each)
    return {name: _cell(regime, positions.get(name), criteria.get(name, [])) for name in wanted}


def _cell(regime: Regime, position: Position | None, criteria: Sequence[Criterion]) -> Cell:
    ids = tuple(each.id for each in criteria)
    if position is not None:
        return _stated(regime, position, "position", ids)
    if criteria:
        return _asked(regime, criteria, ids)
    if regime.otherwise is not None:
        return _stated(regime, regime.otherwise, "otherwise", ids)
    return Cell(Value("not-examined"), "nothing")


def _stated(regime: Regime, stated: Answered, basis: Basis, criteria: tuple[str, ...]) -> Cell:
    value = Value(stated.answer)
    if isinstance(stated, Position):
        value = Value(stated.answer, _period(stated.period), stated.term)
    return _with_authority(regime, stated, value, basis, detail=stated.detail, criteria=criteria)


def _period(stated: LengthOfTime | None) -> Period | None:
    return Period(stated.number, stated.unit) if stated else None


def _asked(regime: Regime, criteria: Sequence[Criterion], ids: tuple[str, ...]) -> Cell:
    """What the criteria say: the strongest of them counts, the first of those."""
    first = min(criteria, key=lambda each: _STRONGEST_FIRST.index(each.force))
    if regime.kind == "collective-standard":
        return _with_authority(regime, first, Value("yes", _period_asked(first)), "criterion", criteria=ids)
    value = Value(_ANSWER_OF_FORCE[first.force], _period_asked(first) if first.force == "duty" else None)
    detail = GOOD_PRACTICE if first.force == "good-practice" else None
    return _with_authority(regime, first, value, "criterion", detail=detail, criteria=ids)


def _period_asked(criterion: Criterion) -> Period | None:
    """The first period among the parameters of a criterion's check."""
    for parameter in criterion.with_.values():
        if isinstance(parameter, dict) and parameter.keys() == {"number", "unit"}:
            return Period(parameter["number"], parameter["unit"])
    return None


def _with_authority(
    regime: Regime,
    fact: Fact,
    value: Value,
    basis: Basis,
    *,
    detail: str | None = None,
    criteria: tuple[str, ...] = (),
) -> Cell:
    span = span_of(fact, regime)
    return Cell(
        value=value,
        basis=basis,
        provisions=tuple(citation(each, regime) for each in (fact.provision, *fact.also)),
        verified=fact.verified,
        detail=detail,
        note=fact.note,
        source=regime.sources[fact.source] if fact.source else None,
        since=span.from_ if span else None,
        until=span.until if span else None,
        criteria=criteria,
    )


def versions(regime: Regime, standard: str) -> list[Version]:
    """Where a regime stood on a standard since it became law, oldest first; each change of value is a version."""
    return all_versions(regime, [standard])[standard]


def all_versions(regime: Regime, standards: Iterable[str]) -> dict[str, list[Version]]:
    """The same for several standards, in the time that one takes."""
    found: dict[str, list[Version]] = {standard: [] for standard in standards}
    days = _days_of_change(regime, found.keys())
    for day, after in zip_longest(days, days[1:]):
        since = None if day == date.min else day
        until = after - _DAY if after else None
        for standard, cell in cells(regime, found, day).items():
            if cell is not None:
                _add(found[standard], Version(cell, since, until))
    return found


def _add(found: list[Version], version: Version) -> None:
    if found and found[-1].cell.value == version.cell.value and _follows(found[-1], version.since):
        version = Version(version.cell, found.pop().since, version.until)
    found.append(version)


_DAY = timedelta(days=1)


def _follows(earlier: Version, since: date | None) -> bool:
    return since is not None and earlier.until == since - _DAY


def _days_of_change(regime: Regime, standards: KeysView[str]) -> list[date]:
    """Every day from which another fact of the regime can be the law on a standard, or from which the regime is."""
    positions = [each for each in regime.positions if not standards.isdisjoint(each.standards)]
    criteria = [each for each in regime.criteria if each.standard in standards]
    days = {date.min}
    # What makes the regime the law besides is what `was_law` looks at.
    for span in (
        span_of(each, regime) for each in (*positions, *criteria, *(regime.conduct or regime.criteria))
    ):
        if span is not None and span.from_ is not None:
            days.add(date.fromisoformat(span.from_))
        if span is not None and span.until is not None:
            days.add(date.fromisoformat(span.until) + _DAY)
    return sorted(days)
