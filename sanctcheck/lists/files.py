"""Writing that a kill, a power cut or a full disk at any moment leaves either undone or done, never half done."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING
from uuid import uuid4

from sanctcheck.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEMPORARY = ".tmp"
"""What the names of files end in that are still being written."""
_BLOCK = 1024 * 1024


@contextmanager
def written_whole(path: Path, *, replaces: bool = True) -> Iterator[IO[bytes]]:
    """A file to write, which takes the name `path` only once it is complete and on the disk."""
    temporary = path.with_name(f"{path.name}.{uuid4().hex}{TEMPORARY}")
    try:
        with open(temporary, "xb", opener=_private) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if not replaces:
            # Whoever was quicker keeps the name: only one can make it.
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        temporary.replace(path)
        settle(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def written_new(path: Path) -> Iterator[IO[bytes]]:
    """The same for a file that must not be there yet, nor a link: what is there is left as it is.

    Raises:
        FileExistsError: something has the name already.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with written_whole(path, replaces=False) as file:
        yield file


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def settle(folder: Path) -> None:
    """Makes names that were just given or taken in a folder outlive a power cut."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def regular_file(path: Path, largest: int, *, follows: bool = True) -> Iterator[IO[bytes]]:
    """A file from outside, opened to read: no folder, no pipe, no device, and no larger than the bound.

    Unless it `follows`, no link either: a repository could lead out of itself by one.

    Raises:
        StoreError: it is none of these, or cannot be read.
    """
    with ExitStack() as closing:
        try:
            # A pipe would block until somebody writes to it.
            flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
            flags |= 0 if follows else getattr(os, "O_NOFOLLOW", 0)
            file = closing.enter_context(open(path, "rb", opener=lambda name, _: os.open(name, flags)))
            facts = os.fstat(file.fileno())
        except IsADirectoryError:
            raise StoreError(f"{path} is no regular file.") from None
        except OSError as error:
            why = "it is a link" if error.errno == errno.ELOOP and not follows else error.strerror
            raise StoreError(f"{path} cannot be read: {why}.") from error
        if not stat.S_ISREG(facts.st_mode):
            raise StoreError(f"{path} is no regular file.")
        if facts.st_size > largest:
            raise StoreError(f"{path} has {facts.st_size:,} bytes; at most {largest:,} are read.")
        yield file


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """A file's content, a megabyte at a time."""
    while piece := file.read(_BLOCK):
        yield piece
