"""One file of named arrays: written once, hashed, and mapped into memory by every process that reads it.

    magic (16 bytes) | length of the table (8) | table (JSON) | arrays, each on a boundary of 64 bytes | SHA-256 (32)

The hash is that of everything before it. A file that was cut, changed, or written in another layout is not read.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import stat
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec
import numpy as np

from sanctcheck.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[Any]

_MAGIC = b"sanctcheck-nix/1"
_HEAD = len(_MAGIC) + 8
_BOUNDARY = 64
_HASH = 32
_LARGEST = 8 * 1024**3
Kind = Literal["|u1", "<u2", "<u4", "<u8", "<f4"]


class _Place(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    name: str
    kind: Kind
    start: int
    length: int
    """In elements."""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    places: tuple[_Place, ...]


class DamagedError(StoreError):
    """A file of arrays is not what was written, or not what is looked for."""


def write(file: IO[bytes], key: str, arrays: Mapping[str, Array]) -> None:
    """Writes arrays under their names; the key says what they were made of."""
    places, start = [], 0
    for name, array in arrays.items():
        places.append(_Place(name, _kind(array), start, array.size))
        start += _padded(array.nbytes)
    table = msgspec.json.encode(_Table(key, tuple(places)))
    digest = hashlib.sha256()

    def put(piece: bytes | memoryview) -> None:
        digest.update(piece)
        file.write(piece)

    put(_MAGIC + len(table).to_bytes(8, "little") + table)
    put(bytes(_padded(_HEAD + len(table)) - _HEAD - len(table)))
    for array in arrays.values():
        put(np.ascontiguousarray(array).tobytes())
        put(bytes(_padded(array.nbytes) - array.nbytes))
    file.write(digest.digest())


def _kind(array: Array) -> Kind:
    kind: Kind = msgspec.convert(array.dtype.str, Kind)
    return kind


def _padded(length: int) -> int:
    return -(-length // _BOUNDARY) * _BOUNDARY


def read(path: Path, key: str) -> dict[str, Array]:
    """The arrays of a file, mapped and not copied; nobody can write to them.

    Raises:
        DamagedError: it is damaged, or its key is another one.
        FileNotFoundError: there is none.
    """
    with _opened(path) as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return arrays_in(content, key, str(path))


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise DamagedError(f"{path} cannot be read: {error.strerror}.") from error
    facts = os.fstat(descriptor)
    if not stat.S_ISREG(facts.st_mode) or not _HEAD + _HASH < facts.st_size <= _LARGEST:
        os.close(descriptor)
        raise DamagedError(f"{path} is no index.")
    with os.fdopen(descriptor, "rb") as file:
        yield file


def arrays_in(content: mmap.mmap | bytes, key: str, name: str) -> dict[str, Array]:
    """The arrays that stand in what `write` wrote; the name is for the message.

    Raises:
        DamagedError: it is damaged, or its key is another one.
    """
    whole = memoryview(content)
    if hashlib.sha256(whole[:-_HASH]).digest() != whole[-_HASH:] or whole[: len(_MAGIC)] != _MAGIC:
        raise DamagedError(f"{name} is damaged, or was written by another version.")
    end = _HEAD + int.from_bytes(whole[len(_MAGIC) : _HEAD], "little")
    table = msgspec.json.decode(whole[_HEAD:end], type=_Table)
    if table.key != key:
        raise DamagedError(f"{name} was made of other lists, or by another version.")
    first = _padded(end)
    return {
        place.name: np.frombuffer(content, np.dtype(place.kind), place.length, first + place.start)
        for place in table.places
    }
