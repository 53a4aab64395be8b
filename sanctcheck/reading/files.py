"""Opening what the user named, and nothing else. Files of a dossier repository are hostile until proven otherwise."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

from sanctcheck.reading import limits
from sanctcheck.reading.document import START, Document, Flaw, Place
from sanctcheck.reading.json_reader import json_places, read_json

if TYPE_CHECKING:
    from pathlib import Path

_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BOM = b"\xef\xbb\xbf"


def read_document(path: Path, name: str, *, max_bytes: int = limits.MAX_BYTES) -> Document:
    """One file, read whole. Whatever is wrong with it is among the document's flaws."""
    try:
        content = read_regular_file(path, max_bytes)
    except (OSError, ValueError) as error:
        return Document(name, flaws=[Flaw("not-readable", _why_not(error), START)])
    return parse(content, name, max_bytes=max_bytes, folder=path.parent)


def read_standard_input(*, max_bytes: int = limits.MAX_BYTES) -> Document:
    """The dossier that comes in on standard input."""
    return parse(sys.stdin.buffer.read(max_bytes + 1), "<stdin>", max_bytes=max_bytes)


def read_regular_file(path: Path | str, max_bytes: int, *, within: int | None = None) -> bytes:
    """The bytes of a regular file, at most one more than `max_bytes`; a link, a pipe or a device is refused.

    Raises:
        OSError: it cannot be opened, or is not a regular file.
        ValueError: the name cannot be a file's.
    """
    descriptor = os.open(path, _OPEN_FLAGS, dir_fd=within)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        return file.read(max_bytes + 1)


def _why_not(error: Exception) -> str:
    number = getattr(error, "errno", None)
    if number == errno.ELOOP:
        return "This is a symbolic link, which is not followed: name the file itself."
    if number == errno.ENOENT:
        return "There is no such file."
    if number in {errno.EACCES, errno.EPERM}:
        return "No permission to read this file."
    if number == errno.EISDIR:
        return "This is a folder."
    return f"This file cannot be read: {getattr(error, 'strerror', None) or 'its name is not a file name'}."


def parse(content: bytes, name: str, *, max_bytes: int = limits.MAX_BYTES, folder: Path | None = None) -> Document:
    """The document that some bytes hold: JSON where they begin like JSON or are named so, YAML otherwise."""
    if len(content) > max_bytes:
        message = f"Larger than {max_bytes:,} bytes. Keep long texts in exhibits, or raise --max-bytes."
        return Document(name, flaws=[Flaw("too-large", message, START)])
    text, flaws = _decode(content)
    document = Document(name, text=text or "", folder=folder, flaws=flaws)
    if text is None:
        return document
    if name.endswith(".json") or (name == "<stdin>" and text.lstrip()[:1] == "{"):
        document.value, found = read_json(text)
        if document.value is not None:
            document.find_places = lambda: json_places(text)
    else:
        from sanctcheck.reading.yaml_reader import read_yaml  # noqa: PLC0415 - libyaml is loaded for YAML only

        document.value, tree, found = read_yaml(text)
        document.find_places = lambda: tree
    document.flaws.extend(found)
    return document


def _decode(content: bytes) -> tuple[str | None, list[Flaw]]:
    flaws = []
    if content.startswith(_OTHER_ENCODINGS):
        return None, [Flaw("not-utf-8", "This file is UTF-16 or UTF-32: save it as UTF-8.", START)]
    if content.startswith(_BOM):
        content = content[len(_BOM) :]
        message = "The file begins with a byte order mark: save it as UTF-8 without one."
        flaws.append(Flaw("byte-order-mark", message, START, severity="warning"))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place_of_byte(content, error.start)
        return None, [*flaws, Flaw("not-utf-8", "Here the file is not UTF-8: save it as UTF-8.", place)]
    flaw = _forbidden_character(text)
    if flaw is not None:
        return None, [*flaws, flaw]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, flaws


_ALLOWED_CONTROLS = "\t\n\r\x85"


def _forbidden_character(text: str) -> Flaw | None:
    """The first control character: YAML allows none, and JSON none but escaped."""
    if text.isprintable():
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isprintable():
            continue
        for column, character in enumerate(line, start=1):
            if _is_forbidden(character):
                message = f"A control character, U+{ord(character):04X}, stands here: delete it."
                return Flaw("control-character", message, Place(number, column, number, column + 1))
    return None


def _is_forbidden(character: str) -> bool:
    if character in _ALLOWED_CONTROLS:
        return False
    return character < " " or "\x7f" <= character <= "\x9f" or character in "\ufeff\ufffe\uffff"


def _place_of_byte(content: bytes, offset: int) -> Place:
    line = content.count(b"\n", 0, offset) + 1
    column = len(content[content.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8", "replace")) + 1
    return Place(line, column, line, column + 1)
