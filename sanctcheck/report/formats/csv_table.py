"""Findings as a table: a row a finding, for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report import base
from sanctcheck.report.json_text import pointer
from sanctcheck.report.listed import fingerprinted, in_order
from sanctcheck.report.spreadsheet import row
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.record import FileRecord, Finding

_WHERE = ("file", "line", "column", "dossier")
_WHAT = ("severity", "outcome", "regime", "rule", "standard", "family", "title", "message")
_LAW = ("provisions", "verified", "remedy", "due", "pointer", "fingerprint")
_SETTLED = ("settled", "settled_by", "settled_until", "settled_reason", "settled_where")
COLUMNS = (*_WHERE, *_WHAT, *_LAW, *_SETTLED)


class Form(base.Form):
    """Gaps and flaws, and the results that `--show` asks for."""

    def opening(self) -> str:
        """The names of the columns."""
        return row(COLUMNS, raw=True)

    def dossier(self, record: FileRecord) -> str:
        """The rows of one dossier, by line."""
        rows = (_cells(record, finding, mark) for finding, mark in self._chosen(record))
        return "".join(row(map(visible, cells), raw=self.run.csv_raw) for cells in rows)

    def _chosen(self, record: FileRecord) -> list[tuple[Finding, str]]:
        marks = {id(finding): mark for finding, mark in fingerprinted(record)}
        show = self.run.view.show
        chosen = (each for each in record.findings if each.severity is not None or each.outcome in show)
        return [(each, marks.get(id(each), "")) for each in in_order(chosen)]


def _cells(record: FileRecord, finding: Finding, fingerprint: str) -> Iterator[str]:
    place, settled = finding.place, finding.settled
    yield from (record.file, str(place.line), str(place.column), record.id or "")
    yield from (finding.severity or "", finding.outcome or "", finding.regime or "", finding.rule)
    yield from (finding.standard or "", finding.family, finding.title, finding.message)
    yield from ("; ".join(finding.provisions), finding.verified or "", finding.remedy or "")
    yield from (str(finding.due or ""), pointer(finding.pointer), fingerprint)
    if settled is None:
        yield from ("",) * len(_SETTLED)
    else:
        yield from (settled.how, settled.by or "", str(settled.until or ""))
        yield from (settled.reason or "", settled.where or "")
