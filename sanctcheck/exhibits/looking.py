"""What is seen of the file of an exhibit in one opening: its size, its hash, how it begins, what it gives away."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.exhibits.folder import Folder

MAX_FILE_BYTES = 256 * 1024 * 1024
HEAD_BYTES = 8 * 1024
_BLOCK = 1024 * 1024


class Seen(NamedTuple):
    """What is known of a file.

    Attributes:
        size: in bytes, as the system states it.
        sha256: its hash; None where it is too large.
        head: how it begins.
        extra: what else the caller wanted to know of it.
    """

    size: int
    sha256: str | None
    head: bytes
    extra: object = None


class Looker:
    """Looks into files of one folder, into each of them once whatever it is called."""

    def __init__(
        self,
        folder: Folder,
        max_bytes: int = MAX_FILE_BYTES,
        also: Callable[[int, bytes], object] | None = None,
    ) -> None:
        """`also` is given the open file and its head, and says what else is seen of it."""
        self.folder = folder
        self.max_bytes = max_bytes
        self._also = also
        self._seen: dict[tuple[int, int], Seen] = {}

    def look(self, written: str) -> Seen:
        """What is seen of the file at a written path.

        Raises:
            Refused: it is not looked into.
        """
        with self.folder.opened(written) as file:
            status = os.fstat(file)
            key = (status.st_dev, status.st_ino)
            if key not in self._seen:
                sha256, head = _read(file, self.max_bytes)
                extra = None if self._also is None or sha256 is None else self._also(file, head)
                self._seen[key] = Seen(status.st_size, sha256, head, extra)
            return self._seen[key]


def _read(file: int, max_bytes: int) -> tuple[str | None, bytes]:
    """The hash of a file, in blocks, and its head; no hash where there is more of it than `max_bytes`."""
    digest, head = hashlib.sha256(), b""
    left = max_bytes
    while block := os.read(file, min(_BLOCK, left + 1)):
        head += block[: HEAD_BYTES - len(head)]
        left -= len(block)
        if left < 0:
            return None, head
        digest.update(block)
    return digest.hexdigest(), head
