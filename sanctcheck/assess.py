"""A dossier held against the law: each criterion in force on the day, tested.

It reports; it never decides. There is no verdict here, and no score.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.checks.base import Matter, Result, not_applicable, pending
from sanctcheck.checks.registry import bind
from sanctcheck.days import stated_day
from sanctcheck.law.time import citation, is_in_force, severity
from sanctcheck.record import InternalError, LawFile
from sanctcheck.terms import GAPS, Outcome
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from sanctcheck.checks.registry import BoundCriterion
    from sanctcheck.dossier.model import Dossier
    from sanctcheck.law.load import Law
    from sanctcheck.law.loaded import LoadedRegime
    from sanctcheck.law.model import Criterion, Regime
    from sanctcheck.reading.document import Severity
    from sanctcheck.terms import Family, Verified

_WORST_FIRST: tuple[Outcome, ...] = ("not-met", "not-shown", "pending", "met", "not-applicable")


def worst(outcomes: Collection[Outcome]) -> Outcome:
    """The worst of some outcomes, of which there is at least one."""
    return next(outcome for outcome in _WORST_FIRST if outcome in outcomes)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One criterion on one dossier: its outcome, and each result with the parts of the dossier relied on."""

    regime: str
    criterion: Criterion
    family: Family
    provisions: tuple[str, ...]
    results: tuple[Result, ...]

    @property
    def outcome(self) -> Outcome:
        """The outcome as a whole: the worst of the results."""
        return worst({result.outcome for result in self.results})

    @property
    def verified(self) -> Verified:
        """How surely the law behind it is known."""
        return self.criterion.verified

    @property
    def severity(self) -> Severity:
        """What a gap weighs."""
        return severity(self.criterion)

    @property
    def gaps(self) -> list[Result]:
        """The results that are gaps."""
        return [result for result in self.results if result.outcome in GAPS]


@dataclass(frozen=True, slots=True)
class RegimeAssessment:
    """A dossier under one regime: every criterion in force on the day."""

    regime: Regime
    law_day: date
    assessments: tuple[Assessment, ...]
    internal_errors: tuple[InternalError, ...] = ()
    law: tuple[LawFile, ...] = ()

    @property
    def was_in_force(self) -> bool:
        """Whether the regime asked anything at all on the day."""
        return bool(self.assessments or self.internal_errors)


class Assessor:
    """Assesses dossiers against regimes, binding each regime's criteria once for each day of the law."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._bound: dict[tuple[str, date], list[_Asked]] = {}

    def assess(
        self, dossier: Dossier, regime_ids: Sequence[str], as_of: date, *, law_of: date | None = None
    ) -> list[RegimeAssessment]:
        """The dossier under each of the regimes, by the law of its act, or of the day `law_of`.

        Raises:
            UsageError: there is no such regime.
            LawError: its criteria cannot be used.
        """
        day = law_of or law_day(dossier, as_of)
        return [self._under(dossier, self._law.regime(regime_id), as_of, day) for regime_id in regime_ids]

    def _under(self, dossier: Dossier, loaded: LoadedRegime, as_of: date, day: date) -> RegimeAssessment:
        matter = Matter(dossier, loaded.regime, as_of, day)
        assessments: list[Assessment] = []
        errors: list[InternalError] = []
        for asked in self._criteria(loaded, day):
            bound = asked.bound
            try:
                results = _results(bound, matter)
            except Exception as error:  # noqa: BLE001 - a crash in one check must not hide the findings of the others
                errors.append(
                    InternalError(loaded.regime.id, bound.criterion.id, bound.check.name, _where(error))
                )
                continue
            assessments.append(
                Assessment(loaded.regime.id, bound.criterion, asked.family, asked.provisions, results)
            )
        files = (*loaded.files, self._law.standards_file)
        # The folder of the law may be called otherwise elsewhere.
        law = tuple(LawFile(each.name.partition("/")[2] or each.name, each.sha256) for each in files)
        return RegimeAssessment(loaded.regime, day, tuple(assessments), tuple(errors), law)

    def _criteria(self, loaded: LoadedRegime, day: date) -> list[_Asked]:
        key = (loaded.regime.id, day)
        if key not in self._bound:
            regime = loaded.regime
            chosen = [(i, each) for i, each in enumerate(regime.criteria) if is_in_force(each, regime, day)]
            self._bound[key] = [self._asked(bound, regime) for bound in bind(loaded, chosen)]
        return self._bound[key]

    def _asked(self, bound: BoundCriterion, regime: Regime) -> _Asked:
        criterion = bound.criterion
        provisions = tuple(citation(each, regime) for each in (criterion.provision, *criterion.also))
        return _Asked(bound, self._law.standards[criterion.standard].family, provisions)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A criterion that is in force on a day, with what is the same for every dossier."""

    bound: BoundCriterion
    family: Family
    provisions: tuple[str, ...]


def law_day(dossier: Dossier, as_of: date) -> date:
    """The day whose law applies: of the act where it was adopted, else the day of the assessment.

    Where the act states no day, that of the first step `designated` counts; where a day is stated in part only, its
    latest possible day.
    """
    act = dossier.act
    if act is None or act.status != "adopted":
        return as_of
    designated = (event.day for event in dossier.process if event.event == "designated")
    days = (stated_day(day) for day in (act.day, *designated))
    stated = next((day for day in days if day is not None), None)
    return as_of if stated is None else min(stated.latest, as_of)


def _results(bound: BoundCriterion, matter: Matter) -> tuple[Result, ...]:
    reason = _not_asked(bound.criterion, matter)
    if reason is not None:
        return (reason,)
    results = bound.test(matter)
    return results or (not_applicable("Nothing in the dossier to which this applies."),)


def _not_asked(criterion: Criterion, matter: Matter) -> Result | None:
    """Why a criterion is not asked of this dossier, if it is not."""
    applies = criterion.applies
    if applies is None:
        return None
    act = matter.dossier.act
    if applies.acts and act is not None and act.kind not in applies.acts:
        return not_applicable(f"Asked of {listed(applies.acts)} only.")
    if applies.targets and matter.dossier.target.type not in applies.targets:
        return not_applicable(f"Asked of a target that is {listed(applies.targets)} only.")
    procedure = (matter.basis.part.procedure if matter.basis else None) or "standard"
    if applies.procedure is not None and procedure != applies.procedure:
        return not_applicable(f"Asked in the {applies.procedure} procedure only.")
    if applies.connected_with and not _connections(matter.dossier) & set(applies.connected_with):
        return not_applicable(
            f"Asked of a target that is connected with {listed(applies.connected_with)} only."
        )
    if applies.once_adopted and not matter.is_adopted:
        return pending("Due once the act is adopted.", ("act",))
    return None


def _connections(dossier: Dossier) -> set[str]:
    """The countries with which a target is connected, as a national, by residence, or by its seat."""
    target = dossier.target
    return {*target.nationalities, *(each for each in (target.residence, target.incorporated_in) if each)}


def _where(error: Exception) -> str:
    """The kind of an unforeseen error and where it arose: never its text, which may hold protected values."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (
        f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
        if trace
        else "unknown place"
    )
    return f"{type(error).__name__} in {place}"


def regimes_of(dossier: Dossier) -> Iterable[str]:
    """The regimes under which the dossier says that it stands, each once."""
    return dict.fromkeys(basis.regime for basis in dossier.legal_basis)
