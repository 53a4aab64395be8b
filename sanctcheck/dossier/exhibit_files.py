"""The files of exhibits: whether they are there, and still the ones that were hashed.

A dossier names them, and a dossier is untrusted: nothing outside its own folder is opened, no link is followed, and
nothing of a file but whether its size and hash agree is ever said.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple, Self

from sanctcheck.reading.document import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.dossier.model import Dossier, Exhibit
    from sanctcheck.reading.document import Document, Path_, Severity

MAX_FILE_BYTES = 256 * 1024 * 1024
_BLOCK = 1024 * 1024
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _NO_LINK
_FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _NO_LINK


class _Seen(NamedTuple):
    """What is known of a file: its size, and its hash unless it is too large."""

    size: int
    sha256: str | None


class _Refused(Exception):  # noqa: N818 - carried to the one place that turns it into a flaw
    """A file that is not looked into; with the rule that it breaks."""

    def __init__(self, rule: str, sentence: str) -> None:
        super().__init__(sentence)
        self.rule = rule


_OUTSIDE = ("exhibit-path-outside", "Name a file below the dossier's folder, with “/” between folders.")
_LINK = ("exhibit-path-outside", "The path leads through a symbolic link, which is not followed.")
_MISSING = ("exhibit-file-missing", "No file stands there, seen from the dossier's folder.")
_NO_FILE = ("exhibit-file-missing", "What stands there is not an ordinary file.")
_UNREADABLE = ("exhibit-file-missing", "What stands there cannot be read.")


def exhibit_file_flaws(
    dossier: Dossier, document: Document, *, max_bytes: int = MAX_FILE_BYTES
) -> Iterator[Flaw]:
    """What is wrong with the files that exhibits name; nothing for a dossier from standard input."""
    exhibits = [(index, each) for index, each in enumerate(dossier.exhibits) if each.file is not None]
    if document.folder is None or not exhibits:
        return
    if os.open not in os.supports_dir_fd:
        message = (
            "The files of exhibits were not looked at: this system cannot open them without following links."
        )
        yield _flaw(document, ("exhibits",), "exhibit-files-not-checked", message, "warning")
        return
    with _Folder(os.fspath(document.folder), max_bytes) as folder:
        found = [flaw for index, each in exhibits for flaw in _flaws(folder, each, index, document)]
    yield from found


def _flaws(folder: _Folder, exhibit: Exhibit, index: int, document: Document) -> Iterator[Flaw]:
    path: Path_ = ("exhibits", index)
    try:
        seen = folder.look(exhibit.file or "")
    except _Refused as refused:
        yield _flaw(document, (*path, "file"), refused.rule, str(refused))
        return
    if exhibit.size is not None and exhibit.size != seen.size:
        message = "The file's size is not the one stated: it is not the file that was recorded."
        yield _flaw(document, (*path, "size"), "exhibit-size-mismatch", message)
    if seen.sha256 is None:
        message = f"Larger than {folder.max_bytes:,} bytes: the file's hash was not compared."
        yield _flaw(document, (*path, "file"), "exhibit-too-large", message, "warning")
    elif exhibit.sha256 is None:
        message = "State the file's `sha256`, so that a change of it can be seen."
        yield _flaw(document, (*path, "file"), "exhibit-hash-missing", message, "warning")
    elif exhibit.sha256 != seen.sha256:
        message = "The file's SHA-256 is not the one stated: it was changed, or it is another file."
        yield _flaw(document, (*path, "sha256"), "exhibit-hash-mismatch", message)


def _flaw(document: Document, path: Path_, rule: str, message: str, severity: Severity = "error") -> Flaw:
    return Flaw(rule, message, document.place(path), severity, path)


class _Folder:
    """The dossier's folder, held open; each file below it is looked into once."""

    def __init__(self, path: str, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._path = path
        self._descriptor = -1
        self._seen: dict[tuple[int, int], _Seen] = {}

    def __enter__(self) -> Self:
        # The user named this folder, so that a link to it is theirs to follow.
        self._descriptor = os.open(self._path or ".", _FOLDER & ~getattr(os, "O_NOFOLLOW", 0))
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    def look(self, written: str) -> _Seen:
        """The size and hash of the file at a written path."""
        *folders, name = _components(written)
        with ExitStack() as opened:
            here = self._descriptor
            for each in folders:
                here = _open(each, _FOLDER, here)
                opened.callback(os.close, here)
            file = _open(name, _FILE, here)
            opened.callback(os.close, file)
            return self._look_into(file)

    def _look_into(self, file: int) -> _Seen:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            raise _Refused(*_NO_FILE)
        key = (status.st_dev, status.st_ino)
        if key not in self._seen:
            self._seen[key] = _Seen(status.st_size, _sha256(file, self.max_bytes))
        return self._seen[key]


def _components(written: str) -> list[str]:
    parts = [part for part in written.split("/") if part != "."]
    if not parts or any(part in {"", ".."} or "\\" in part or "\0" in part for part in parts):
        raise _Refused(*_OUTSIDE)
    return parts


def _open(name: str, flags: int, folder: int) -> int:
    try:
        return os.open(name, flags, dir_fd=folder)
    except FileNotFoundError:
        raise _Refused(*_MISSING) from None
    except (OSError, ValueError):
        raise _Refused(*_why_not(name, folder)) from None


def _why_not(name: str, folder: int) -> tuple[str, str]:
    """A system says in its own way that it met a link, so the name itself is asked."""
    try:
        mode = os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode
    except (OSError, ValueError):
        return _MISSING
    if stat.S_ISLNK(mode):
        return _LINK
    return _UNREADABLE if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else _NO_FILE


def _sha256(file: int, max_bytes: int) -> str | None:
    """The hash of a file, in blocks; None where there is more of it than `max_bytes`."""
    digest = hashlib.sha256()
    left = max_bytes
    while block := os.read(file, min(_BLOCK, left + 1)):
        left -= len(block)
        if left < 0:
            return None
        digest.update(block)
    return digest.hexdigest()
