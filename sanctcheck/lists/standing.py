"""How each list stands: what is kept of it, how old that is, and what is odd about it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.catalogue import PublishedList
    from sanctcheck.lists.snapshot import Contact, Manifest
    from sanctcheck.lists.store import Kept

_AHEAD = timedelta(hours=1)
_SHOWN = 3


def usual_max_age() -> int:
    """Days after which a list is too old: seven, and two where a CI job runs."""
    return 2 if os.environ.get("CI") else 7


@dataclass(frozen=True, slots=True)
class Standing:
    """How one list stands."""

    list_id: str
    title: str
    licence: str
    """What is known of its terms of use."""
    snapshot: Manifest | None
    contact: Contact
    verified_at: datetime | None
    """When the whole list last came as it is kept."""
    age: timedelta | None
    is_stale: bool
    """Too old, or missing."""
    remarks: tuple[str, ...]
    is_damaged: bool = False
    """Something is kept, and none of it can be read."""

    @property
    def state(self) -> str:
        """In a word: `current`, `stale` or `missing`."""
        if self.snapshot is None:
            return "missing"
        return "stale" if self.is_stale else "current"


def standing(kept: Kept, published: PublishedList | None, now: datetime, max_age: int) -> Standing:
    """How a list stands at a moment; `max_age` in days."""
    snapshot, contact = kept.current(), kept.contact()
    verified_at = _verified_at(snapshot, contact)
    age = None if verified_at is None else now - verified_at
    return Standing(
        list_id=kept.list_id,
        title=kept.list_id if published is None else published.title,
        licence="not known" if published is None else published.licence,
        snapshot=snapshot,
        contact=contact,
        verified_at=verified_at,
        age=age,
        is_stale=is_too_old(age, max_age),
        remarks=tuple(_remarks(kept, published, snapshot, (contact, age, now))),
        is_damaged=snapshot is None and kept.is_damaged(),
    )


def is_too_old(age: timedelta | None, max_age: int) -> bool:
    """Whether a list of this age is not to be relied on; one from the future is not either."""
    return age is None or age > timedelta(days=max_age) or age < -_AHEAD


def _verified_at(snapshot: Manifest | None, contact: Contact) -> datetime | None:
    if snapshot is None:
        return None
    if contact.sha256 == snapshot.sha256 and contact.verified_at is not None:
        return contact.verified_at
    return snapshot.retrieved_at


def _remarks(
    kept: Kept,
    published: PublishedList | None,
    snapshot: Manifest | None,
    found: tuple[Contact, timedelta | None, datetime],
) -> Iterator[str]:
    contact, age, now = found
    if contact.failed_at is not None:
        yield f"The last try, on {contact.failed_at:%Y-%m-%d at %H:%M} UTC, failed: {contact.failure}"
    if contact.clock:
        yield contact.clock
    if snapshot is None:
        if kept.is_damaged():
            yield damaged(kept.list_id)
        return
    if kept.is_cut_short():
        yield "The snapshot that was kept last is gone, and the one before it is used: sanctcheck lists verify says more."
    if kept.numbers()[-1] != snapshot.number:
        yield "The newest snapshot cannot be read, and the one before it is used: sanctcheck lists verify says more."
    if age is not None and age < -_AHEAD:
        yield "It was fetched in the future: this machine’s clock is wrong, or was."
    if snapshot.origin == "imported":
        yield "Nobody asked its publisher: it was imported by hand."
    yield from _on_content(snapshot)
    if published is not None:
        yield from _on_rhythm(published, snapshot, now)


def _on_content(snapshot: Manifest) -> Iterator[str]:
    for objection in snapshot.accepted:
        yield f"Accepted ({snapshot.reason}): {objection.message}"
    not_understood = snapshot.profile.not_understood
    if not_understood:
        most = sorted(not_understood, key=lambda what: -not_understood[what])
        some = listed([f"{what} ({not_understood[what]:,})" for what in most[:_SHOWN]], "and")
        rest = f" and {len(most) - _SHOWN} more" if len(most) > _SHOWN else ""
        yield f"Not understood: {some}{rest}."


def _on_rhythm(published: PublishedList, snapshot: Manifest, now: datetime) -> Iterator[str]:
    if published.is_closed(now.date()):
        successor = f"; {published.replaced_by} replaces it" if published.replaced_by else ""
        yield f"Its publisher closed it on {published.valid_until}{successor}."
        return
    days = (now - (publisher_day(snapshot) or snapshot.retrieved_at)).days
    if days > published.rhythm_days:
        yield f"It has not changed for {days} days; up to {published.rhythm_days} are usual."


def damaged(list_id: str) -> str:
    """What is said of a list of which nothing that is kept can be read, with the way out."""
    return (
        f"What is kept of {list_id} is damaged, and no snapshot of it can be read: sanctcheck lists verify {list_id} says"
        f" more. Fetch it anew: sanctcheck lists update {list_id}"
    )


def publisher_day(snapshot: Manifest) -> datetime | None:
    """The publisher's own date of a snapshot, where it can be read."""
    try:
        return datetime.fromisoformat(snapshot.published[:10]).replace(tzinfo=UTC)
    except ValueError:
        return None
