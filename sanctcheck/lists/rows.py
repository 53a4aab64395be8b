"""Rows of a table, whichever kind of file it is in, and counting its records in another way."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from sanctcheck.lists.archive import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.lists.sheets import Cell
    from sanctcheck.lists.source import RawFile

_ZIP = b"PK\x03\x04"
_SHARED, _SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
_SHEETS = ("content.xml", _SHARED, _SHEET)


def is_sheet(file: RawFile) -> bool:
    """Whether a file is a spreadsheet, by its first bytes."""
    with file.open() as content:
        return content.read(len(_ZIP)) == _ZIP


def any_rows(file: RawFile, *, fallback: str | None = None) -> Iterator[Sequence[Cell]]:
    """The rows of a spreadsheet's first sheet or of a CSV file, the header first.

    Of CSV files `fallback` is the encoding where they are not in UTF-8; of the rows above the header that are
    shorter, none is refused.
    """
    if is_sheet(file):
        from sanctcheck.lists.sheets import rows  # noqa: PLC0415 - loads the spreadsheet reader

        return rows(file)
    from sanctcheck.lists.tables import Dialect, csv_rows  # noqa: PLC0415 - as above

    return iter(csv_rows(file, Dialect(fallback=fallback, title_rows=1)))


def count_distinct(file: RawFile, pattern: bytes) -> int:
    """How many different things the group of a pattern finds in the raw text of a table."""
    expression = re.compile(pattern, re.MULTILINE)
    if not is_sheet(file):
        with file.open() as content:
            return len(set(expression.findall(content.read())))
    parts = parts_of(file)
    with zipfile.ZipFile(file.path) as container:
        texts = [container.read(part) for part in _SHEETS if part in parts]
    return len({found for text in texts for found in expression.findall(text)})


_LAST_FIELD = re.compile(rb",\"?([^,\"\r\n]*)\"?\r?$", re.MULTILINE)
_STRING = re.compile(rb"<si>(.*?)</si>|<si/>", re.DOTALL)
_TAGS = re.compile(rb"<[^>]+>")


def last_fields(file: RawFile) -> list[str]:
    """Whatever follows the last comma of each line of a CSV file."""
    with file.open() as content:
        return [found.decode("latin-1") for found in _LAST_FIELD.findall(content.read())]


def column_cells(file: RawFile, column: str) -> list[str]:
    """What stands in a column (`A`, `AJ`) of the first sheet of an XLSX file, from its raw XML."""
    cell = re.compile(
        rb'<c r="' + column.encode() + rb'\d+"([^>]*)>(?:<is><t[^>]*>([^<]*)</t></is>|<v>([^<]*)</v>)'
    )
    parts = parts_of(file)
    with zipfile.ZipFile(file.path) as container:
        sheet, strings = (container.read(part) if part in parts else b"" for part in (_SHEET, _SHARED))
    shared = [_TAGS.sub(b"", found).decode(errors="replace") for found in _STRING.findall(strings)]
    return [
        _shared(shared, value) if b't="s"' in attributes else (inline or value).decode(errors="replace")
        for attributes, inline, value in cell.findall(sheet)
    ]


def _shared(strings: Sequence[str], number: bytes) -> str:
    """One of the shared texts; empty where there is none of that number, as in a file that is damaged."""
    place = int(number) if number.isdigit() and len(number) < 8 else len(strings)
    return strings[place] if place < len(strings) else ""
