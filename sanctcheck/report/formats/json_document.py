"""Everything about every dossier, as one JSON document. Its form is `schemas/assessment.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report import base
from sanctcheck.report.json_report import closing, dossier_report, opening

if TYPE_CHECKING:
    from sanctcheck.record import FileRecord
    from sanctcheck.tally import Tally


class Form(base.Form):
    """The whole document; a line a dossier."""

    _is_first = True

    def opening(self) -> str:
        """The document up to its first dossier."""
        return opening(self.run.as_of)

    def dossier(self, record: FileRecord) -> str:
        """One dossier."""
        before = "" if self._is_first else ",\n"
        self._is_first = False
        return before + dossier_report(record)

    def closing(self, tally: Tally) -> str:
        """The document from behind its last dossier."""
        return closing(tally)
