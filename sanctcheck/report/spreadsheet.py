"""Rows of CSV that no spreadsheet computes."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPUTED = tuple("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")
"""A spreadsheet computes a cell that begins so; the last four are the full-width forms of the first."""


def row(cells: Iterable[str], *, raw: bool) -> str:
    """One row, every cell in quotation marks; `raw` leaves also those that a spreadsheet may compute."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(cells if raw else (inert(cell) for cell in cells))
    return text.getvalue()


def inert(cell: str) -> str:
    """A cell that no spreadsheet computes, also not behind a line end within it: some programs split there."""
    return "\n".join(f"'{line}" if line.startswith(_COMPUTED) else line for line in cell.split("\n"))
