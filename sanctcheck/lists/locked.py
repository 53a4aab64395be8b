"""Spreadsheets that cannot be read as they are: locked by a password, or of a format that nobody publishes any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from sanctcheck.errors import ListError
from sanctcheck.lists.files import pieces
from sanctcheck.text import quoted

if TYPE_CHECKING:
    import zipfile

    from sanctcheck.lists.source import RawFile

_LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Office keeps a workbook that is locked, as the directory of its container names it."""
_LOCKED_ENTRY = 0x1
_OPEN_DOCUMENT_PACKAGE = "encrypted-package"
_OPEN_DOCUMENT_LIST = "META-INF/manifest.xml"
_OPEN_DOCUMENT_MARK = b"encryption-data"
_LIST_BYTES = 256 * 1024


def refuse_compound(file: RawFile) -> NoReturn:
    """Says what a compound file of Microsoft is, and what to do.

    Raises:
        ListError: always; no list is published as one.
    """
    if _holds(file, _LOCKED_PACKAGE):
        raise ListError(locked(file.name))
    raise ListError(
        f"{quoted(file.name)} is of the old format of Excel (.xls) or of Word, which is not read. Save it as XLSX."
    )


def _holds(file: RawFile, word: bytes) -> bool:
    """Whether a word stands in a file, also where it is cut by the end of a piece."""
    before = b""
    with file.open() as content:
        for piece in pieces(content):
            if word in before + piece:
                return True
            before = piece[-len(word) :]
    return False


def is_locked(container: zipfile.ZipFile) -> bool:
    """Whether a zip container, or the document in it, is locked by a password."""
    entries = container.infolist()
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & _LOCKED_ENTRY for entry in entries) or _OPEN_DOCUMENT_PACKAGE in names:
        return True
    if _OPEN_DOCUMENT_LIST not in names:
        return False
    with container.open(_OPEN_DOCUMENT_LIST) as part:
        return _OPEN_DOCUMENT_MARK in part.read(_LIST_BYTES)


def locked(name: str) -> str:
    """What is said of a file that is locked, with the way out."""
    return (
        f"{quoted(name)} is protected by a password, and is not read. Open it with the password, save it without one, and"
        " give that file."
    )
