"""Regimes side by side: rows are standards, columns are regimes on a day, cells are typed values.

It orders two values only where the standard says how: shorter or longer, more or less protection. It adds nothing up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from sanctcheck.checks.periods import surely_longer
from sanctcheck.days import DAY_PATTERN
from sanctcheck.errors import UsageError
from sanctcheck.law.cells import cells
from sanctcheck.law.time import is_in_force
from sanctcheck.text import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.law.cells import Cell, Value
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Regime, Standard
    from sanctcheck.law.position import Answer, CalendarDay, Comparison

Relation = Literal["same", "weaker", "stricter", "different", "unsettled", "not-comparable"]
RELATION: dict[Relation, str] = {
    "same": "nothing on which the two differ by the standard's own order",
    "weaker": "it protects the person or the process less than the other",
    "stricter": "it protects the person or the process more than the other",
    "different": "another value, neither weaker nor stricter by the standard's own order",
    "unsettled": "cannot be told: one of the two is not settled, or was not read",
    "not-comparable": "the question does not arise under one of the two, or it was not the law on that day",
}
_BY_PROTECTION: tuple[Answer, ...] = ("no", "policy", "partial", "yes")
_NOT_KNOWN = frozenset({"unsettled", "not-examined"})


@dataclass(frozen=True, slots=True)
class Column:
    """A regime on a day."""

    regime: Regime
    day: date
    name: str

    @property
    def passed(self) -> list[CalendarDay]:
        """The last days that the law fixed for the regime, where they have passed: nobody looked what came after."""
        there = (each for each in self.regime.calendar if each.on is not None and each.effect is not None)
        current = [each for each in there if is_in_force(each, self.regime, self.day)]
        return [each for each in current if each.on is not None and each.on < self.day.isoformat()]


@dataclass(frozen=True, slots=True)
class Row:
    """One standard, with the cell of each column; None where the regime was not the law on the column's day."""

    standard: Standard
    cells: tuple[Cell | None, ...]
    relations: tuple[Relation | None, ...]

    @property
    def differs(self) -> bool:
        """Whether two columns have different values."""
        return len({cell.value if cell else None for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison. `against` is the column that the others are held against, where one is."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    against: Column | None = None

    @property
    def is_history(self) -> bool:
        """Whether one regime is compared with itself on an earlier day."""
        return len(self.columns) == 2 and len({column.regime.id for column in self.columns}) == 1


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be compared.

    Attributes:
        names: regimes, each with a day behind an `@` or without; none for every regime against human-rights abuse or
            corruption, and the draft of a collective standard.
        programmes: with no names, programmes on other subjects too.
        day: the day of those without one.
        against: the name of the column that the others are held against.
        families, standards: only rows of these; none for all.
        only_differing: leave out rows in which all columns have the same value.
    """

    day: date
    names: tuple[str, ...] = ()
    programmes: bool = False
    against: str | None = None
    families: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    only_differing: bool = False


def compared(law: Law, question: Question) -> Table:
    """The regimes side by side.

    Raises:
        UsageError: a regime, standard or day is none.
        LawError: the criteria of a regime cannot be used.
    """
    names = dict.fromkeys(question.names or _every(law, question))
    columns = [_column(law, name, question.day) for name in names]
    against = _against(law, question, columns)
    if against is not None and against not in columns:
        columns.append(against)
    if question.only_differing and len(columns) < 2:
        raise UsageError("To show only what differs takes two regimes, or one on two days.")
    rows = _rows(columns, _standards(law, question), against)
    kept = (row for row in rows if row.differs or not question.only_differing)
    return Table(tuple(columns), tuple(kept), against)


def _every(law: Law, question: Question) -> Iterator[str]:
    """The regimes that are compared where none is named."""
    for name in law.regime_ids:
        if question.programmes or law.regime(name).regime.kind != "programme":
            yield name


def _against(law: Law, question: Question, columns: list[Column]) -> Column | None:
    """The column that the others are held against; of one regime on two days, the earlier one."""
    if question.against is not None:
        return _column(law, question.against, question.day)
    if Table(tuple(columns), ()).is_history:
        columns.sort(key=lambda column: column.day)
        return columns[0]
    return None


def _column(law: Law, name: str, day: date) -> Column:
    regime_id, at, written = name.partition("@")
    regime = law.regime(regime_id).regime
    return Column(regime, _day(written) if at else day, name)


def _day(written: str) -> date:
    if re.match(DAY_PATTERN, written) is None:
        raise UsageError(
            f"{quoted(written)} is no day: write REGIME@year-month-day, for example gb-ghr@2021-01-01."
        )
    return date.fromisoformat(written)


def _standards(law: Law, question: Question) -> list[Standard]:
    """The standards asked for, in the order of their file."""
    wanted = {_standard_id(law, name) for name in question.standards}
    chosen = [
        standard
        for standard in law.standards.values()
        if (not wanted or standard.id in wanted)
        and (not question.families or standard.family in question.families)
    ]
    if not chosen:
        raise UsageError("None of these standards is of that family.")
    return chosen


def _standard_id(law: Law, name: str) -> str:
    for standard in law.standards.values():
        if name == standard.id or name in standard.aliases:
            return standard.id
    raise UsageError(
        f"No standard is called {quoted(name)}.{did_you_mean(name, law.standards)} "
        "`sanctcheck explain` lists them."
    )


def _rows(columns: Sequence[Column], standards: Sequence[Standard], against: Column | None) -> Iterator[Row]:
    ids = [standard.id for standard in standards]
    by_column = [cells(column.regime, ids, column.day) for column in columns]
    base = cells(against.regime, ids, against.day) if against else {}
    for standard in standards:
        found = tuple(of_column[standard.id] for of_column in by_column)
        relations = tuple(
            relation(cell, base.get(standard.id), standard.compared)
            if against is not None and column != against
            else None
            for column, cell in zip(columns, found, strict=True)
        )
        yield Row(standard, found, relations)


def relation(cell: Cell | None, other: Cell | None, order: Comparison) -> Relation:
    """How one cell stands to another, by the order of their standard."""
    if cell is None or other is None:
        return "not-comparable"
    answers = {cell.value.answer, other.value.answer}
    if answers & _NOT_KNOWN:
        return "unsettled"
    if cell.value == other.value:
        return "same"
    if "not-applicable" in answers:
        return "not-comparable"
    return _order_of_answers(cell.value, other.value, order)


def _order_of_answers(value: Value, other: Value, order: Comparison) -> Relation:
    if value.answer == other.answer:
        return _order_of_terms(value, other, order)
    if order.stricter_answer == "neither":
        return "different"
    more = _BY_PROTECTION.index(value.answer) > _BY_PROTECTION.index(other.answer)
    return "stricter" if more is (order.stricter_answer == "yes") else "weaker"


def _order_of_terms(value: Value, other: Value, order: Comparison) -> Relation:
    if value.term in order.scale and other.term in order.scale and value.term != other.term:
        return "stricter" if order.scale.index(value.term) > order.scale.index(other.term) else "weaker"
    by_period = _order_of_periods(value, other, order)
    if by_period != "same":
        return by_period
    # A body or a test that one of the two does not name is none on which they differ.
    return "different" if value.term and other.term and value.term != other.term else "same"


def _order_of_periods(value: Value, other: Value, order: Comparison) -> Relation:
    if value.period == other.period:
        return "same"
    if order.stricter_period == "neither":
        return "different" if value.period and other.period else "same"
    if value.period is None or other.period is None:
        # A number binds; a law that leaves it out says only that it has to be done.
        return "weaker" if value.period is None else "stricter"
    if surely_longer(value.period, other.period):
        return "stricter" if order.stricter_period == "longer" else "weaker"
    if surely_longer(other.period, value.period):
        return "weaker" if order.stricter_period == "longer" else "stricter"
    return "different"
