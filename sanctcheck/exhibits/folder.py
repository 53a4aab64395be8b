"""The dossier's folder, and the files below it that the dossier names.

A dossier is untrusted: nothing outside its own folder is opened, no link is followed, nothing but ordinary files is
read, and what is read is bounded.
"""

from __future__ import annotations

import os
import stat
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _NO_LINK
_FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _NO_LINK


class Refused(Exception):  # noqa: N818 - carried to the one place that turns it into a flaw
    """A file that is not looked into; with the rule that it breaks."""

    def __init__(self, rule: str, sentence: str) -> None:
        super().__init__(sentence)
        self.rule = rule


_OUTSIDE = ("exhibit-path-outside", "Name a file below the dossier's folder, with “/” between folders.")
_LINK = ("exhibit-path-outside", "The path leads through a symbolic link, which is not followed.")
_MISSING = ("exhibit-file-missing", "No file stands there, seen from the dossier's folder.")
_NO_FILE = ("exhibit-file-missing", "What stands there is not an ordinary file.")
_UNREADABLE = ("exhibit-file-missing", "What stands there cannot be read.")


def can_refuse_links() -> bool:
    """Whether this system can open files without following links."""
    return os.open in os.supports_dir_fd


class Folder:
    """The dossier's folder, held open."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor = -1

    def __enter__(self) -> Self:
        # The user named this folder, so that a link to it is theirs to follow.
        self._descriptor = os.open(self._path or ".", _FOLDER & ~getattr(os, "O_NOFOLLOW", 0))
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    @contextmanager
    def opened(self, written: str) -> Iterator[int]:
        """The ordinary file at a written path, open for reading.

        Raises:
            Refused: the path leads outside, through a link, or to no ordinary file.
        """
        *folders, name = components(written)
        with ExitStack() as opened:
            here = self._descriptor
            for each in folders:
                here = _open(each, _FOLDER, here)
                opened.callback(os.close, here)
            file = _open(name, _FILE, here)
            opened.callback(os.close, file)
            if not stat.S_ISREG(os.fstat(file).st_mode):
                raise Refused(*_NO_FILE)
            yield file

    def content(self, written: str, max_bytes: int) -> bytes:
        """All of a small file.

        Raises:
            Refused: as above, or it is larger than that.
        """
        with self.opened(written) as file, os.fdopen(os.dup(file), "rb") as stream:
            content = stream.read(max_bytes + 1)
        if len(content) > max_bytes:
            raise Refused("exhibit-too-large", f"Larger than {max_bytes:,} bytes.")
        return content

    @contextmanager
    def folder(self, written: str) -> Iterator[int]:
        """The folder at a written path, open.

        Raises:
            Refused: the path leads outside, through a link, or to no folder.
        """
        with ExitStack() as opened:
            here = self._descriptor
            for each in components(written):
                here = _open(each, _FOLDER, here)
                opened.callback(os.close, here)
            yield here


def components(written: str) -> list[str]:
    """The steps of a written path.

    Raises:
        Refused: it could lead outside.
    """
    parts = [part for part in written.split("/") if part != "."]
    if not parts or any(part in {"", ".."} or "\\" in part or "\0" in part for part in parts):
        raise Refused(*_OUTSIDE)
    return parts


def _open(name: str, flags: int, folder: int) -> int:
    try:
        return os.open(name, flags, dir_fd=folder)
    except FileNotFoundError:
        raise Refused(*_MISSING) from None
    except (OSError, ValueError):
        raise Refused(*_why_not(name, folder)) from None


def _why_not(name: str, folder: int) -> tuple[str, str]:
    """A system says in its own way that it met a link, so the name itself is asked."""
    try:
        mode = os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode
    except (OSError, ValueError):
        return _MISSING
    if stat.S_ISLNK(mode):
        return _LINK
    return _UNREADABLE if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else _NO_FILE
