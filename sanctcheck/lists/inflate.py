"""Compressed bodies are inflated here alone, a bounded piece at a time: a bomb ends as an error, not as memory."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GZIP = b"\x1f\x8b"
_PIECE = 256 * 1024
_RATIO = 200
_GENEROUS = 1024 * 1024
"""Below this much output the ratio says nothing: a short text of one letter repeats well."""
_AUTOMATIC = zlib.MAX_WBITS | 32


class InflationError(ValueError):
    """The body cannot be inflated, or inflates beyond every bound; the text says which."""


class Inflater:
    """Inflates gzip or zlib, member by member, as pieces come in."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._decompressor = zlib.decompressobj(_AUTOMATIC)
        self._taken = 0
        self._given = 0

    def inflated(self, piece: bytes) -> Iterator[bytes]:
        """What a piece inflates to.

        Raises:
            InflationError: the piece is damaged, or the whole grows past the bound or past 200 times its size.
        """
        self._taken += len(piece)
        while piece:
            yield self._bounded(piece)
            piece = self._decompressor.unconsumed_tail
            if self._decompressor.eof:
                piece = self._decompressor.unused_data.lstrip(b"\0")
                if piece:
                    self._decompressor = zlib.decompressobj(_AUTOMATIC)

    def _bounded(self, piece: bytes) -> bytes:
        try:
            output = self._decompressor.decompress(piece, _PIECE)
        except zlib.error as error:
            raise InflationError("it is damaged where it should be compressed") from error
        self._given += len(output)
        if self._given > self._largest:
            raise InflationError(f"it inflates to more than {self._largest:,} bytes")
        if self._given > max(_GENEROUS, _RATIO * self._taken):
            raise InflationError(f"it inflates to more than {_RATIO} times its size")
        return output

    def finish(self) -> None:
        """Says that there are no more pieces.

        Raises:
            InflationError: the compressed body was cut short.
        """
        if self._taken and not self._decompressor.eof:
            raise InflationError("it was cut short where it is compressed")
