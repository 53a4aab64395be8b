"""What an editor sends, within bounds: the library reads as much as a message says that it has."""

from __future__ import annotations

from typing import IO, Final

MAX_MESSAGE: Final = 64 * 1024 * 1024
"""Bytes of a message; a text of 10 MiB whose every character is escaped fits in."""
MAX_HEADER: Final = 8 * 1024
"""Bytes of a line that stands before a message."""


class Incoming:
    """Standard input, which ends where a message is beyond the bounds: nothing behind it could be told apart."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.is_beyond = False

    def readline(self) -> bytes:
        """One line before a message; nothing at the end."""
        line = self._stream.readline(MAX_HEADER + 1)
        return self._within(line, fits=len(line) <= MAX_HEADER)

    def read(self, number: int) -> bytes:
        """A message; nothing at the end."""
        return self._within(
            self._stream.read(number) if number <= MAX_MESSAGE else b"", fits=number <= MAX_MESSAGE
        )

    def _within(self, content: bytes, *, fits: bool) -> bytes:
        self.is_beyond = self.is_beyond or not fits
        return b"" if self.is_beyond else content
