"""Rows of an OpenDocument spreadsheet."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.limits import MAX_CELLS, MAX_ROWS
from sanctcheck.lists.xml import streamed
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.source import RawFile

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ROW, _SHEET = f"{_TABLE}table-row", f"{_TABLE}table"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_REPEATED, _ROW_REPEATED = f"{_TABLE}number-columns-repeated", f"{_TABLE}number-rows-repeated"
_PARAGRAPH, _BREAK, _SPACES = f"{_TEXT}p", f"{_TEXT}line-break", f"{_TEXT}s"


def ods_rows(file: RawFile) -> Iterator[list[str]]:
    """The rows of the first sheet, as text; empty ones at its end are left out.

    Raises:
        ListError: it is damaged, or asks for a larger sheet than a list can need.
    """
    with zipfile.ZipFile(file.path) as container, container.open("content.xml") as content:
        empty = 0
        given = cells = 0
        for element in streamed(content, file.name, (_ROW, _SHEET)):
            if element.tag == _SHEET:
                return
            if element.tag != _ROW:
                continue
            row, times = _row(element, file.name), _number(element, _ROW_REPEATED)
            if not row:
                empty += times
                continue
            given, cells = given + empty + times, cells + len(row) * times
            if given > MAX_ROWS or cells > MAX_CELLS:
                raise ListError(_too_large(file.name))
            yield from ([] for _ in range(empty))
            yield from (list(row) for _ in range(times))
            empty = 0


def _too_large(name: str) -> str:
    return f"{quoted(name)} asks for a larger sheet than any list has."


def _row(element: Element, name: str) -> list[str]:
    """The cells up to the last one that holds something."""
    row: list[str] = []
    waiting = 0
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        text, times = _text(cell), _number(cell, _REPEATED)
        if not text:
            waiting += times
            continue
        if len(row) + waiting + times > MAX_CELLS:
            raise ListError(_too_large(name))
        row += [""] * waiting + [text] * times
        waiting = 0
    return row


def _number(element: Element, attribute: str) -> int:
    stated = element.get(attribute, "1")
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 8 else 1


def _text(cell: Element) -> str:
    return "\n".join(_paragraph(paragraph) for paragraph in cell if paragraph.tag == _PARAGRAPH)


def _paragraph(paragraph: Element) -> str:
    for inner in paragraph.iter():
        if inner.tag == _BREAK:
            inner.text = "\n"
        elif inner.tag == _SPACES:
            inner.text = " "
    return "".join(paragraph.itertext())
