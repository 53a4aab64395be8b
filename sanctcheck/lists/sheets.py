"""Rows of spreadsheets: XLSX through calamine, ODS through the hardened XML reader.

calamine reads no ODS file that is indented, as those of the United Kingdom are.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.archive import parts_of
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.lists.source import RawFile

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""What stands in a cell; an empty string for an empty one."""


def rows(file: RawFile) -> Iterator[Sequence[Cell]]:
    """The rows of the first sheet, the header first.

    Raises:
        ListError: it is no spreadsheet, is damaged, or asks for more than a list can need.
    """
    parts = parts_of(file)
    if "content.xml" in parts:
        from sanctcheck.lists.ods import ods_rows  # noqa: PLC0415 - the other kind of spreadsheet

        return ods_rows(file)
    if "xl/workbook.xml" in parts:
        return _xlsx_rows(file)
    raise ListError(
        f"{quoted(file.name)} is a zip file and no spreadsheet. Unpack it, and give what it holds."
    )


def _xlsx_rows(file: RawFile) -> Iterator[Sequence[Cell]]:
    from python_calamine import (  # noqa: PLC0415 - only spreadsheets need it
        CalamineError,
        CalamineWorkbook,
        XmlError,
        ZipError,
    )

    try:
        workbook = CalamineWorkbook.from_path(file.path)
        return iter(workbook.get_sheet_by_index(0).iter_rows())
    except (CalamineError, XmlError, ZipError, OSError, ValueError) as error:
        raise ListError(f"{quoted(file.name)} is damaged: it cannot be read as a spreadsheet.") from error
