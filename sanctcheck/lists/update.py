"""Updating one list: ask its source, take in what is new, and keep the last good snapshot whatever happens."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import msgspec

from sanctcheck.errors import FetchError, ListError, StoreError
from sanctcheck.lists.files import pieces, regular_file, written_whole
from sanctcheck.lists.intake import Acceptance, Arrived, Delivery, RefusedError, content_of, take_in
from sanctcheck.lists.limits import MAX_BYTES
from sanctcheck.lists.pages import HEAD, wrong_content
from sanctcheck.lists.snapshot import Contact
from sanctcheck.lists.store import PATIENCE, BusyError
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.lists.catalogue import PublishedList
    from sanctcheck.lists.fetch.asking import Limits, Progress
    from sanctcheck.lists.snapshot import Manifest, Objection
    from sanctcheck.lists.store import Kept

Result = Literal["new", "same", "unchanged", "refused", "failed", "busy"]
"""`same`: the whole list came, byte for byte the one that is kept. `unchanged`: the publisher said so."""

_TAKEN_ON_TRUST = timedelta(hours=24)
"""After so long a list is fetched whole again, even if its publisher would say that it has not changed."""
_CLOCKS_AGREE = timedelta(hours=1)
_GROWTH = 4
_ALWAYS_ALLOWED = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went with one list."""

    list_id: str
    result: Result
    message: str = ""
    cause: str = ""
    objections: tuple[Objection, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """How to go about it."""

    limits: Limits
    watch: Callable[[Progress], None]
    acceptance: Acceptance = field(default_factory=Acceptance)
    patience: float = PATIENCE


def update(kept: Kept, published: PublishedList, request: Request) -> Outcome:
    """Brings one list up to date from its source."""
    try:
        with kept.at_work(request.patience):
            return _updated(kept, published, request)
    except BusyError as error:
        return Outcome(kept.list_id, "busy", str(error))


def _updated(kept: Kept, published: PublishedList, request: Request) -> Outcome:
    contact = kept.contact()
    try:
        if _scheme(published.url) in {"http", "https"}:
            return _fetched(kept, published, request, contact)
        return _copied(kept, published, request)
    except Exception as error:  # noqa: BLE001 - lists are independent: a mistake of ours in one must not stop the others
        outcome = failed(kept.list_id, error)
    now = datetime.now(UTC)
    with suppress(OSError):  # a full disk has been named already
        kept.note(
            msgspec.structs.replace(contact, failed_at=now, failure=outcome.message, cause=outcome.cause)
        )
    return outcome


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme
    except ValueError:
        raise FetchError("unreachable", f"The address {quoted(url)} cannot be read.") from None


def failed(list_id: str, error: Exception) -> Outcome:
    """How it went with a list that was not kept, by what stopped it."""
    match error:
        case RefusedError():
            return Outcome(list_id, "refused", str(error), "guard", error.objections)
        case FetchError():
            return Outcome(list_id, "failed", str(error), error.cause)
        case ListError():
            return Outcome(list_id, "failed", str(error), "unreadable")
        case StoreError():
            return Outcome(list_id, "failed", str(error), "store")
        case OSError():
            message = f"The store cannot be written: {error.strerror or error}."
            return Outcome(list_id, "failed", message, "store")
    return Outcome(list_id, "failed", _internal(error), "internal")


def _internal(error: Exception) -> str:
    """A mistake of ours, with its place and without a word of the list."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" in {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
    return f"Internal error ({type(error).__name__}{place}). This is a mistake of ours: please report it."


def _fetched(kept: Kept, published: PublishedList, request: Request, contact: Contact) -> Outcome:
    from sanctcheck.lists.fetch import fetch  # noqa: PLC0415 - a mirror folder needs no network
    from sanctcheck.lists.fetch.asking import USER_AGENT, Asked  # noqa: PLC0415

    current = kept.current()
    trusted = _is_trusted(contact, current, published.url)
    asked = Asked(
        published.url,
        published.content,
        hosts=frozenset(published.hosts),
        user_agent=published.user_agent or _user_agent(USER_AGENT, published.contact),
        largest=MAX_BYTES if request.acceptance.drop else _largest(current),
        etag=contact.etag if trusted else None,
        modified=contact.modified if trusted else None,
    )
    answer = fetch(asked, kept.incoming, request.limits, request.watch)
    retrieved_at, clock = _moment(answer.date)
    if answer.path is None:
        kept.note(msgspec.structs.replace(_well(contact), unchanged_at=retrieved_at, clock=clock))
        return Outcome(kept.list_id, "unchanged")
    arrived = Arrived(answer.path, published.file, answer.url, answer.modified)
    outcome, content = _taken(
        kept, published, Delivery((arrived,), "fetched", retrieved_at), request.acceptance
    )
    kept.note(
        Contact(
            sha256=content,
            verified_at=retrieved_at,
            etag=answer.etag,
            modified=answer.modified,
            url_hash=_hashed(published.url),
            clock=clock,
        )
    )
    return outcome


def _is_trusted(contact: Contact, current: Manifest | None, url: str) -> bool:
    """Whether the publisher's word that nothing has changed will do, because the whole list came not long ago."""
    if current is None or contact.verified_at is None:
        return False
    same = contact.sha256 == current.sha256 and contact.url_hash == _hashed(url)
    return same and timedelta(0) <= datetime.now(UTC) - contact.verified_at < _TAKEN_ON_TRUST


def _well(contact: Contact) -> Contact:
    return msgspec.structs.replace(contact, failed_at=None, failure="", cause="")


def _hashed(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:16]


def _user_agent(usual: str, contact: str | None) -> str:
    return usual if contact is None else f"{usual[:-1]}; {contact})"


def _largest(current: Manifest | None) -> int:
    if current is None:
        return MAX_BYTES
    return min(MAX_BYTES, max(_ALWAYS_ALLOWED, _GROWTH * sum(file.bytes for file in current.files)))


def _moment(date: str | None) -> tuple[datetime, str]:
    """Now; by the publisher's clock where this machine's is an hour or more away from it, which is said."""
    here = datetime.now(UTC).replace(microsecond=0)
    try:
        there = parsedate_to_datetime(date or "")
    except ValueError:
        return here, ""
    if there.tzinfo is None or abs(there - here) < _CLOCKS_AGREE:
        return here, ""
    hours = abs(there - here) / timedelta(hours=1)
    return there.astimezone(UTC), f"This machine’s clock and the publisher’s are {hours:,.0f} hours apart."


def _taken(
    kept: Kept, published: PublishedList, delivery: Delivery, acceptance: Acceptance
) -> tuple[Outcome, str]:
    """Takes a delivery in, unless it is what is kept already: then its bytes only replace their like."""
    hashes = delivery.hashes()
    content = content_of(hashes)
    current = kept.current()
    if current is not None and content == current.sha256:
        kept.put_raw({hashes[file.name]: file.path for file in delivery.files})
        return Outcome(kept.list_id, "same"), content
    take_in(kept, published, delivery, acceptance)
    return Outcome(kept.list_id, "new"), content


def _copied(kept: Kept, published: PublishedList, request: Request) -> Outcome:
    """From a mirror folder, or a `file:` address."""
    path = _local_path(published.url)
    arrived = copied(kept, path, published.file)
    with arrived.path.open("rb") as file:
        cause = wrong_content(file.read(HEAD), published.content)
    if cause is not None:
        raise FetchError(cause, f"{path} is no list of the kind that is expected ({cause}).")
    now = datetime.now(UTC).replace(microsecond=0)
    outcome, content = _taken(kept, published, Delivery((arrived,), "mirror", now), request.acceptance)
    kept.note(Contact(sha256=content, verified_at=now))
    return outcome


def _local_path(url: str) -> Path:
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.netloc in {"", "localhost"}:
        return Path(unquote(parts.path))
    if parts.scheme:
        raise FetchError("unreachable", f"Lists come by https, http or file, not by “{parts.scheme}”.")
    return Path(url)


def copied(kept: Kept, path: Path, name: str) -> Arrived:
    """A copy of a local file among those on their way in, so that nobody changes it while it is read.

    Raises:
        FetchError: it cannot be read, or is too large.
    """
    here = kept.incoming / f"{uuid4().hex}.copy"
    try:
        with regular_file(path, MAX_BYTES) as original, written_whole(here) as file:
            for piece in pieces(original):
                file.write(piece)
    except StoreError as error:
        raise FetchError("unreachable", str(error)) from error
    return Arrived(here, name, path.name)
