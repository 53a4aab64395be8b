"""Taking in the files of a list: read them whole, hold them against the guards, and only then keep them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck import __version__
from sanctcheck.errors import ListError
from sanctcheck.lists.cache import cache_path, forget_old, keeping, listings
from sanctcheck.lists.files import sha256_of
from sanctcheck.lists.guards import (
    objection_to_date,
    objections_to_first,
    objections_to_itself,
    objections_to_next,
)
from sanctcheck.lists.parsing import count_records, parse
from sanctcheck.lists.profile import Counting
from sanctcheck.lists.rejected import Reasons, keep_rejected
from sanctcheck.lists.snapshot import KeptFile, Manifest, Objection, content_hash
from sanctcheck.lists.source import RawFile
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sanctcheck.lists.catalogue import PublishedList
    from sanctcheck.lists.snapshot import Origin, Profile
    from sanctcheck.lists.source import Source
    from sanctcheck.lists.store import Kept


@dataclass(frozen=True, slots=True)
class Arrived:
    """One file that lies among those on their way in."""

    path: Path
    name: str
    source: str
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """The files of one list, with how and when they came."""

    files: tuple[Arrived, ...]
    origin: Origin
    retrieved_at: datetime

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each file, by its name."""
        return {file.name: sha256_of(file.path) for file in self.files}


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What a person accepts although guards object, and why."""

    reason: str = ""
    drop: bool = False
    older: bool = False

    def covers(self, objection: Objection) -> bool:
        """Whether it was accepted: an older list needs a word of its own."""
        return self.older if objection.guard == "older" else self.drop


class RefusedError(Exception):
    """Guards object to a list, and nobody has accepted what they say."""

    def __init__(self, objections: tuple[Objection, ...]) -> None:
        super().__init__(" ".join(each.message for each in objections))
        self.objections = objections


def content_of(hashes: dict[str, str]) -> str:
    """Names the content of a delivery, as `Manifest.sha256` does that of a snapshot."""
    return next(iter(hashes.values())) if len(hashes) == 1 else content_hash(hashes)


def take_in(kept: Kept, expected: PublishedList, delivery: Delivery, acceptance: Acceptance) -> Manifest:
    """Keeps a delivery as the newest snapshot of its list; the files are moved into the store.

    Raises:
        ListError: the files cannot be read as this list.
        RefusedError: guards object.
    """
    hashes = delivery.hashes()
    content = content_of(hashes)
    try:
        read, objections = _read_whole(kept, expected, delivery, acceptance)
    except (ListError, RefusedError) as error:
        with suppress(OSError):  # why it is not taken is what has to be said
            _keep_rejected(kept, delivery, content, error)
        raise
    manifest = _manifest(kept, delivery, read, (objections, acceptance.reason))
    kept.add(manifest, {hashes[file.name]: file.path for file in delivery.files})
    forget_old(kept)
    return manifest


def _read_whole(
    kept: Kept, expected: PublishedList, delivery: Delivery, acceptance: Acceptance
) -> tuple[_Read, tuple[Objection, ...]]:
    """What the files hold, which is kept for speed, and what guards say that was accepted."""
    parsing = parse([RawFile(file.path, file.name) for file in delivery.files])
    if parsing.source.publisher != expected.publisher:
        raise ListError(
            f"It is a list of {parsing.source.publisher}, and one of {expected.publisher} was expected."
        )
    counting = Counting()
    with keeping(cache_path(kept, content_of(delivery.hashes()))) as keep:
        for listing in parsing:
            keep(listing)
            counting.count(listing)
        read = _Read(
            parsing.source,
            parsing.notes.published,
            counting,
            counting.profile(parsing.notes, count_records(parsing.source)),
        )
        _refuse_another_list(expected, read.profile)
        objections = tuple(_objections(kept, expected, read))
        unaccepted = tuple(each for each in objections if not acceptance.covers(each))
        if unaccepted:
            raise RefusedError(unaccepted)
    return read, objections


@dataclass(frozen=True, slots=True)
class _Read:
    """What reading the files gave, beside the listings."""

    source: Source
    published: str
    counting: Counting
    profile: Profile


def _refuse_another_list(expected: PublishedList, profile: Profile) -> None:
    """A publisher with several lists may send one instead of another."""
    if expected.list_name is not None and profile.sublists and expected.list_name not in profile.sublists:
        names = listed([quoted(name) for name in profile.sublists], "and")
        raise ListError(f"It is the publisher’s list {names}, and {quoted(expected.list_name)} was expected.")


def _objections(kept: Kept, expected: PublishedList, read: _Read) -> Iterator[Objection]:
    yield from objections_to_itself(read.profile)
    current = kept.current()
    if current is None:
        yield from objections_to_first(read.profile, expected)
        return
    compared = read.counting.compared(listings(kept, current))
    yield from objections_to_next(read.profile, current.profile, compared=compared, expected=expected)
    older = objection_to_date(read.published, current.published)
    if older is not None:
        yield older


def _manifest(
    kept: Kept, delivery: Delivery, read: _Read, accepted: tuple[tuple[Objection, ...], str]
) -> Manifest:
    objections, reason = accepted
    number, previous = kept.next_place()
    return Manifest(
        list=kept.list_id,
        number=number,
        previous=previous,
        publisher=read.source.publisher,
        form=read.source.format,
        files=tuple(_kept_file(file) for file in delivery.files),
        origin=delivery.origin,
        retrieved_at=delivery.retrieved_at,
        published=read.published,
        tool=__version__,
        profile=read.profile,
        accepted=objections,
        reason=reason if objections else "",
    )


def _kept_file(file: Arrived) -> KeptFile:
    size = file.path.stat().st_size
    return KeptFile(
        name=file.name, sha256=sha256_of(file.path), bytes=size, source=file.source, modified=file.modified
    )


def _keep_rejected(kept: Kept, delivery: Delivery, content: str, error: ListError | RefusedError) -> None:
    """What whoever reports it needs. Only of the last time."""
    unread = (Objection("unreadable", str(error)),)
    reasons = Reasons(
        sha256=content,
        retrieved_at=delivery.retrieved_at.isoformat(),
        sources=tuple(file.source for file in delivery.files),
        objections=error.objections if isinstance(error, RefusedError) else unread,
    )
    keep_rejected(kept.folder / "rejected", reasons, ((each.path, each.name) for each in delivery.files))
