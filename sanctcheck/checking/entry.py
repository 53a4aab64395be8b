"""What is kept of one checked file. Reading it needs neither the law nor a model, so that a kept result is quickly had."""

from __future__ import annotations

import zlib

import msgspec

from sanctcheck.record import FileRecord  # noqa: TC001 - msgspec reads these annotations at run time

Sight = tuple[str, tuple[tuple[int, ...], ...]]
"""A path as the dossier writes it, and what stands at each step of it: kind, device, number, and of a file size and times."""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """The record of a file, None where it is no dossier, and the files beside it that were looked at.

    Where it is asked for, also the portrait of the dossier, as `portrait.coding` writes it: most runs need none.
    """

    record: FileRecord | None
    beside: tuple[Sight, ...] = ()
    portrait: bytes = b""


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Entry)


def encoded(entry: Entry) -> bytes:
    """An entry as bytes, a quarter of its size."""
    return zlib.compress(_encoder.encode(entry), 1)


def decoded(content: bytes) -> Entry:
    """The entry that some bytes hold.

    Raises:
        ValueError: they hold none.
    """
    try:
        return _decoder.decode(zlib.decompress(content))
    except (zlib.error, msgspec.DecodeError) as error:
        raise ValueError("no entry") from error
