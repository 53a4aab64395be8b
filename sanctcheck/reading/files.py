"""Opening what the user named, and nothing else. Files of a dossier repository are hostile until proven otherwise."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sanctcheck.reading import limits
from sanctcheck.reading.document import START, Document, Flaw, place_at
from sanctcheck.reading.json_reader import json_places, read_json

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.reading.json_places import JsonPlaces

_OPEN_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
)
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BOM = b"\xef\xbb\xbf"
_PIECE = 64 * 1024
_SMALL = 512 * 1024
"""Characters of a text in which single places are looked for: the way to each leads over what stands before it."""


def read_document(path: Path, name: str, *, max_bytes: int = limits.MAX_BYTES) -> Document:
    """One file, read whole. Whatever is wrong with it is among the document's flaws."""
    try:
        content = read_regular_file(path, max_bytes)
    except (OSError, ValueError) as error:
        return Document(name, flaws=[Flaw("not-readable", why_not(error), START)])
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


def why_not(error: Exception) -> str:
    """Why a file could not be opened, in a sentence."""
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


def parse(
    content: bytes, name: str, *, max_bytes: int = limits.MAX_BYTES, folder: Path | None = None
) -> Document:
    """The document that some bytes hold: JSON where they begin like JSON or are named so, YAML otherwise."""
    if len(content) > max_bytes:  # and so not all of it was read
        message = f"Larger than {max_bytes:,} bytes. Keep long texts in exhibits, or raise --max-bytes."
        return Document(name, flaws=[Flaw("too-large", message, START)])
    text, flaws = decoded(content)
    digest = sha256(content).hexdigest()
    document = Document(name, text=text or "", folder=folder, flaws=flaws, sha256=digest)
    if text is None:
        return document
    if name.endswith(".json") or (name == "<stdin>" and text.lstrip()[:1] == "{"):
        document.value, found = read_json(text)
        if document.value is not None:
            document.is_plain = "null" not in text
            document.find_places = lambda: json_places(text)
            if len(text) <= _SMALL:
                _find_singly(document, text)
    else:
        document.value, found = _read_yaml(document, text)
    document.flaws.extend(found)
    return document


def _find_singly(document: Document, text: str) -> None:
    """Single places in a JSON text are looked for by what is made ready when the first is asked for."""

    @cache
    def places() -> JsonPlaces:
        from sanctcheck.reading.json_places import JsonPlaces  # noqa: PLC0415 - many files report nothing

        return JsonPlaces(text)

    document.find_place = lambda path, key: places().place(path, key=key)
    document.find_lines = lambda path: places().lines(path)


def _read_yaml(document: Document, text: str) -> tuple[Any, list[Flaw]]:
    from sanctcheck.reading.yaml_reader import read_yaml  # noqa: PLC0415 - libyaml is loaded for YAML only

    flaw = _ambiguous_line_break(text)
    if flaw is not None:
        return None, [flaw]
    value, tree, found = read_yaml(text)
    document.find_places = lambda: tree
    return value, found


_SEPARATORS = re.compile("[\u2028\u2029]")


def _ambiguous_line_break(text: str) -> Flaw | None:
    """YAML 1.1 takes U+2028 and U+2029 for line breaks and YAML 1.2 does not: two readers would read two texts."""
    found = None if text.isascii() else _SEPARATORS.search(text)
    if found is None:
        return None
    message = f"A line separator, U+{ord(found.group()):04X}, stands here: begin a new line instead."
    return Flaw("line-separator", message, place_at(text, found.start()))


def decoded(content: bytes) -> tuple[str | None, list[Flaw]]:
    """The text that some bytes hold, with line feeds at the ends of its lines; None where it is not fit to be read."""
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
        before = _with_line_feeds(content[: error.start].decode("utf-8"))
        message = "Here the file is not UTF-8: save it as UTF-8."
        return None, [*flaws, Flaw("not-utf-8", message, place_at(before, len(before)))]
    text = _with_line_feeds(text)
    flaw = _forbidden_character(text)
    return (text, flaws) if flaw is None else (None, [*flaws, flaw])


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def _forbidden_character(text: str) -> Flaw | None:
    """The first control character: YAML allows none, and JSON none but escaped."""
    for start in range(0, len(text), _PIECE):
        # Mostly there is none, which can be told fast; in pieces, so that a large file is not held twice.
        is_plain = text[start : start + _PIECE].replace("\n", "").isprintable()
        found = None if is_plain else _FORBIDDEN.search(text, start, start + _PIECE)
        if found is not None:
            message = f"A control character, U+{ord(found.group()):04X}, stands here: delete it."
            return Flaw("control-character", message, place_at(text, found.start()))
    return None
