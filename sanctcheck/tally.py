"""Counting what a run found: for the summary, and for the exit status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.assess import InternalError
    from sanctcheck.finding import Finding
    from sanctcheck.validation import Validated

FailOn = Literal["error", "warning", "none"]
OK, FOUND, COULD_NOT_RUN, NOTHING_TO_CHECK = 0, 1, 2, 3


@dataclass(slots=True)
class Tally:
    """Counts only: no list grows with the number of files."""

    dossiers: int = 0
    unreadable: int = 0
    with_findings: int = 0
    skipped: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    internal_errors: list[InternalError] = field(default_factory=list)
    marks: Counter[str] = field(default_factory=Counter)
    form: str | None = None
    """The first rule of form on which there was a finding."""

    def count(self, validated: Validated, found: Iterable[Finding]) -> None:
        """Adds one file."""
        self.dossiers += 1
        self.unreadable += validated.dossier is None
        before = self.severities.total()
        for finding in found:
            if finding.severity is not None:
                self.severities[finding.severity] += 1
                if finding.regime is None:
                    self.form = self.form or finding.rule
                if finding.verified not in {None, "text"}:
                    self.marks[str(finding.verified)] += 1
            elif finding.outcome == "pending" and finding.verified == "uncertain":
                self.marks["uncertain"] += 1
        self.with_findings += self.severities.total() > before
        for under in validated.under:
            outcomes = self.outcomes.setdefault(under.regime.id, Counter())
            outcomes.update(assessment.outcome for assessment in under.assessments)
            self.internal_errors.extend(under.internal_errors)

    def exit_status(self, fail_on: FailOn) -> int:
        """0 nothing at or above the threshold, 1 findings, 2 a check failed to do its work, 3 nothing to check."""
        if self.internal_errors:
            return COULD_NOT_RUN
        if self.dossiers == 0:
            return NOTHING_TO_CHECK
        counted = {"error": ("error",), "warning": ("error", "warning"), "none": ()}[fail_on]
        return FOUND if any(self.severities[severity] for severity in counted) else OK
