"""The lists to screen against: kept ones, or files that somebody has at hand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck import names
from sanctcheck.errors import UsageError
from sanctcheck.lists.cache import listings, readers_version
from sanctcheck.lists.files import sha256_of
from sanctcheck.lists.snapshot import content_hash
from sanctcheck.screen import corpus, entry
from sanctcheck.screen.corpus import ScreenedList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sanctcheck.lists.at_hand import Carried
    from sanctcheck.lists.catalogue import PublishedList
    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.snapshot import Manifest
    from sanctcheck.lists.store import Kept


@dataclass(frozen=True, slots=True)
class GivenList:
    """One list: what it is, and how its listings are had."""

    list_id: str
    publisher: str
    title: str
    sha256: str
    listings: Callable[[], Iterable[Listing]]
    dated: Callable[[], str]
    """Asked after the listings were read."""

    def screened(self, listings: int, regimes: Iterable[str]) -> ScreenedList:
        """What is written down of it once it was read."""
        return ScreenedList(
            list=self.list_id,
            publisher=self.publisher,
            title=self.title,
            snapshot=f"{self.list_id}@{self.sha256[:12]}",
            sha256=self.sha256,
            dated=self.dated(),
            listings=listings,
            regimes=tuple(sorted(regimes)),
        )


def kept_list(kept: Kept, manifest: Manifest, title: str) -> GivenList:
    """A snapshot of the store."""
    dated = manifest.published[:10] or manifest.retrieved_at.date().isoformat()
    return GivenList(
        list_id=kept.list_id,
        publisher=manifest.publisher,
        title=title,
        sha256=manifest.sha256,
        listings=lambda: listings(kept, manifest),
        dated=lambda: dated,
    )


def lists_in(paths: Sequence[Path], known: Mapping[str, PublishedList]) -> list[GivenList]:
    """Files as their publishers publish them, sorted into lists.

    Raises:
        ListError, StoreError: a file is no list that is known here, or cannot be read.
    """
    from sanctcheck.lists.at_hand import sorted_by_list  # noqa: PLC0415 - a snapshot that is kept needs no parser

    found = [_in_files(carried, known) for carried in sorted_by_list(paths)]
    twice = [each.list_id for each in found if sum(other.list_id == each.list_id for other in found) > 1]
    if twice:
        raise UsageError(f"Two of the files are the list {twice[0]}: give one of them.")
    return found


def _in_files(carried: Carried, known: Mapping[str, PublishedList]) -> GivenList:
    from sanctcheck.lists.at_hand import list_of  # noqa: PLC0415 - as above
    from sanctcheck.lists.parsing import parse  # noqa: PLC0415

    try:
        list_id = list_of(carried, known)
    except UsageError:
        list_id = carried.publisher
    parsing = parse(carried.files)
    files = {file.name: sha256_of(file.path) for file in carried.files}
    return GivenList(
        list_id=list_id,
        publisher=carried.publisher,
        title=known[list_id].title if list_id in known else list_id,
        sha256=next(iter(files.values())) if len(files) == 1 else content_hash(files),
        listings=lambda: parsing,
        dated=lambda: parsing.notes.published[:10],
    )


def corpus_name(lists: Iterable[GivenList]) -> str:
    """Names what a corpus is made of: the lists, and the code that reads them and compares names."""
    made_of = [f"{each.list_id} {each.sha256}" for each in lists]
    text = "\n".join([readers_version(), _code_version(), *made_of])
    return hashlib.sha256(text.encode()).hexdigest()[:32]


@cache
def _code_version() -> str:
    """Changes with every change of the code and the tables that compare names, and of what a corpus keeps."""
    found = hashlib.sha256()
    tables = (
        path for path in Path(names.__file__).parent.rglob("*") if path.is_file() and path.suffix != ".pyc"
    )
    for path in (*sorted(tables), Path(entry.__file__), Path(corpus.__file__)):
        found.update(path.read_bytes())
    return found.hexdigest()
