"""What has come of a file so far: kept when the line breaks or the run is killed, and taken up by the next."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import ExitStack, suppress
from typing import IO, TYPE_CHECKING, Any
from uuid import uuid4

from sanctcheck.lists.files import written_whole

if TYPE_CHECKING:
    from pathlib import Path

_ENDING = ".part"
_FACTS = ".json"


class Part:
    """One file on its way in, under a name of its own; `etag` says of which version it is."""

    def __init__(self, folder: Path, url: str) -> None:
        """Takes up what an earlier run left of the same address: whoever renames it first has it."""
        self._key = hashlib.sha256(url.encode()).hexdigest()[:16]
        self.path = folder / f"{self._key}-{uuid4().hex}{_ENDING}"
        self.etag: str | None = None
        for left in sorted(folder.glob(f"{self._key}-*{_ENDING}")):
            self._take_up(left)
        with ExitStack() as closing:
            self._file: IO[bytes] = closing.enter_context(self.path.open("ab"))
            if self.etag is None:
                self.restart(None)
            closing.pop_all()

    def _take_up(self, left: Path) -> None:
        facts = left.with_suffix(_FACTS)
        etag = _etag(facts)
        if self.etag is None and etag is not None:
            with suppress(FileNotFoundError):  # another run was first
                left.replace(self.path)
                self.etag = etag
                self._note()
        left.unlink(missing_ok=True)
        facts.unlink(missing_ok=True)

    @property
    def size(self) -> int:
        """Bytes that have come so far."""
        return self._file.tell()

    def restart(self, etag: str | None) -> None:
        """Begins again with the version that the publisher names; without a strong name it cannot be taken up."""
        self._file.seek(0)
        self._file.truncate()
        self.etag = etag if etag is not None and etag.startswith('"') else None
        self._note()

    def _note(self) -> None:
        facts = self.path.with_suffix(_FACTS)
        if self.etag is None:
            facts.unlink(missing_ok=True)
            return
        with written_whole(facts) as file:
            file.write(json.dumps({"etag": self.etag}).encode())

    def write(self, piece: bytes) -> None:
        """Adds what has just come."""
        self._file.write(piece)

    def interrupt(self) -> None:
        """Keeps what has come for the next try, where it can be taken up; else leaves nothing."""
        if self.etag is None:
            self.discard()
        else:
            self._file.close()

    def discard(self) -> None:
        """Leaves nothing."""
        self._file.close()
        self.path.unlink(missing_ok=True)
        self.path.with_suffix(_FACTS).unlink(missing_ok=True)

    def finish(self) -> Path:
        """The whole file, on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self.path.with_suffix(_FACTS).unlink(missing_ok=True)
        return self.path


def _etag(facts: Path) -> str | None:
    try:
        value: Any = json.loads(facts.read_bytes())["etag"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return value if isinstance(value, str) else None
