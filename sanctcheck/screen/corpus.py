"""A corpus: the lists that are screened together, with what hits show of each listing, and the index of their names.

    CORPUS/lists.json  which lists, from when
    CORPUS/entries     a line of JSON a listing
    CORPUS/index       the index of names; its keys are places in `entries`

It is made once for a set of snapshots, lies beside them, and is opened in milliseconds. It stands by itself, so that
it can be sent to another machine as three files.
"""

from __future__ import annotations

import mmap
import shutil
import time
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import msgspec

from sanctcheck.errors import StoreError
from sanctcheck.lists.files import TEMPORARY, written_whole
from sanctcheck.names.index import Index, build
from sanctcheck.names.party import party_from_listing
from sanctcheck.screen.entry import Entry, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import IO

    from sanctcheck.names.party import Party
    from sanctcheck.screen.given import GivenList

_KEPT = 6
"""So many corpora are kept, those used last."""
_LEFT = 24 * 3600.0
"""Seconds after which nobody is at work on a corpus any more."""
_LISTS, _ENTRIES, _INDEX = "lists.json", "entries", "index"
FILES = (_INDEX, _ENTRIES, _LISTS)
"""What a corpus consists of; the last one is written last."""


class ScreenedList(msgspec.Struct, frozen=True, kw_only=True):
    """One list of a corpus."""

    list: str
    """Its id in the store, or as its file was recognised."""
    publisher: str
    title: str
    snapshot: str
    """As people quote it: `un-sc@79743b328ed4`."""
    sha256: str
    dated: str
    """The publisher's own date of the list; where it states none, the day on which it was fetched; else empty."""
    listings: int
    regimes: tuple[str, ...] = ()
    """The regimes that its listings are known to be under, by the ids that dossiers use."""

    @property
    def named(self) -> str:
        """Whose it is, as keys name it. OpenSanctions alone gives many lists, which go by their own ids."""
        return self.list if self.publisher == "opensanctions" else self.publisher


class Corpus:
    """Lists that are ready to be screened against."""

    def __init__(self, folder: Path) -> None:
        """Opens a corpus.

        Raises:
            StoreError: it is not whole.
        """
        self.folder = folder
        try:
            self.lists = msgspec.json.decode((folder / _LISTS).read_bytes(), type=tuple[ScreenedList, ...])
            with (folder / _ENTRIES).open("rb") as file:
                self._entries: Any = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self.index = Index.open(folder / _INDEX)
        except (OSError, ValueError) as error:
            raise StoreError(
                f"What was made of the lists for screening, {folder}, is damaged: delete it."
            ) from error
        self._decoder = msgspec.json.Decoder(Entry)
        self.entry = lru_cache(maxsize=4096)(self._entry)

    def _entry(self, key: str) -> Entry:
        """The listing that a key of the index means."""
        place = int(key)
        try:
            return self._decoder.decode(self._entries[place : self._entries.find(b"\n", place)])
        except ValueError as error:
            raise StoreError(
                f"What was made of the lists for screening, {self.folder}, is damaged: delete it."
            ) from error

    def list_of(self, entry: Entry) -> ScreenedList:
        """The list in which a listing stands."""
        return self.lists[entry.number]


def corpus_of(
    lists: Sequence[GivenList], home: Path, name: str, working: Callable[[], None] = lambda: None
) -> Corpus:
    """The corpus of some lists: the one that was made before, or one that is made now.

    `name` says what it is made of; `working` is called once when it has to be made.

    Raises:
        ListError, StoreError: a list cannot be read.
    """
    folder = home / name
    if not (folder / _LISTS).is_file():
        working()
        _make(lists, home, folder)
    with suppress(OSError):
        folder.touch()  # used last
    try:
        return Corpus(folder)
    except StoreError:  # damaged: it is made again
        shutil.rmtree(folder, ignore_errors=True)
        working()
        _make(lists, home, folder)
        return Corpus(folder)


def _make(lists: Sequence[GivenList], home: Path, folder: Path) -> None:
    """Makes it under another name: another run may make the same one at the same time, and the first one stays."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    making = home / f"{folder.name}.{uuid4().hex}{TEMPORARY}"
    making.mkdir(mode=0o700)
    try:
        found: list[ScreenedList] = []
        with written_whole(making / _ENTRIES) as file:
            build(_parties(lists, file, found), making / _INDEX)
            if not file.tell():
                file.write(b"\n")  # what is empty cannot be mapped
        with written_whole(making / _LISTS) as file:
            file.write(msgspec.json.format(msgspec.json.encode(found), indent=1))
        with suppress(OSError):
            making.rename(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    _forget_old(home)


def _parties(
    lists: Iterable[GivenList], file: IO[bytes], found: list[ScreenedList]
) -> Iterator[tuple[str, Party]]:
    for number, given in enumerate(lists):
        listings, regimes = 0, set[str]()
        place = file.tell()
        for listing in given.listings():
            regimes.update(listing.regimes)
            line = msgspec.json.encode(entry_of(listing, number)) + b"\n"
            file.write(line)
            yield str(place), party_from_listing(listing)
            place += len(line)
            listings += 1
        found.append(given.screened(listings, regimes))


def _forget_old(home: Path) -> None:
    """Removes corpora that were not used for longest, and what runs left that were killed; one may be at work now."""

    def used(path: Path) -> float:
        try:
            return path.stat().st_mtime
        except OSError:
            return 0.0

    making = [path for path in home.iterdir() if path.name.endswith(TEMPORARY)]
    made = sorted((path for path in home.iterdir() if path not in making), key=used, reverse=True)
    left = [path for path in making if used(path) < time.time() - _LEFT]
    for path in (*made[_KEPT:], *left):
        shutil.rmtree(path, ignore_errors=True)
