"""Every day that the law sets for a dossier: what is due, under which provision, when, and whether it was done.

Three sources, so that no period stands twice: criteria whose check counts a period; rules of the regime with a time
limit that a step of the log starts; and the days that the law fixes for a regime as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from sanctcheck.checks.base import Matter, day_of
from sanctcheck.checks.due_process._log import answer_to, is_after
from sanctcheck.days import Period, after, before, exactly, stated_day
from sanctcheck.law.cells import cells
from sanctcheck.law.spans import covers, span_of
from sanctcheck.law.time import citation, is_in_force
from sanctcheck.reading.protection import PROTECTED, is_protected, shown
from sanctcheck.terms import GAPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.assess import Assessment
    from sanctcheck.checks.base import Placed, Result
    from sanctcheck.days import StatedDay
    from sanctcheck.dossier.model import Event
    from sanctcheck.law.authority import Fact
    from sanctcheck.law.cells import Cell
    from sanctcheck.law.model import Regime
    from sanctcheck.law.position import CalendarDay, LegalRule, TimeLimit
    from sanctcheck.reading.document import Document, Path_, Place
    from sanctcheck.terms import Verified
    from sanctcheck.validation import Validated

Status = Literal["overdue", "due", "done-late", "done"]
STATUS: dict[Status, str] = {
    "overdue": "the last day has passed, and the log does not show that it was done",
    "due": "still to come",
    "done-late": "done, after the last day for it",
    "done": "done in time",
}
_ENDS = ("revoked", "lapsed")
EXPIRY = "expiry"


@dataclass(frozen=True, slots=True)
class Where:
    """The part of a dossier from which a time runs, or that states the day."""

    file: str
    place: Place
    pointer: Path_
    target: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day that the law sets.

    Attributes:
        rule: id of the criterion, rule or calendar day, in its regime.
        where: None for a day of the regime as a whole.
        is_earliest: whether the law only gives the first day on which it can be due.
        is_good_practice: whether it is no law of the regime that asks for it.
        yearly: whether it comes back every year.
    """

    regime: str
    rule: str
    what: str
    provisions: tuple[str, ...]
    verified: Verified
    day: date
    status: Status
    where: Where | None = None
    effect: str | None = None
    note: str | None = None
    is_earliest: bool = False
    is_good_practice: bool = False
    yearly: bool = False

    def days_left(self, as_of: date) -> int:
        """Days from the day of the report to the last day; negative once it has passed."""
        return (self.day - as_of).days

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in {"overdue", "due"}


@dataclass
class Calendar:
    """The deadlines of some dossiers, gathered one dossier after the other."""

    as_of: date
    deadlines: list[Deadline] = field(default_factory=list)
    regimes: dict[str, Regime] = field(default_factory=dict)

    def add(self, validated: Validated) -> None:
        """Adds the deadlines of one dossier under the regimes that it names."""
        dossier = validated.dossier
        if dossier is None:
            return
        for under in validated.under:
            regime = under.regime
            matter = Matter(dossier, regime, self.as_of, under.law_day)
            source = _Source(matter, validated.document)
            self.regimes.setdefault(regime.id, regime)
            self.deadlines.extend(source.of_criteria(under.assessments))
            self.deadlines.extend(source.of_rules())
            self.deadlines.extend(source.of_expiry())

    def all(self) -> list[Deadline]:
        """Every deadline, those of the regimes too, by day."""
        fixed = [each for regime in self.regimes.values() for each in of_calendar(regime, self.as_of)]
        return sorted([*self.deadlines, *fixed], key=_by_day)


def _by_day(deadline: Deadline) -> tuple[date, str, str, str]:
    return deadline.day, deadline.where.file if deadline.where else "", deadline.regime, deadline.rule


