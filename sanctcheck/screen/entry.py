"""What a corpus keeps of a listing: what a hit shows, and what tells its bearer from a namesake."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from sanctcheck.lists.model import (  # noqa: TC001 - msgspec reads them
    Country,
    CrossReference,
    Identifier,
    ListedDate,
    ListingKind,
)

if TYPE_CHECKING:
    from sanctcheck.lists.model import Listing

_REASONS = 4_000
"""Characters of the statement of reasons that are kept; the list itself has the rest."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One listing, in short."""

    number: int
    """Which list of the corpus it stands in."""
    key: str
    """As `Listing.key`: what `lists show` takes."""
    id: str
    """The publisher's own reference: see `own_reference`."""
    name: str
    digest: str
    """Of what it says of its target and of the listing: another one says that it was amended."""
    kind: ListingKind = "other"
    names: tuple[str, ...] = ()
    births: tuple[ListedDate, ...] = ()
    nationalities: tuple[Country, ...] = ()
    gender: str = ""
    identifiers: tuple[Identifier, ...] = ()
    programmes: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    listed_on: tuple[str, ...] = ()
    removed_on: tuple[str, ...] = ()
    reasons: str = ""
    posts: tuple[str, ...] = ()
    list_name: str = ""
    """Which of its publisher's lists, where that has several."""
    amended_on: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    references: tuple[CrossReference, ...] = ()
    """Where its publisher says that the same target stands on another list."""

    @property
    def is_removed(self) -> bool:
        """Whether its publisher keeps it although it is listed no more."""
        return bool(self.removed_on)


def entry_of(listing: Listing, number: int) -> Entry:
    """A listing, in short."""
    return Entry(
        number=number,
        key=listing.key,
        id=own_reference(listing),
        name=listing.name,
        digest=digest(listing),
        kind=listing.kind,
        names=tuple(dict.fromkeys(name.text for name in listing.names)),
        births=listing.birth_dates,
        nationalities=listing.nationalities,
        gender=listing.gender,
        identifiers=listing.identifiers,
        programmes=listing.programmes,
        regimes=listing.regimes,
        listed_on=tuple(day.start or day.text for day in listing.listed_on),
        removed_on=tuple(day.start or day.text for day in listing.removed_on),
        reasons=listing.reasons[:_REASONS],
        posts=listing.posts,
        list_name=listing.list_name,
        amended_on=tuple(day.start or day.text for day in listing.amended_on),
        legal_basis=listing.legal_basis,
        references=listing.cross_references,
    )


def own_reference(listing: Listing) -> str:
    """What the publisher itself calls the entry in letters and on its pages.

    That is the reference (`QDi.001`, `EU.27.28`), else the id. Canada gives no id: there it is what the law calls
    the entry, `Country|Schedule|Item`, with an empty place where the law has no schedule or no item.
    """
    if listing.publisher != "ca-sema":
        return listing.reference or listing.id
    entry = listing.id.split("/")
    if len(entry) == 2:
        has_item = any(text.startswith("item ") for text in listing.legal_basis)
        entry = [entry[0], "", entry[1]] if has_item else [*entry, ""]
    own = "JVCFOR" if entry[0] == "JVCFOA" else entry[0]
    return "|".join([own, *entry[1:]])


def digest(listing: Listing) -> str:
    """Changes when the list says something else of the target, or of the listing.

    Texts are taken as published, so that a better reading of the same text changes nothing.
    """
    said = (
        listing.kind,
        [name.text for name in listing.names],
        listing.gender,
        [day.text for day in listing.birth_dates],
        [place.whole for place in listing.birth_places],
        [country.text for country in listing.nationalities],
        [identifier.number for identifier in listing.identifiers],
        list(listing.programmes),
        [day.text for day in listing.removed_on],
        listing.reasons,
    )
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:16]
