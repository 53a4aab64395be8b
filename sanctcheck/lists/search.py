"""Finding one listing by its id, in what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.cache import listings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.snapshot import Manifest
    from sanctcheck.lists.store import Kept


def found_in(kept: Kept, manifest: Manifest, name: str) -> Iterator[Listing]:
    """The listings of a snapshot that a name means: `un-sc:6908555`, `6908555` or `QDi.001`, in any case."""
    wanted = name.strip().casefold()
    for listing in listings(kept, manifest):
        if wanted in {listing.key.casefold(), listing.id.casefold(), listing.reference.casefold()}:
            yield listing