@dataclass(frozen=True, slots=True)
class _Source:
    """One dossier under one regime, from which deadlines are read."""

    matter: Matter
    document: Document

    def of_criteria(self, assessments: Iterable[Assessment]) -> Iterator[Deadline]:
        """Those of criteria whose check counts a period."""
        for assessment in assessments:
            for result in assessment.results:
                if result.due is not None and self._was_law(assessment.criterion, result.due):
                    yield self._of_result(assessment, result, result.due)

    def _of_result(self, assessment: Assessment, result: Result, due: date) -> Deadline:
        criterion = assessment.criterion
        return Deadline(
            regime=assessment.regime,
            rule=criterion.id,
            what=criterion.title,
            provisions=assessment.provisions,
            verified=criterion.verified,
            day=due,
            status=_status(result, due, self.matter.as_of),
            where=self._where(result.path),
            note=criterion.note,
            is_good_practice=criterion.force == "good-practice",
        )

    def of_rules(self) -> Iterator[Deadline]:
        """Those of rules whose time a step of the log starts."""
        for rule in self.matter.regime.rules:
            limit = rule.limit
            if limit is None or not limit.starts_with:
                continue
            taken = self.matter.events(*limit.starts_with)
            for step in (each for each in taken if each.part.not_possible_because is None):
                started = day_of(step)
                due = _due(limit, started)
                if started and due and self._was_law(rule, started.latest) and self._was_law(rule, due):
                    yield self._of_rule(rule, limit, step, due)

    def _of_rule(self, rule: LegalRule, limit: TimeLimit, step: Placed[Event], due: date) -> Deadline:
        done = self._done(limit, step)
        late = done is not None and done.earliest > due
        open_status: Status = "overdue" if due < self.matter.as_of else "due"
        regime = self.matter.regime
        return Deadline(
            regime=regime.id,
            rule=rule.id,
            what=rule.rule,
            provisions=tuple(citation(each, regime) for each in (rule.provision, *rule.also)),
            verified=rule.verified,
            day=due,
            status=open_status if done is None else "done-late" if late else "done",
            where=self._where(step.path),
            effect=limit.effect,
            note=rule.note,
        )

    def _done(self, limit: TimeLimit, step: Placed[Event]) -> StatedDay | None:
        """When what is due was done, as far as the log shows it."""
        steps = self.matter.events(*limit.done_by) if limit.done_by else []
        if limit.direction == "before":
            return next((day for each in steps if (day := day_of(each))), None)
        done = answer_to(step, steps)
        return day_of(done) or exactly(self.matter.as_of) if done else None

    def of_expiry(self) -> Iterator[Deadline]:
        """The day on which the listing lapses, as the act states it, where the law of the regime has an expiry."""
        review = self.matter.dossier.review
        expires = stated_day(review.expires) if review else None
        if expires is None or expires.earliest != expires.latest or not self.matter.is_adopted:
            return
        cell = self._expiry_on(self.matter.law_day)
        if cell is None or self._expiry_on(min(expires.latest, self.matter.as_of)) is None:
            return
        act_day = self.matter.act_day
        is_over = any(is_after(step, act_day) for step in self.matter.events("renewed", *_ENDS))
        status: Status = "overdue" if expires.latest < self.matter.as_of else "due"
        yield Deadline(
            regime=self.matter.regime.id,
            rule=EXPIRY,
            what="The listing lapses unless it is renewed",
            provisions=cell.provisions,
            verified=cell.verified,
            day=expires.latest,
            status="done" if is_over else status,
            where=self._where(("review", "expires")),
            note=cell.note,
        )

    def _expiry_on(self, day: date) -> Cell | None:
        """Where the regime has listings expire on a day; None where it does not, as where an expiry was repealed."""
        cell = cells(self.matter.regime, [EXPIRY], day)[EXPIRY]
        return cell if cell is not None and cell.value.answer in {"yes", "partial"} else None

    def _was_law(self, fact: Fact, due: date) -> bool:
        """Whether the fact was still the law when its time ran out, or is on the day of the report before that."""
        return covers(span_of(fact, self.matter.regime), min(due, self.matter.as_of))

    def _where(self, path: Path_) -> Where:
        hidden = is_protected(self.document.value, ("target", "names"))
        target = PROTECTED if hidden else self.matter.dossier.target.names[0].name
        return Where(
            shown(self.document.name, self.document), self.document.place(path, key=True), path, target
        )


def _status(result: Result, due: date, as_of: date) -> Status:
    if result.is_late:
        return "done-late"
    if result.outcome in GAPS:
        return "overdue" if due < as_of else "due"
    return "due" if result.outcome == "pending" else "done"


def _due(limit: TimeLimit, start: StatedDay | None) -> date | None:
    """The last day of a time limit whose start is known to the day; None for one without a number."""
    if limit.number is None or limit.unit is None or start is None or start.earliest != start.latest:
        return None
    period = Period(limit.number, limit.unit)
    return before(start.latest, period) if limit.direction == "before" else after(start.latest, period)


def of_calendar(regime: Regime, as_of: date) -> Iterator[Deadline]:
    """The days that the law fixes for the regime as a whole, from the day of the report on; the next of a yearly one."""
    for fixed in regime.calendar:
        day = _next(fixed, as_of)
        if day is not None and is_in_force(fixed, regime, as_of):
            yield Deadline(
                regime=regime.id,
                rule=fixed.id,
                what=fixed.what,
                provisions=tuple(citation(each, regime) for each in (fixed.provision, *fixed.also)),
                verified=fixed.verified,
                day=day,
                status="due",
                effect=fixed.effect,
                note=fixed.note,
                is_earliest=fixed.is_earliest,
                yearly=fixed.yearly is not None,
            )


def _next(fixed: CalendarDay, as_of: date) -> date | None:
    if fixed.on is not None:
        day = date.fromisoformat(fixed.on)
        return day if day >= as_of else None
    month, number = (int(part) for part in (fixed.yearly or "").split("-"))
    day = as_of.replace(month=month, day=number)
    return day if day >= as_of else day.replace(year=as_of.year + 1)
