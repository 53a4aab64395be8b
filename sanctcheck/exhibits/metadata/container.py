"""The parts of an office file: a zip container, unpacked under a bound and no further than is asked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

from sanctcheck.exhibits.metadata.trace import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ENTRIES: Final = 2_000
MAX_BYTES: Final = 64 * 1024 * 1024
"""Of all that is unpacked of one file."""
_MAX_DIRECTORY: Final = 1024 * 1024
_MAX_RATIO: Final = 200
_FREE_GROWTH: Final = 1024 * 1024
_CHUNK: Final = 64 * 1024
_END: Final = struct.Struct("<4s4H2LH")
_DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, struct.error,
)  # fmt: skip


class Container:
    """A zip container that was looked through before it was opened."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        self._left = MAX_BYTES
        entries = opened.infolist()
        self.names = [each.filename for each in entries]
        if len(entries) > MAX_ENTRIES or len(set(self.names)) != len(entries):
            raise Unreadable("it holds too many parts, or one of them twice")

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, piece by piece; sizes are those of what comes out, and not what the directory states.

        Raises:
            Unreadable: it is damaged, or grows beyond bounds.
        """
        try:
            entry = self._opened.getinfo(name)
            bound = _FREE_GROWTH + entry.compress_size * _MAX_RATIO
            with self._opened.open(entry) as part:
                while piece := part.read(_CHUNK):
                    bound -= len(piece)
                    self._left -= len(piece)
                    if bound < 0 or self._left < 0:
                        raise Unreadable("it grows to far more than a document when it is unpacked")
                    yield piece
        except (*_DAMAGE, KeyError) as error:
            raise Unreadable("a part of it is damaged") from error

    def whole(self, name: str, max_bytes: int) -> bytes:
        """A part, or its first bytes where there are more than that."""
        content = b""
        for piece in self.chunks(name):
            content += piece
            if len(content) > max_bytes:
                break
        return content[:max_bytes]


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Container]:
    """A container in a file.

    Raises:
        Unreadable: it is none, or asks for more than a document can need.
    """
    try:
        _refuse_a_large_directory(file)
        with zipfile.ZipFile(file) as container:
            yield Container(container)
    except _DAMAGE as error:
        raise Unreadable("it is damaged") from error


def _refuse_a_large_directory(file: IO[bytes]) -> None:
    """The library reads the whole directory at once; millions of entries would fill the memory before they are counted."""
    size = file.seek(0, 2)
    tail_size = min(size, _END.size + 65_535)
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size:
        raise Unreadable("it is damaged")
    *_, number, directory, _, _ = _END.unpack_from(tail, at)
    if number > MAX_ENTRIES or directory > _MAX_DIRECTORY or b"PK\x06\x06" in tail:
        raise Unreadable("it holds too many parts")
    file.seek(0)
