"""One dossier under every regime: where it would stand today, and what each other regime lacks in it.

Under the regimes that the dossier names it is assessed as it is. Under every other it is a proposal, because no act was
adopted there: what is due once an act is adopted is pending. The law is that of the day of the report under each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.assess import Assessor, regimes_of, worst
from sanctcheck.errors import UsageError
from sanctcheck.finding import of_result
from sanctcheck.reading.limits import MAX_CLAIMS
from sanctcheck.terms import GAPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sanctcheck.assess import Assessment, RegimeAssessment
    from sanctcheck.dossier.model import Dossier
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Regime, Standard
    from sanctcheck.reading.document import Document
    from sanctcheck.record import Finding
    from sanctcheck.terms import Outcome
    from sanctcheck.validation import Validated


@dataclass(frozen=True, slots=True)
class Column:
    """One regime. `is_named` tells whether the dossier names it as one of its own."""

    regime: Regime
    is_named: bool
    under: RegimeAssessment


@dataclass(frozen=True, slots=True)
class Cell:
    """What one regime asks on one standard: the worst outcome, and every result behind it."""

    outcome: Outcome
    findings: tuple[Finding, ...]

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """What is lacking."""
        return tuple(finding for finding in self.findings if finding.outcome in GAPS)


@dataclass(frozen=True, slots=True)
class Row:
    """One standard, with the cell of each column; None where the regime asks nothing on it."""

    standard: Standard
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Portability:
    """The dossier under the regimes. `without_listing` names regimes that list nobody by themselves."""

    document: Document
    dossier: Dossier
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    without_listing: tuple[str, ...] = ()


def portability(
    validated: Validated, law: Law, as_of: date, regime_ids: Sequence[str] = ()
) -> Portability | None:
    """The dossier under each regime; None where it could not be read as a dossier.

    Without `regime_ids`: those that it names, and every regime against human-rights abuse or corruption.

    Raises:
        UsageError: there is no such regime.
        LawError: the criteria of a regime cannot be used.
    """
    dossier = validated.dossier
    if dossier is None:
        return None
    named = [name for name in regimes_of(dossier) if name in law.regime_ids]
    chosen = list(dict.fromkeys(regime_ids or [*named, *_against_abuse(law)]))
    listing = [name for name in chosen if law.regime(name).regime.conduct]
    if len(dossier.allegations) * len(listing) > MAX_CLAIMS:
        raise UsageError(
            f"{len(dossier.allegations):,} allegations under {len(listing)} regimes are too many at once."
            " Choose regimes: --regime ID."
        )
    assessor = Assessor(law)
    columns = [_column(assessor, dossier, name, as_of, is_named=name in named) for name in listing]
    rows = _rows(law, columns, validated.document)
    left_out = tuple(name for name in chosen if name not in listing)
    return Portability(validated.document, dossier, tuple(columns), tuple(rows), left_out)


def _against_abuse(law: Law) -> Iterable[str]:
    return (name for name in law.regime_ids if law.regime(name).regime.kind == "regime")


def _column(assessor: Assessor, dossier: Dossier, name: str, as_of: date, *, is_named: bool) -> Column:
    subject = dossier if is_named else _as_proposal(dossier)
    [under] = assessor.assess(subject, [name], as_of, law_of=as_of)
    return Column(under.regime, is_named, under)


def _as_proposal(dossier: Dossier) -> Dossier:
    """The dossier as it stands where no act was adopted."""
    if dossier.act is None:
        return dossier
    act = dossier.act.model_copy(update={"kind": "initial-designation", "status": "proposed", "day": None})
    return dossier.model_copy(update={"act": act})


def _rows(law: Law, columns: Sequence[Column], document: Document) -> Iterable[Row]:
    for standard in law.standards.values():
        cells = tuple(_cell(column, standard.id, document) for column in columns)
        if any(cell is not None for cell in cells):
            yield Row(standard, cells)


def _cell(column: Column, standard: str, document: Document) -> Cell | None:
    assessments = [each for each in column.under.assessments if each.criterion.standard == standard]
    if not assessments:
        return None
    return Cell(worst({each.outcome for each in assessments}), tuple(_findings(assessments, document)))


def _findings(assessments: Iterable[Assessment], document: Document) -> Iterable[Finding]:
    for assessment in assessments:
        for result in assessment.results:
            yield of_result(assessment, result, document)
