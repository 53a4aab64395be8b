"""The record of each file, in the order of the files: kept from a run before, or made here or by processes beside."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sanctcheck.checking.beside import is_unchanged
from sanctcheck.checking.entry import Entry, decoded
from sanctcheck.reading.files import read_regular_file
from sanctcheck.record import FileRecord, InternalError, RegimeRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from sanctcheck.checking.result_cache import ResultCache
    from sanctcheck.checking.work import Done, Work
    from sanctcheck.checking.workers import Lost, Workers
    from sanctcheck.dossier.discovery import Candidate

_AT_FIRST = 4
"""Files that are checked here before others are started: they read the law, which the others then have from the start."""
_SMALL = 2048
"""Bytes of a file that is read sooner than handed to another process, if it is likely to be something else than a dossier."""
_AHEAD = 8
"""Files for each process that may be under way or wait for one before them: memory does not grow with their number."""


@dataclass(slots=True)
class Means:
    """With what files are checked.

    Attributes:
        work: what checks; made when the first file has to be checked.
        jobs: how many processes may be at work.
        cache: results of runs before; None where none are to be used.
    """

    work: Callable[[], Work]
    as_of: date
    max_bytes: int
    jobs: int = 1
    cache: ResultCache | None = None


def checked(files: Iterable[Candidate], means: Means) -> Iterator[FileRecord | None]:
    """The record of each file; None for a file in a folder that is no dossier.

    Raises:
        UsageError: a regime was asked for that does not exist.
        LawError: the criteria of a regime cannot be used.
    """
    return (entry.record for entry in entries(files, means))


def entries(files: Iterable[Candidate], means: Means) -> Iterator[Entry]:
    """The same, with the portrait of each dossier where the work makes them.

    Raises:
        UsageError: a regime was asked for that does not exist.
        LawError: the criteria of a regime cannot be used.
    """
    if means.cache is None or means.cache.is_empty:
        means.work().validator  # noqa: B018 - a regime that nobody knows is refused although there may be no file
    line = _Line(means)
    try:
        for candidate in files:
            yield from line.take(candidate)
        yield from line.rest()
    finally:
        line.close()
    if means.cache is not None:
        means.cache.write()


_NONE = Entry(None)


@dataclass(slots=True)
class _Slot:
    """A file in the line: done, or under way in another process."""

    candidate: Candidate
    content: bytes | None
    key: bytes
    number: int | None = None
    entry: Entry = _NONE


class _Line:
    """The files between their being taken up and their being handed on."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._slots: deque[_Slot] = deque()
        self._workers: Workers[Done] | None = None
        self._checked_here = 0
        self._number = 0

    def take(self, candidate: Candidate) -> Iterator[Entry]:
        """Takes up one more file, and hands on those that are done and have none before them that is not."""
        self._slots.append(self._slot(candidate))
        while self._slots and (self._is_done(self._slots[0]) or len(self._slots) > _AHEAD * self._means.jobs):
            yield self._entry(self._slots.popleft())

    def rest(self) -> Iterator[Entry]:
        """Hands on all that is left."""
        while self._slots:
            yield self._entry(self._slots.popleft())

    def close(self) -> None:
        if self._workers is not None:
            self._workers.close()

    def _slot(self, candidate: Candidate) -> _Slot:
        content = _content(candidate, self._means.max_bytes)
        slot = _Slot(candidate, content, b"")
        cache = self._means.cache
        if cache is not None and content is not None:
            slot.key = cache.key(candidate, content)
            kept = cache.get(slot.key)
            if (
                kept is not None
                and candidate.path is not None
                and is_unchanged(candidate.path.parent, kept.beside)
            ):
                slot.entry = _named(kept, candidate.name)
                return slot
        self._check(slot)
        return slot

    def _check(self, slot: _Slot) -> None:
        """Has a file checked: here, where it is among the first, where only here it can be read, or where that is cheaper."""
        is_first = self._means.jobs == 1 or self._checked_here < _AT_FIRST
        if slot.content is None or is_first or _is_hardly_a_dossier(slot.candidate, slot.content):
            self._checked_here += 1
            self._check_here(slot)
            return
        if self._workers is None:
            from sanctcheck.checking.workers import Workers  # noqa: PLC0415 - a run on few files needs none

            self._workers = Workers(self._means.work().task, self._means.jobs)
        slot.number = self._number
        self._number += 1
        self._workers.submit(slot.number, (slot.candidate, slot.content))
        slot.content = None

    def _check_here(self, slot: _Slot) -> None:
        work = self._means.work()
        if self._means.cache is None or slot.content is None:
            slot.entry = work.entry(slot.candidate, slot.content)
        else:
            slot.entry = self._taken(work.done(slot.candidate, slot.content), slot)

    def _is_done(self, slot: _Slot) -> bool:
        return slot.number is None or self._workers is None or self._workers.is_done(slot.number)

    def _entry(self, slot: _Slot) -> Entry:
        if slot.number is None or self._workers is None:
            return slot.entry
        from sanctcheck.checking.workers import Lost, Refused  # noqa: PLC0415 - as above

        answer = self._workers.result(slot.number)
        if isinstance(answer, Lost):
            return Entry(_of_lost(slot.candidate, answer, self._means.as_of))
        if isinstance(answer, Refused):
            # The error is raised again here, where it is told to the user as it is without other processes.
            return self._means.work().entry(slot.candidate)
        return self._taken(answer, slot)

    def _taken(self, done: Done, slot: _Slot) -> Entry:
        if self._means.cache is not None and done.may_be_kept:
            self._means.cache.put(slot.key, done.entry)
        return decoded(done.entry)


def _is_hardly_a_dossier(candidate: Candidate, content: bytes) -> bool:
    """Whether nearly all that can be said of a small file is that it is something else; it is read all the same."""
    return not candidate.by_name and len(content) <= _SMALL and b"dossier" not in content


def _content(candidate: Candidate, max_bytes: int) -> bytes | None:
    """The bytes of a file; None where they cannot be had, so that the reader says why."""
    if candidate.path is None:
        return None
    try:
        return read_regular_file(candidate.path, max_bytes)
    except (OSError, ValueError):
        return None


def _named(entry: Entry, name: str) -> Entry:
    """The entry with the name of the file that has this content now."""
    record = entry.record
    if record is None or record.file == name:
        return entry
    return Entry(replace(record, file=name), entry.beside, entry.portrait)


def _of_lost(candidate: Candidate, lost: Lost, day: date) -> FileRecord:
    """A file whose checking ended with its process: nothing is known of it, and the run says so and could not run."""
    error = InternalError("any", candidate.name, "of the whole file", lost.why)
    return FileRecord(candidate.name, under=(RegimeRecord("any", "Any regime", day, (), (error,)),))
