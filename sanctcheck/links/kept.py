"""Answers of runs before, so that nobody is asked twice a day: under the hash of the address, which is itself not kept."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

import msgspec

from sanctcheck.links.model import Answer  # noqa: TC001 - msgspec reads these annotations at run time

FOLDER: Final = "SANCTCHECK_LINKS"
"""The environment variable that names the folder; empty for none. No file of a repository can name it."""
_LASTING: Final = frozenset({"alive", "gone"})
_MAX_BYTES: Final = 8 * 1024


class _Kept(msgspec.Struct, frozen=True):
    at: float
    answer: Answer


def usual_folder() -> Path | None:
    """Where answers are kept; None where none are."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where nothing else is said

    return user_cache_path("sanctcheck", appauthor=False) / "links"


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """A folder of answers. Whatever is odd about one, the address is asked again."""

    folder: Path
    seconds: float

    @classmethod
    def opened(cls, folder: Path | None, seconds: float) -> KeptAnswers | None:
        """The answers in a folder of the user's own; None where it cannot be trusted, or cannot be made."""
        if folder is None or seconds <= 0:
            return None
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            facts = folder.lstat()
            is_ours = not hasattr(os, "getuid") or (facts.st_uid == os.getuid() and not facts.st_mode & 0o077)
            if stat.S_ISDIR(facts.st_mode) and is_ours:
                return cls(folder, seconds)
        return None

    def get(self, url: str, sha256: str | None) -> Answer | None:
        """The answer of a run before that is still fresh."""
        path = self._path(url, sha256)
        try:
            with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
                kept = msgspec.json.decode(file.read(_MAX_BYTES), type=_Kept)
        except (OSError, msgspec.DecodeError, ValueError):
            return None
        age = time.time() - kept.at
        return replace(kept.answer, kept=True) if 0 <= age < self.seconds else None

    def put(self, url: str, sha256: str | None, answer: Answer) -> None:
        """Keeps an answer, unless it may be another in a minute."""
        if answer.standing not in _LASTING or answer.kept:
            return
        path = self._path(url, sha256)
        temporary = path.with_name(f"{path.name}.{uuid4().hex}.tmp")
        with suppress(OSError):
            try:
                with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                    file.write(msgspec.json.encode(_Kept(time.time(), answer)))
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)

    def _path(self, url: str, sha256: str | None) -> Path:
        return self.folder / hashlib.sha256(f"{url}\0{sha256}".encode()).hexdigest()
