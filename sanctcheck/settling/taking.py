"""Taking a baseline: what a run finds is put down, and counts as known from then on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sanctcheck.record import Settled
from sanctcheck.settling.baseline import can_stand, entries_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sanctcheck.record import FileRecord, Finding
    from sanctcheck.settling.baseline import Entry


@dataclass(slots=True)
class Taking:
    """Puts down what is lacking, file by file.

    Attributes:
        name: of the baseline.
        file_of: how a file is named in it, from its name in reports.
    """

    name: str
    file_of: Callable[[str], str]
    entries: list[Entry] = field(default_factory=list)

    def taken(self, records: Iterable[FileRecord | None]) -> Iterator[FileRecord | None]:
        """Each record, with what stands in the new baseline marked."""
        for record in records:
            yield record if record is None or not record.is_assessed else self._take(record)

    def _take(self, record: FileRecord) -> FileRecord:
        self.entries.extend(entries_of(record, self.file_of(record.file)))
        return replace(record, findings=tuple(self._marked(each) for each in record.findings))

    def _marked(self, finding: Finding) -> Finding:
        known = finding.is_open and can_stand(finding)
        return replace(finding, settled=Settled("baseline", where=self.name)) if known else finding
