"""Zip containers of spreadsheets, looked through before anything else reads them.

Every part is inflated once under a bound, so that sizes are those of what comes out and not those that the
directory states. The cells' own addresses are looked at too: a reader may set aside a grid as large as the
furthest of them asks for.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.limits import MAX_CELLS, MAX_RATIO, MAX_ROWS, MAX_SHEET_BYTES, MAX_ZIP_ENTRIES
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from sanctcheck.lists.source import RawFile

_CHUNK = 256 * 1024
_OVERLAP = 64
_FREE_GROWTH = 10 * 1024 * 1024
_ADDRESS = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*)(\d+)""")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def parts_of(file: RawFile) -> list[str]:
    """The names of the parts of a container that is safe to read.

    Raises:
        ListError: it is damaged, or asks for more than a list can need.
    """
    try:
        with zipfile.ZipFile(file.path) as container:
            return _checked(container, file.name)
    except _DAMAGE as error:
        raise ListError(
            f"{quoted(file.name)} is damaged or cut off: it cannot be opened as a spreadsheet. Fetch it again."
        ) from error


def _checked(container: zipfile.ZipFile, name: str) -> list[str]:
    entries = container.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_ZIP_ENTRIES or len(set(names)) != len(names):
        raise ListError(f"{quoted(name)} holds too many parts, or one part twice. No list does.")
    grown = 0
    for entry in entries:
        furthest = _Furthest(name) if entry.filename.startswith("xl/worksheets/") else None
        grown += _size(container, entry, name, furthest)
        if grown > MAX_SHEET_BYTES:
            raise ListError(_bomb(name))
    return names


def _size(container: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, furthest: _Furthest | None) -> int:
    """How large a part is, which is found by inflating it."""
    size = 0
    bound = min(MAX_SHEET_BYTES, _FREE_GROWTH + entry.compress_size * MAX_RATIO)
    tail = b""
    with container.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > bound:
                raise ListError(_bomb(name))
            if furthest is not None:
                furthest.look(tail + chunk)
                tail = chunk[-_OVERLAP:]
    return size


def _bomb(name: str) -> str:
    return f"{quoted(name)} grows to far more than a list when it is unpacked."


class _Furthest:
    """The furthest row and column that the cells of a sheet have asked for."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rows = 0
        self._columns = 0

    def look(self, chunk: bytes) -> None:
        """Takes in a part of a sheet; one address may be seen twice."""
        found = _ADDRESS.findall(chunk)
        for letters in {letters for letters, _ in found}:
            self._columns = max(self._columns, _column(letters))
        self._rows = max(self._rows, max((int(row[:9]) for _, row in found), default=0))
        if self._rows > MAX_ROWS or self._rows * self._columns > MAX_CELLS:
            raise ListError(f"{quoted(self._name)} asks for a larger sheet than any list has.")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + letter - 64
    return number
