"""What the files of exhibits give away beside what they show: authors, positions, devices, paths.

Well-kept libraries read the metadata; what is read, and how long that may take, is bounded here. A report says that there
is such metadata and of what kind, never what it says.
"""

from __future__ import annotations

import logging
import os
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from sanctcheck.exhibits import kinds
from sanctcheck.exhibits.folder import Refused
from sanctcheck.exhibits.looking import HEAD_BYTES
from sanctcheck.exhibits.metadata.deadline import Budget
from sanctcheck.exhibits.metadata.trace import WORDS, Kind, Trace, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from sanctcheck.exhibits.folder import Folder

MAX_BYTES: Final = 64 * 1024 * 1024
_MOST_TRACES: Final = 5_000
_LOGS: Final = ("pypdf", "exifread", "PIL")
_PICTURES: Final = frozenset(
    {"image/jpeg", "image/png", "image/tiff", "image/webp", "image/gif", "image/avif"}
)
_EACH: Final = (3_000_000, 1.5)
"""Calls within the library and seconds of computing for one file; a document of many pages takes a tenth of that."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What was found in the metadata of a file.

    Attributes:
        found: each trace.
        lacks_library: whether a library is missing without which nothing can be said.
        why_not: why the metadata was not read, or not all of it; empty where it was.
    """

    found: tuple[Trace, ...] = ()
    lacks_library: bool = False
    why_not: str = ""

    @property
    def kinds(self) -> list[Kind]:
        """What endangers, in the order of a report."""
        there = {each.kind for each in self.found}
        return [kind for kind in WORDS if kind in there]


def budget_for(files: int) -> Budget:
    """What the metadata of so many files may cost: a dossier of many exhibits is no attack."""
    return Budget(each=_EACH, together=(6_000_000 + 200_000 * files, 2.0 + 0.2 * files))


def traces_of(descriptor: int, head: bytes, budget: Budget) -> Traces:
    """The traces in an open file; none where it is of a kind that is not looked into."""
    read = _reader_for(head)
    if read is None:
        return Traces()
    if os.fstat(descriptor).st_size > MAX_BYTES:
        return Traces(why_not=f"it is larger than {MAX_BYTES:,} bytes")
    found: list[Trace] = []
    try:
        with os.fdopen(os.dup(descriptor), "rb") as file:
            file.seek(0)
            with _quietly():
                budget.spend(lambda: found.extend(islice(read(file), _MOST_TRACES)))
    except ImportError:
        return Traces(lacks_library=True)
    except Unreadable as error:
        return Traces(tuple(dict.fromkeys(found)), why_not=str(error))
    return Traces(tuple(dict.fromkeys(found)))


@contextmanager
def _quietly() -> Iterator[None]:
    """The libraries say on their logs and as warnings what is odd about a file, and quote it."""
    logs = [logging.getLogger(name) for name in _LOGS]
    levels = [log.level for log in logs]
    for log in logs:
        log.setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            for log, level in zip(logs, levels, strict=True):
                log.setLevel(level)


def _reader_for(head: bytes) -> Callable[[IO[bytes]], Iterator[Trace]] | None:
    kind = kinds.by_content(head)
    if kind in _PICTURES:
        from sanctcheck.exhibits.metadata.pictures import picture_traces  # noqa: PLC0415 - as is needed

        return picture_traces
    if kind == "image/heic":
        from sanctcheck.exhibits.metadata.pictures import heic_traces  # noqa: PLC0415

        return heic_traces
    if kind == "application/pdf":
        from sanctcheck.exhibits.metadata.pdf import pdf_traces  # noqa: PLC0415

        return pdf_traces
    if kind is not None and kinds.is_zipped(kind):
        from sanctcheck.exhibits.metadata.office import office_traces  # noqa: PLC0415

        return office_traces
    return None


def metadata_texts(folder: Folder, written: str) -> Iterator[str]:
    """Every text in the metadata of the file at a written path, for those who look for names in them.

    Nothing where the file cannot be had, or the library is missing: `validate` says so by itself.
    """
    try:
        with folder.opened(written) as file:
            head = os.read(file, HEAD_BYTES)
            found = traces_of(file, head, budget_for(1)).found
    except Refused:
        return
    yield from dict.fromkeys(each.text for each in found if each.text)
