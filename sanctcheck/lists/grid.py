"""How large a grid a sheet of an XLSX file asks for: its reader sets the whole of it aside before it gives a row.

Cells and rows state where they stand, or follow the one before. A search of the bytes tells the furthest place that is
stated in the way of every usual program, and how many may follow it; where that could be too far, the XML is walked
through.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING
from xml.parsers import expat

from sanctcheck.errors import ListError
from sanctcheck.lists.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 1024 * 1024
"""Bytes without a tag among them. A cell holds 32,767 characters at most."""
_ADDRESS = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*)(\d+)""")
# Any cell and any row, whatever its prefix; and those whose first attribute is a place of the usual form.
_ANY = re.compile(rb"<(?:c|row)[\s/>]")
_PREFIXED = re.compile(rb"<[^\s<>]*:(?:c|row)[\s/>]")
_PLACED = re.compile(rb'<(?:c|row) r="([A-Z]{0,3})(\d{1,7})"')
_STATED = re.compile(r"([A-Za-z]*)(\d*)\Z")
_CHUNK = 256 * 1024


class Grid:
    """What the cells that were looked at have asked for."""

    def __init__(self, name: str) -> None:
        """`name` is the file, as errors call it."""
        self._name = name
        self._rows = self._columns = 0
        self._waiting = b""
        self._unplaced = 0

    @property
    def is_surely_small(self) -> bool:
        """Whether even what does not say where it stands cannot lead beyond the bounds."""
        rows, columns = self._rows + self._unplaced, self._columns + self._unplaced
        return rows <= MAX_ROWS and rows * columns <= MAX_CELLS

    def look(self, chunk: bytes) -> None:
        """Takes in the next piece of a part.

        Raises:
            ListError: it asks for a larger sheet than any list has.
        """
        text = self._waiting + chunk
        cut = max(0, text.rfind(b"<")) if chunk else len(text)
        if len(text) - cut > _LONGEST:
            raise ListError(f"{quoted(self._name)} grows to far more than a list when it is unpacked.")
        text, self._waiting = text[:cut], text[cut:]
        placed = _PLACED.findall(text)
        prefixed = _PREFIXED.findall(text) if b":c" in text or b":row" in text else ()
        unplaced = len(_ANY.findall(text)) + len(prefixed) - len(placed)
        self._unplaced += unplaced
        # An address that is written in another way stands in a tag that was not taken for placed.
        found = [*placed, *_ADDRESS.findall(text)] if unplaced else placed
        columns = max(map(column_number, {letters for letters, _ in found}), default=0)
        self.reach(max(map(row_number, {row for _, row in found}), default=0), columns)

    def reach(self, rows: int, columns: int) -> None:
        """Takes in a row and a column.

        Raises:
            ListError: see `look`.
        """
        self._rows, self._columns = max(self._rows, rows), max(self._columns, columns)
        if self._rows > MAX_ROWS or self._columns > MAX_COLUMNS or self._rows * self._columns > MAX_CELLS:
            raise ListError(_too_large(self._name))


def _too_large(name: str) -> str:
    return f"{quoted(name)} asks for a larger sheet than any list has."


def column_number(letters: bytes) -> int:
    """The number of a column, `AJ`; of no letters it is 0."""
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + letter - 64
    return number


def row_number(digits: bytes) -> int:
    """The number of a row; of a long one, a number that is beyond every bound all the same."""
    return int(digits.lstrip(b"0")[:9] or b"0")


def walk(content: IO[bytes], name: str) -> None:
    """Follows rows and cells from one to the next, as the reader of the sheet does.

    Raises:
        ListError: it asks for a larger sheet than any list has, declares a document type, or is no XML.
    """
    walker = _Walker(name)
    parser = expat.ParserCreate()
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.StartDoctypeDeclHandler = walker.document_type
    try:
        for chunk in _chunks(content):
            parser.Parse(chunk, not chunk)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise ListError(f"{quoted(name)} is damaged: a sheet in it is no well-formed XML.") from error


def _chunks(content: IO[bytes]) -> Iterable[bytes]:
    while chunk := content.read(_CHUNK):
        yield chunk
    yield b""


class _Walker:
    def __init__(self, name: str) -> None:
        self._name = name
        self._grid = Grid(name)
        self._row = self._column = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind not in {"row", "c"}:
            return
        stated = _STATED.match(attributes.get("r", ""))
        letters, digits = stated.groups() if stated is not None else ("", "")
        if digits:
            self._row = row_number(digits.encode()) - 1
        if kind == "c":
            self._column = column_number(letters.encode()) if letters else self._column + 1
            self._grid.reach(self._row + 1, self._column)

    def end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "row":
            self._row += 1
            self._column = 0

    def document_type(self, *_declared: object) -> None:
        raise ListError(f"{quoted(self._name)} declares a document type. No list does, and it is not read.")
