"""What two snapshots of a list differ in. Of both only what differs is held."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.lists.model import Listing, listing_as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Amended:
    """A listing that stands in both and is not the same."""

    before: Listing
    after: Listing

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in which they differ."""
        return tuple(
            field
            for field in Listing.__struct_fields__
            if getattr(self.before, field) != getattr(self.after, field)
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """Listings by id, in the order of the snapshot in which they stand."""

    added: tuple[Listing, ...]
    removed: tuple[Listing, ...]
    amended: tuple[Amended, ...]


def difference(before: Callable[[], Iterable[Listing]], after: Callable[[], Iterable[Listing]]) -> Difference:
    """What came, what went and what changed; each side is read twice rather than held."""
    was = {listing.id: _digest(listing) for listing in before()}
    now = {listing.id: _digest(listing) for listing in after()}
    changed = {key for key in was.keys() & now.keys() if was[key] != now[key]}
    earlier = {listing.id: listing for listing in before() if listing.id in changed or listing.id not in now}
    later = {listing.id: listing for listing in after() if listing.id in changed or listing.id not in was}
    return Difference(
        added=tuple(later[key] for key in later if key not in was),
        removed=tuple(earlier[key] for key in earlier if key not in now),
        amended=tuple(Amended(earlier[key], later[key]) for key in later if key in changed),
    )


def _digest(listing: Listing) -> bytes:
    return hashlib.blake2b(listing_as_json(listing), digest_size=16).digest()
