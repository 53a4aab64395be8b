"""The listings of a snapshot, as they were read from its raw files: kept for speed, and made again when they are lost.

Each line is a listing, the last one the hash of all before. Nothing is taken from a file whose hash is wrong, or that
another version of the readers wrote.
"""

from __future__ import annotations

import hashlib
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sanctcheck.errors import ListError, StoreError
from sanctcheck.lists.files import written_whole
from sanctcheck.lists.model import listing_as_json, listing_from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.snapshot import Manifest
    from sanctcheck.lists.store import Kept

_KEPT = 2
"""Of so many snapshots what was read is kept."""
_HASH_LINE = 65
_ENDING = ".jsonl"


@cache
def readers_version() -> str:
    """Changes with every change of the code that reads lists."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def cache_path(kept: Kept, sha256: str) -> Path:
    """Where the listings of a snapshot are kept by this version of the readers."""
    return kept.listings / f"{sha256[:32]}-{readers_version()}{_ENDING}"


@contextmanager
def keeping(path: Path) -> Iterator[Callable[[Listing], None]]:
    """Takes listings one by one, and keeps them once all were taken."""
    with written_whole(path) as file:
        digest = hashlib.sha256()

        def keep(listing: Listing) -> None:
            line = listing_as_json(listing) + b"\n"
            digest.update(line)
            file.write(line)

        yield keep
        file.write(digest.hexdigest().encode() + b"\n")


def listings(kept: Kept, manifest: Manifest) -> Iterator[Listing]:
    """The listings of a snapshot: from what was kept, or else from the raw files, which are then kept again.

    Raises:
        StoreError: neither is as it was written.
    """
    file = _whole_file(cache_path(kept, manifest.sha256))
    return _read_again(kept, manifest) if file is None else _lines(file)


def _whole_file(path: Path) -> IO[bytes] | None:
    """What was kept, opened; None where it is gone, damaged or cannot be read."""
    with suppress(OSError), ExitStack() as closing:
        file = closing.enter_context(path.open("rb"))
        if _is_whole(file):
            closing.pop_all()
            return file
    return None


def _is_whole(file: IO[bytes]) -> bool:
    """Compares the hash, a piece at a time; the last line must be the hash of what stands before it."""
    end = file.seek(0, 2) - _HASH_LINE
    if end < 0:
        return False
    stated = file.seek(end) == end and file.read(_HASH_LINE).strip()
    file.seek(0)
    digest = hashlib.sha256()
    while left := end - file.tell():
        digest.update(file.read(min(left, 1024 * 1024)))
    file.seek(0)
    return stated == digest.hexdigest().encode()


def _lines(file: IO[bytes]) -> Iterator[Listing]:
    with file:
        for line in takewhile(_is_listing, file):
            yield listing_from_json(line)


def _is_listing(line: bytes) -> bool:
    """Whether a line is none of a hash, which ends the file."""
    return line.startswith(b"{")


def _read_again(kept: Kept, manifest: Manifest) -> Iterator[Listing]:
    from sanctcheck.lists.parsing import parse  # noqa: PLC0415 - what is kept is read without any parser

    found = parse(kept.raw(manifest))
    with ExitStack() as stack:
        keep: Callable[[Listing], None] = _ignore
        with suppress(OSError):  # a store that is read-only serves all the same, if slowly
            keep = stack.enter_context(keeping(cache_path(kept, manifest.sha256)))
        try:
            for listing in found:
                keep(listing)
                yield listing
        except ListError as error:
            raise StoreError(
                f"{manifest.short} was read when it was kept, and cannot be now: {error}"
            ) from error


def _ignore(_: Listing) -> None:
    """Keeps nothing."""


def forget_old(kept: Kept) -> None:
    """Removes what was read from older snapshots, and by other versions of the readers."""
    wanted = {
        cache_path(kept, manifest.sha256).name
        for manifest, _ in zip(kept.snapshots(), range(_KEPT), strict=False)
    }
    for path in kept.listings.iterdir():
        if path.name not in wanted:
            path.unlink(missing_ok=True)
