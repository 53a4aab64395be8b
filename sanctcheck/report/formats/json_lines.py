"""A JSON object a dossier, each on its line: what the JSON document says of it, for programs that read as it comes.

The form of a line is `schemas/assessment-line.schema.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report import base
from sanctcheck.report.json_report import dossier_line

if TYPE_CHECKING:
    from sanctcheck.record import FileRecord


class Form(base.Form):
    """Lines, and nothing before or behind them."""

    def dossier(self, record: FileRecord) -> str:
        """One line."""
        return dossier_line(record, self.run.as_of) + "\n"
