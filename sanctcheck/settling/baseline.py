"""A baseline: the findings that an existing repository had on one day. Only what has come since fails.

It holds hashes and the ids of criteria, and no text of a dossier. A finding is known again by its fingerprint, else by
its kind: the same criterion at the same part of the same dossier, whichever number a list item without an id has now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sanctcheck.naming import hashed
from sanctcheck.reading.document import START, Place
from sanctcheck.record import FORM, Finding, Settled
from sanctcheck.settling.accepted import EXPIRED, UNKNOWN, UNUSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sanctcheck.record import FileRecord

MENDED = "mended-gap"
_NEVER = frozenset(
    {EXPIRED, UNUSED, UNKNOWN, MENDED, "unknown-regime", "no-regime", "regime-not-in-force", "more-flaws"}
)
"""What no baseline may hold: what is said of settling itself, and flaws behind which gaps stay unseen."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding of a baseline.

    Attributes:
        gap: REGIME:CRITERION, or the rule of form.
        file: where it was found, below the folder of the baseline; for people, since files can be renamed.
        dossier: a hash of the dossier's id.
        fingerprint: of the finding.
        kind: a hash of the criterion and the part, without the numbers of list items.
    """

    gap: str
    file: str
    dossier: str
    fingerprint: str
    kind: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline as it was read; each entry with its line."""

    file: str
    entries: tuple[Entry, ...]
    places: tuple[Place, ...] = ()


def entries_of(record: FileRecord, file: str) -> Iterator[Entry]:
    """What a baseline that is taken now holds of a file: whatever is lacking that nobody answers for.

    A file that could not be assessed has none: what it lacks is not known, and must not pass unseen.
    """
    if not record.is_assessed:
        return
    for finding in record.findings:
        if can_stand(finding) and not (finding.settled and finding.settled.how == "accepted"):
            yield _entry(record, finding, file)


def can_stand(finding: Finding) -> bool:
    """Whether a baseline may hold a finding."""
    return finding.severity is not None and finding.rule not in _NEVER


def _entry(record: FileRecord, finding: Finding, file: str) -> Entry:
    gap = finding.rule if finding.regime is None else f"{finding.regime}:{finding.rule}"
    steps = ("*" if isinstance(step, int) else step for step in finding.named)
    kind = hashed("\0".join((record.id or "", gap, *steps)))
    return Entry(gap, file, hashed(record.id or ""), finding.fingerprint, kind)


class Comparison:
    """Compares records with a baseline, one after the other, and knows in the end what is left of it."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._left: dict[str, list[int]] = {}
        self._assessed: dict[str, set[str]] = {}
        for index, entry in enumerate(baseline.entries):
            self._left.setdefault(entry.dossier, []).append(index)

    def settle(self, record: FileRecord) -> FileRecord:
        """The record with each finding marked that the baseline holds. No finding is lost, and none is added."""
        if not record.is_assessed:
            return record
        dossier = hashed(record.id or "")
        self._assessed.setdefault(dossier, set()).update(under.id for under in record.under)
        known = self._known(record, self._left.get(dossier, []))
        settled = Settled("baseline", where=self._baseline.file)
        marked = (
            replace(each, settled=settled) if index in known and each.is_open else each
            for index, each in enumerate(record.findings)
        )
        return replace(record, findings=tuple(marked))

    def _known(self, record: FileRecord, left: list[int]) -> set[int]:
        """The findings that the rest of the baseline holds; each entry stands for one finding, and is used up."""
        lacking = {
            index: _entry(record, each, "") for index, each in enumerate(record.findings) if can_stand(each)
        }
        known: set[int] = set()
        names: tuple[Callable[[Entry], str], ...] = (lambda each: each.fingerprint, lambda each: each.kind)
        for name in names:
            by_name: dict[str, list[int]] = {}
            for at in left:
                by_name.setdefault(name(self._baseline.entries[at]), []).append(at)
            for index, entry in lacking.items():
                entries = by_name.get(name(entry)) if index not in known else None
                if entries:
                    left.remove(entries.pop(0))
                    known.add(index)
        return known

    def mended(self, is_gone: Callable[[str], bool]) -> Iterator[Finding]:
        """A finding for each entry of which the run can tell that it is lacking no more, at its line."""
        places = self._baseline.places or (START,) * len(self._baseline.entries)
        for index in sorted(at for left in self._left.values() for at in left):
            entry = self._baseline.entries[index]
            if self._was_looked_for(entry) or is_gone(entry.file):
                yield _mended(entry, places[index])

    def _was_looked_for(self, entry: Entry) -> bool:
        regime, colon, _ = entry.gap.partition(":")
        assessed = self._assessed.get(entry.dossier)
        return assessed is not None and (not colon or regime in assessed)


def _mended(entry: Entry, place: Place) -> Finding:
    message = (
        f"{entry.gap} in {entry.file} is lacking no more: take the entry out, so that it cannot hide a new gap "
        "(--write-baseline writes the whole anew)."
    )
    return Finding(
        rule=MENDED,
        family=FORM,
        title="",
        message=message,
        place=place,
        pointer=(),
        severity="warning",
        fingerprint=hashed(f"{MENDED}\0{entry.fingerprint}\0{entry.kind}"),
    )
