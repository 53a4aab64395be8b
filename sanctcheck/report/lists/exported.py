"""Listings for other programs: CSV, JSON, FollowTheMoney; bytes, piece by piece, so that no list is held whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sanctcheck.report.json_text import tame
from sanctcheck.report.lists.json_form import attributed
from sanctcheck.report.lists.words import said
from sanctcheck.report.spreadsheet import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.snapshot import Manifest

    Found = Iterable[tuple[Manifest, Listing]]

_FIELDS = (
    "kind", "gender", "birth_dates", "birth_places", "nationalities", "addresses", "identifiers", "titles", "posts",
    "programmes", "regimes", "measures", "listed_on", "amended_on", "removed_on", "legal_basis", "reasons", "remarks",
    "cross_references",
)  # fmt: skip
_COLUMNS = ("list", "sha256", "published", "key", "reference", "name", "aliases", "weak_aliases", *_FIELDS)


def as_csv(found: Found, *, raw: bool) -> Iterator[bytes]:
    """A row a listing; several values of a field stand on lines of their own within a cell."""
    yield row(_COLUMNS, raw=True).encode()
    for manifest, listing in found:
        yield row(_cells(manifest, listing), raw=raw).encode()


def _cells(manifest: Manifest, listing: Listing) -> Iterator[str]:
    yield from (
        manifest.list,
        manifest.sha256,
        manifest.published,
        listing.key,
        listing.reference,
        listing.name,
    )
    others = [name for name in listing.names if name.text != listing.name]
    yield "\n".join(name.text for name in others if name.quality != "weak")
    yield "\n".join(name.text for name in others if name.quality == "weak")
    for field in _FIELDS:
        yield "\n".join(said(getattr(listing, field)))


def as_json(found: Found) -> Iterator[bytes]:
    """An array, a line a listing."""
    before = b"[\n"
    for manifest, listing in found:
        yield before + _encoded(attributed(manifest, listing))
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


def as_ftm(found: Found) -> Iterator[bytes]:
    """A line an entity."""
    from sanctcheck.lists.followthemoney import listing_as_ftm  # noqa: PLC0415 - only this format needs it

    for _, listing in found:
        for entity in listing_as_ftm(listing):
            yield _encoded(entity) + b"\n"


def _encoded(value: object) -> bytes:
    return tame(msgspec.json.encode(value).decode()).encode()
