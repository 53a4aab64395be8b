"""A portrait as bytes, to be kept or to be handed to another process."""

from __future__ import annotations

import msgspec

from sanctcheck.portrait.model import Portrait

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Portrait)


def portrait_as_bytes(portrait: Portrait | None) -> bytes:
    """A portrait; nothing for none."""
    return b"" if portrait is None else _encoder.encode(portrait)


def portrait_from_bytes(content: bytes) -> Portrait | None:
    """The portrait that some bytes hold; None for nothing.

    Raises:
        ValueError: they hold something else.
    """
    return _decoder.decode(content) if content else None
