"""Counting what a run found: for the summary, and for the exit status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sanctcheck.reading.document import Severity
    from sanctcheck.record import FileRecord, Finding, InternalError

FailOn = Literal["error", "warning", "none"]
SEVERITIES_THAT_FAIL: dict[FailOn, tuple[Severity, ...]] = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "none": (),
}
OK, FOUND, COULD_NOT_RUN, NOTHING_TO_CHECK, NOT_WRITTEN = 0, 1, 2, 3, 5


@dataclass(slots=True)
class Tally:
    """Counts only: no list grows with the number of files."""

    dossiers: int = 0
    unreadable: int = 0
    with_findings: int = 0
    skipped: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    settled: Counter[str] = field(default_factory=Counter)
    """Findings that do not count for the exit status, by how they were settled."""
    excluded: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Files that a configuration takes out, by its reason and where that stands."""
    failing: int = 0
    """Findings that fail because more is asked of their file than of the run."""
    outcomes: dict[str, Counter[str]] = field(default_factory=dict)
    internal_errors: list[InternalError] = field(default_factory=list)
    marks: Counter[str] = field(default_factory=Counter)
    form: str | None = None
    """The first rule of form on which there was a finding."""

    def count(self, record: FileRecord | None) -> None:
        """Adds one file; None stands for one that was passed over, because it is no dossier."""
        if record is None:
            self.skipped += 1
            return
        self.dossiers += not record.is_settings
        self.unreadable += not (record.is_assessed or record.is_settings)
        before = self.severities.total()
        for finding in record.findings:
            self._count(finding)
            if record.fail_on and finding.is_open:
                self.failing += finding.severity in SEVERITIES_THAT_FAIL[record.fail_on]
        self.with_findings += self.severities.total() > before and not record.is_settings
        for under in record.under:
            outcomes = self.outcomes.setdefault(under.id, Counter())
            outcomes.update(criterion.outcome for criterion in under.criteria)
            self.internal_errors.extend(under.internal_errors)

    def _count(self, finding: Finding) -> None:
        if finding.severity is None:
            self.marks["uncertain"] += finding.outcome == "pending" and finding.verified == "uncertain"
            return
        if finding.settled is None:
            self.severities[finding.severity] += 1
        else:
            self.settled[finding.settled.how] += 1
        if finding.regime is None:
            self.form = self.form or finding.rule
        if finding.verified not in {None, "text"}:
            self.marks[str(finding.verified)] += 1

    def exit_status(self, fail_on: FailOn) -> int:
        """0 nothing at or above the threshold, 1 findings, 2 a check failed to do its work, 3 nothing to check."""
        if self.internal_errors:
            return COULD_NOT_RUN
        if self.dossiers == 0:
            return NOTHING_TO_CHECK
        if self.failing:
            return FOUND
        return FOUND if any(self.severities[each] for each in SEVERITIES_THAT_FAIL[fail_on]) else OK
