"""Results of runs before, kept for speed alone: whatever is odd about what is kept, the file is checked again.

A folder of the user's own holds one pack for each way of asking: the law, the options, the day and this very program
make its name. A pack holds an entry for each content of a file: what a report would say of it, with the lines that it
would quote, and nothing of what is protected. Of a file of which it is not sure what is protected, nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from sanctcheck import __version__
from sanctcheck.checking.entry import Entry, decoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.dossier.discovery import Candidate

CACHE = "SANCTCHECK_CACHE"
"""The environment variable that names the folder, and not a file of a repository: what is kept there is trusted."""
MAX_PACK = 32 * 1024 * 1024
MAX_FOLDER = 128 * 1024 * 1024
_SHAPE = b"sanctcheck results 1\n"
_ENDING = ".pack"
_HASH = 32
_Pack = msgspec.msgpack.Decoder(dict[bytes, bytes])


def usual_folder() -> Path | None:
    """Where results are kept: as the environment says, or in the user's cache folder; None where there is no user.

    An empty variable says that nothing is kept.
    """
    named = os.environ.get(CACHE)
    if named is not None:
        return Path(named) if named else None
    if not (os.environ.get("XDG_CACHE_HOME") or os.environ.get("HOME") or os.name == "nt"):
        return None
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where nothing else is said

    return user_cache_path("sanctcheck", appauthor=False) / "results"


def name_of_pack(law: Iterable[Path], asked: str) -> str:
    """The name of the pack for one way of asking: it changes with the law, what is asked, and this program."""
    digest = hashlib.sha256(f"{__version__}\0{sys.version}\0{asked}\0".encode())
    for folder in law:
        digest.update(b"\0folder\0")  # one without a file is another law than no folder at all
        for file in sorted(folder.rglob("*.yaml")):
            content = file.read_bytes()
            digest.update(f"{file.relative_to(folder)}\0{len(content)}\0".encode("utf-8", "replace"))
            digest.update(content)
    # A checkout changes without its version.
    package = Path(__file__).parent.parent
    for module in sorted(package.rglob("*.py")):
        facts = module.stat()
        digest.update(f"{module.relative_to(package)}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return digest.hexdigest()


@dataclass(slots=True)
class ResultCache:
    """One pack, read whole when it is opened, and written whole when something was added."""

    folder: Path
    name: str
    _kept: dict[bytes, bytes] = field(default_factory=dict)
    _used: dict[bytes, bytes] = field(default_factory=dict)
    _is_changed: bool = False

    @classmethod
    def opened(cls, folder: Path, name: str) -> ResultCache | None:
        """A cache in a folder; None where the folder cannot be trusted, or cannot be made."""
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(folder):
                return cls(folder, name, entries_of(folder / f"{name}{_ENDING}"))
        return None

    @property
    def is_empty(self) -> bool:
        """Whether no run before asked the same."""
        return not self._kept

    def key(self, candidate: Candidate, content: bytes) -> bytes:
        """What a result rests on, beside the name of the pack: the content, how it is read, and whether it was named."""
        form = b"json" if candidate.name.endswith(".json") else b"yaml"
        also = "\0".join(candidate.also).encode()
        return hashlib.sha256(b"%s\0%d\0%s\0\0%s" % (form, candidate.by_name, also, content)).digest()

    def get(self, key: bytes) -> Entry | None:
        """The entry with a key; None where there is none that can be read."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        try:
            entry = decoded(kept)
        except ValueError:
            return None
        self._used[key] = kept
        return entry

    def put(self, key: bytes, entry: bytes) -> None:
        """Keeps an entry for the runs to come."""
        self._used[key] = entry
        self._is_changed = True

    def write(self) -> None:
        """Writes the pack, if something is new: first what was used now, then what is still kept, as far as it fits."""
        if not self._is_changed:
            return
        left, chosen = MAX_PACK, dict[bytes, bytes]()
        for key, entry in (*self._used.items(), *self._kept.items()):
            if key not in chosen and len(entry) + _HASH <= left:
                chosen[key] = entry
                left -= len(entry) + _HASH
        body = msgspec.msgpack.encode(chosen)
        with contextlib.suppress(OSError):
            _write(self.folder / f"{self.name}{_ENDING}", _SHAPE + hashlib.sha256(body).digest() + body)
            _keep_within_bounds(self.folder)


def _is_ours(folder: Path) -> bool:
    """Whether a folder is the user's own and nobody else's: whoever can write there decides what a report says."""
    facts = folder.lstat()
    if not stat.S_ISDIR(facts.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    return facts.st_uid == os.getuid() and not facts.st_mode & 0o077


def entries_of(path: Path) -> dict[bytes, bytes]:
    """The entries of a pack; none where it is not there, is no ordinary file of ours, or is not whole."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return {}
            content = file.read(2 * MAX_PACK)
        start = len(_SHAPE) + _HASH
        body = content[start:]
        if content[:start] != _SHAPE + hashlib.sha256(body).digest():
            return {}
        return _Pack.decode(body)
    except (OSError, msgspec.DecodeError, ValueError):
        return {}


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a reader at any moment finds the old pack or the new one."""
    temporary = path.with_name(f"{path.name}.{uuid4().hex}.tmp")
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def packs(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """The packs in a folder, the newest first, and what a run that was ended left behind."""
    found = [*folder.glob(f"*{_ENDING}"), *folder.glob(f"*{_ENDING}.*.tmp")]
    with_facts = [(each, each.lstat()) for each in found]
    yield from sorted(with_facts, key=lambda each: -each[1].st_mtime)


def _keep_within_bounds(folder: Path) -> None:
    """Takes the oldest packs away until the rest is within the bound."""
    left = MAX_FOLDER
    for path, facts in packs(folder):
        left -= facts.st_size
        if left < 0:
            path.unlink(missing_ok=True)
