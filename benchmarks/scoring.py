"""Findings on decided cases, held against the grounds on which a court decided each of them.

What is scored, and how, is said in docs/backtest.md. The only way from a standard to a ground is the table
`fixtures/cases/grounds.yaml`; nothing here knows a case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from case_file import CaseError, dossier_value, value_of

from sanctcheck.assess import regimes_of
from sanctcheck.days import stated_day
from sanctcheck.dossier.model import Dossier
from sanctcheck.errors import SanctcheckError
from sanctcheck.reading.document import Document
from sanctcheck.reading.shape import shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from sanctcheck.assess import Assessor

    Grounds = Mapping[str, Sequence[str]]
    """From each standard to the grounds for want of it."""
    Change = Callable[[Any], Any]
    """What is done to the value of a dossier before it is assessed."""


@dataclass(frozen=True)
class Case:
    """What a court decided: the grounds on which an act fell, or those that were argued and failed."""

    id: str
    name: str
    jurisdiction: str
    is_defective: bool
    decisive: frozenset[str]
    secondary: frozenset[str]
    rejected: frozenset[str]
    family: str


@dataclass(frozen=True)
class Found:
    """One gap: the regime and criterion, its standard, what it weighs, and the sentence about it."""

    criterion: str
    standard: str
    is_error: bool
    message: str


@dataclass(frozen=True)
class Scored:
    """A case with what was found in its dossier; `failure` says why it could not be assessed."""

    case: Case
    found: tuple[Found, ...]
    grounds_of: Grounds = field(repr=False)
    failure: str | None = None

    def grounds(self, *, errors_only: bool = False) -> frozenset[str]:
        """The grounds to which the findings map."""
        counted = [each for each in self.found if each.is_error or not errors_only]
        return frozenset(ground for each in counted for ground in self.grounds_of[each.standard])

    def hit(self, *, errors_only: bool = False) -> frozenset[str]:
        """The decisive grounds that were found."""
        return self.case.decisive & self.grounds(errors_only=errors_only)

    @property
    def false_alarms(self) -> frozenset[str]:
        """The grounds that failed in court and that an error names."""
        return self.case.rejected & self.grounds(errors_only=True)

    @property
    def unexplained(self) -> list[Found]:
        """Errors that map to no ground that failed in court."""
        return [
            each
            for each in self.found
            if each.is_error and not self.case.rejected & set(self.grounds_of[each.standard])
        ]


def cases_in(file: Path) -> dict[str, Case]:
    """The decided cases of a file, by their ids.

    Raises:
        CaseError: the file cannot be read, or lacks what scoring needs.
    """
    try:
        return {entry["id"]: _case(entry) for entry in value_of(file)["cases"]}
    except (KeyError, TypeError) as error:
        raise CaseError(f"{file.name}: each of `cases` needs {error}") from error


def _case(entry: Mapping[str, Any]) -> Case:
    by_role = {role: frozenset(_codes(entry["grounds"], role)) for role in ("decisive", "secondary")}
    return Case(
        id=entry["id"],
        name=entry["name"],
        jurisdiction=entry["jurisdiction"],
        is_defective=entry["outcome_class"] == "defective",
        decisive=by_role["decisive"],
        secondary=by_role["secondary"],
        rejected=frozenset(entry.get("grounds_rejected", [])),
        family=entry["litigation_family"],
    )


def _codes(grounds: Iterable[Mapping[str, str]], role: str) -> Iterable[str]:
    return (each["code"] for each in grounds if each.get("role") == role)


@dataclass(frozen=True)
class Scorer:
    """Assesses the dossiers of a folder; the file name of each is the id of its case."""

    assessor: Assessor
    grounds_of: Grounds
    folder: Path
    neutral: Path
    change: Change = lambda value: value

    def score(self, case: Case) -> Scored:
        """What is found in the dossier of a case, on the day of its act."""
        try:
            return Scored(case, tuple(self._found(case)), self.grounds_of)
        except (CaseError, SanctcheckError) as error:
            return Scored(case, (), self.grounds_of, failure=str(error))

    def dossier(self, case_id: str) -> Dossier:
        """The dossier of a case.

        Raises:
            CaseError: there is none, or it does not fit the form of a dossier.
        """
        files = [self.folder / f"{case_id}{ending}" for ending in (".yaml", ".yml", ".json")]
        file = next((each for each in files if each.is_file()), None)
        if file is None:
            raise CaseError(f"{case_id}: no dossier of this name")
        beside = file.parent / self.neutral.name
        value = dossier_value(file, beside if beside.is_file() else self.neutral)
        document = Document(file.name, value=self.change(value))
        dossier = shape(document, Dossier)
        if dossier is None:
            raise CaseError(f"{file.name}: {'; '.join(flaw.message for flaw in document.flaws[:3])}")
        return dossier

    def _found(self, case: Case) -> Iterable[Found]:
        dossier = self.dossier(case.id)
        day = stated_day(dossier.act.day) if dossier.act else None
        if day is None:
            raise CaseError(f"{case.id}: the dossier does not state the day of the act")
        for under in self.assessor.assess(dossier, list(regimes_of(dossier)), day.latest):
            if under.internal_errors:
                raise CaseError(f"{case.id}: {under.internal_errors[0]}")
            for each in under.assessments:
                name = f"{under.regime.id}:{each.criterion.id}"
                for gap in each.gaps:
                    yield Found(name, each.criterion.standard, each.severity == "error", gap.message)


@dataclass(frozen=True)
class Tally:
    """How the findings on some cases agree with what courts decided."""

    defective: int
    hit: int
    hit_by_error: int
    decisive: int
    decisive_found: int
    secondary: int
    secondary_found: int
    upheld: int
    with_false_alarm: int
    unexplained: int
    warnings_on_upheld: int

    @property
    def unexplained_per_case(self) -> float:
        """Unexplained errors per act that stood."""
        return self.unexplained / self.upheld if self.upheld else 0.0


def tally(scored: Sequence[Scored]) -> Tally:
    """The tally of some cases."""
    fell = [each for each in scored if each.case.is_defective]
    stood = [each for each in scored if not each.case.is_defective]
    return Tally(
        defective=len(fell),
        hit=sum(bool(each.hit()) for each in fell),
        hit_by_error=sum(bool(each.hit(errors_only=True)) for each in fell),
        decisive=sum(len(each.case.decisive) for each in fell),
        decisive_found=sum(len(each.hit()) for each in fell),
        secondary=sum(len(each.case.secondary) for each in fell),
        secondary_found=sum(len(each.case.secondary & each.grounds()) for each in fell),
        upheld=len(stood),
        with_false_alarm=sum(bool(each.false_alarms) for each in stood),
        unexplained=sum(len(each.unexplained) for each in stood),
        warnings_on_upheld=sum(not finding.is_error for each in stood for finding in each.found),
    )


@dataclass(frozen=True)
class Pair:
    """Two acts of one family, of which one stood and one fell."""

    upheld: Scored
    defective: Scored

    @property
    def told_apart_by(self) -> frozenset[str]:
        """The decisive grounds of the one that fell which are found in it, and not in the one that stood."""
        return self.defective.hit() - self.upheld.grounds()


def matched_pairs(scored: Sequence[Scored]) -> list[Pair]:
    """Every pair of acts of one family of which one stood and one fell."""
    stood = [each for each in scored if not each.case.is_defective]
    fell = [each for each in scored if each.case.is_defective]
    return [Pair(up, down) for up in stood for down in fell if up.case.family == down.case.family]
