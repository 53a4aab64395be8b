"""Between the records and the reports: each record with what is settled marked, and in the end what was left over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sanctcheck.record import FileRecord
from sanctcheck.settling.accepted import accept, can_be_judged, left_over
from sanctcheck.settling.baseline import Comparison

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from sanctcheck.record import Acceptance, Finding
    from sanctcheck.settling.baseline import Baseline


@dataclass(frozen=True, slots=True)
class SharedAcceptance:
    """An acceptance that stands in no dossier, and the dossiers that it is for.

    Attributes:
        dossiers: their ids; empty for any.
        is_for: whether it is for a file by this name.
    """

    acceptance: Acceptance
    dossiers: frozenset[str] = frozenset()
    is_for: Callable[[str], bool] = lambda _: True

    def holds_for(self, record: FileRecord) -> bool:
        """Whether it is for the dossier of a record."""
        return (not self.dossiers or record.id in self.dossiers) and self.is_for(record.file)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What settles findings in a run.

    Attributes:
        as_of: the day of the assessment; an acceptance that ended before it has expired.
        shared: what is accepted outside the dossiers.
        baseline: what was known before.
        limited: whether the run looks under some regimes only, so that it cannot tell what is about nothing any more.
        is_whole: whether the run looks at every dossier that `shared` can be for.
        is_gone: whether a file that a baseline names is there no more.
    """

    as_of: date
    shared: tuple[SharedAcceptance, ...] = ()
    baseline: Baseline | None = None
    limited: bool = False
    is_whole: bool = False
    is_gone: Callable[[str], bool] = lambda _: False


@dataclass(slots=True)
class Settling:
    """Settles records one after the other."""

    settlement: Settlement
    _comparison: Comparison | None = None
    _matched: set[Acceptance] = field(default_factory=set)
    _judged: set[Acceptance] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Takes up the baseline, which is used up record by record."""
        if self.settlement.baseline is not None:
            self._comparison = Comparison(self.settlement.baseline)

    def settled(self, records: Iterable[FileRecord | None]) -> Iterator[FileRecord | None]:
        """Each record settled; behind them a record for each file of settings of which there is something to say."""
        for record in records:
            yield None if record is None else self.settle(record)
        yield from self._closing()

    def settle(self, record: FileRecord) -> FileRecord:
        """A record with its gaps marked that are accepted or known, and with what is to be said of its acceptances."""
        settlement = self.settlement
        shared = [each.acceptance for each in settlement.shared if each.holds_for(record)]
        accepted = accept(record.findings, (*record.accepted, *shared), settlement.as_of)
        self._matched.update(accepted.matched.intersection(shared))
        self._judged.update(
            each for each in shared if can_be_judged(each, record, limited=settlement.limited)
        )
        own = [each for each in record.accepted if can_be_judged(each, record, limited=settlement.limited)]
        about_own = left_over(own, accepted.matched, settlement.as_of)
        record = replace(record, findings=_with_flaws(accepted.findings, about_own))
        return record if self._comparison is None else self._comparison.settle(record)

    def _closing(self) -> Iterator[FileRecord]:
        by_file: dict[str, list[Finding]] = {}
        for shared in self.settlement.shared:
            acceptance = shared.acceptance
            is_known = acceptance in self._matched
            if is_known or (acceptance in self._judged and (self.settlement.is_whole or shared.dossiers)):
                said = left_over((acceptance,), self._matched, self.settlement.as_of)
                by_file.setdefault(acceptance.file, []).extend(said)
        if self._comparison is not None and self.settlement.baseline is not None:
            mended = self._comparison.mended(self.settlement.is_gone)
            by_file.setdefault(self.settlement.baseline.file, []).extend(mended)
        for file, found in by_file.items():
            if found:
                yield FileRecord(file, findings=tuple(sorted(found, key=_place)), is_settings=True)


def _with_flaws(findings: tuple[Finding, ...], more: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with more flaws of the file among them: flaws first, in the order of their lines."""
    flaws = sorted([*(each for each in findings if each.regime is None), *more], key=_place)
    return (*flaws, *(each for each in findings if each.regime is not None))


def _place(finding: Finding) -> tuple[object, ...]:
    return (finding.place, finding.rule)
