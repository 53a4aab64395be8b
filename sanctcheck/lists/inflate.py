"""Opening a raw file, compressed or not, without letting it grow past its bounds."""

from __future__ import annotations

import io
import os
import zlib
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO, cast

from sanctcheck.errors import ListError
from sanctcheck.lists.limits import MAX_BYTES, MAX_RATIO
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import WriteableBuffer

_GZIP = b"\x1f\x8b"
_CHUNK = 64 * 1024
_FREE_GROWTH = 10 * 1024 * 1024


def opened(path: Path, name: str) -> BinaryIO:
    """The content of a file, decompressed as it is read.

    Raises:
        ListError: it cannot be opened, or is larger than a list can be; reading raises it as well.
    """
    try:
        with ExitStack() as closing:
            file = closing.enter_context(path.open("rb"))
            if os.fstat(file.fileno()).st_size > MAX_BYTES:
                raise ListError(_too_large(name))
            start = file.read(len(_GZIP))
            file.seek(0)
            closing.pop_all()  # from here on it is for whoever asked
    except OSError as error:
        raise ListError(f"{quoted(name)} cannot be read: {error.strerror}.") from error
    if start != _GZIP:
        return file
    return cast("BinaryIO", io.BufferedReader(_Inflated(file, name), _CHUNK))


def _too_large(name: str) -> str:
    return f"{quoted(name)} is larger than {MAX_BYTES // (1024 * 1024)} MiB, and no list is."


class _Inflated(io.RawIOBase):
    """What comes out of a gzip file. Sizes are those of what was read, never those that a header states."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._inflating = _gzip_member()
        self._waiting = b""
        self._taken = 0
        self._given = 0

    def readable(self) -> bool:
        """It is only read."""
        return True

    def close(self) -> None:
        """Closes the compressed file too."""
        self._file.close()
        super().close()

    def readinto(self, buffer: WriteableBuffer) -> int:
        """As the base class has it."""
        view = memoryview(buffer).cast("B")
        content = self._next(len(view))
        view[: len(content)] = content
        return len(content)

    def _next(self, size: int) -> bytes:
        while True:
            if not self._waiting and not self._refill():
                return b""
            try:
                content = self._inflating.decompress(self._waiting, size)
            except zlib.error as error:
                raise ListError(
                    f"{quoted(self._name)} is damaged: its compressed data cannot be read."
                ) from error
            self._waiting = self._inflating.unconsumed_tail or self._inflating.unused_data
            self._guard(len(content))
            if content:
                return content

    def _refill(self) -> bool:
        """Reads on; a file may hold several members one after the other."""
        fresh = self._inflating.eof
        self._waiting = self._file.read(_CHUNK)
        self._taken += len(self._waiting)
        if not self._waiting and not fresh:
            raise ListError(
                f"{quoted(self._name)} is cut off: its compressed data has no end. Fetch it again."
            )
        if self._waiting and fresh:
            self._inflating = _gzip_member()
        return bool(self._waiting)

    def _guard(self, grown: int) -> None:
        if self._inflating.eof and self._waiting:
            self._inflating = _gzip_member()
        self._given += grown
        if self._given > MAX_BYTES or self._given > _FREE_GROWTH + self._taken * MAX_RATIO:
            raise ListError(f"{quoted(self._name)} grows to far more than a list when it is decompressed.")


def _gzip_member() -> zlib._Decompress:
    return zlib.decompressobj(wbits=31)
