"""Zip containers of spreadsheets, looked through before anything else reads them.

Every part is inflated once under a bound, so that sizes are those of what comes out and not those that the
directory states. Of an XLSX file any part can be a sheet, whatever it is called, so that all are looked through for
the grid that they ask for.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.files import pieces
from sanctcheck.lists.grid import Grid, walk
from sanctcheck.lists.limits import MAX_RATIO, MAX_SHEET_BYTES, MAX_ZIP_ENTRIES
from sanctcheck.lists.locked import is_locked, locked
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from sanctcheck.lists.source import RawFile

_OPEN_DOCUMENT = "content.xml"
_FREE_GROWTH = 10 * 1024 * 1024
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def parts_of(file: RawFile) -> list[str]:
    """The names of the parts of a container that is safe to read.

    Raises:
        ListError: it is damaged, or asks for more than a list can need.
    """
    try:
        with zipfile.ZipFile(file.path) as container:
            if is_locked(container):
                raise ListError(locked(file.name))
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
        grid = Grid(name) if _OPEN_DOCUMENT not in names else None
        grown += _size(container, entry, name, grid)
        if grown > MAX_SHEET_BYTES:
            raise ListError(_bomb(name))
        if grid is not None and not grid.is_surely_small:
            with container.open(entry) as part:
                walk(part, name)
    return names


def _size(container: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, grid: Grid | None) -> int:
    """How large a part is, which is found by inflating it; the grid takes in what comes out."""
    size = 0
    bound = min(MAX_SHEET_BYTES, _FREE_GROWTH + entry.compress_size * MAX_RATIO)
    with container.open(entry) as part:
        for chunk in pieces(part):
            size += len(chunk)
            if size > bound:
                raise ListError(_bomb(name))
            if grid is not None:
                grid.look(chunk)
    if grid is not None:
        grid.look(b"")
    return size


def _bomb(name: str) -> str:
    return f"{quoted(name)} grows to far more than a list when it is unpacked."
