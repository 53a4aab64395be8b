"""Everything about every dossier, as one JSON document. Its form is `schemas/assessment.schema.json`.

It ends with the hash of its own bytes, so that a change made afterwards is told from one of what it rests on.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from sanctcheck.report import base
from sanctcheck.report.json_report import closing, dossier_report, opening, seal

if TYPE_CHECKING:
    from sanctcheck.record import FileRecord
    from sanctcheck.tally import Tally


class Form(base.Form):
    """The whole document; a line a dossier."""

    _is_first = True

    def __init__(self, run: base.Run) -> None:
        super().__init__(run)
        self._written = sha256()

    def opening(self) -> str:
        """The document up to its first dossier."""
        return self._hashed(opening(self.run.as_of))

    def dossier(self, record: FileRecord) -> str:
        """One dossier."""
        before = "" if self._is_first else ",\n"
        self._is_first = False
        return self._hashed(before + dossier_report(record))

    def closing(self, tally: Tally) -> str:
        """The document from behind its last dossier."""
        text = self._hashed(closing(tally, self.run.basis()))
        return text + seal(self._written.hexdigest())

    def _hashed(self, text: str) -> str:
        self._written.update(text.encode())
        return text
