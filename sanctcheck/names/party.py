"""What is known of somebody who is compared: from a listing, from a query, from a dossier.

Text stands as it was given. The classes are immutable, compare by value, and turn into JSON and back with msgspec,
so that an index can keep them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from sanctcheck.lists.model import IdentifierKind, ListedDate  # noqa: TC001 - msgspec reads them when it decodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import Country, Listing

PartyKind = Literal["person", "entity", "vessel", "aircraft", "other", ""]
"""Empty (and `other`, which publishers use for what they leave unstated) fits every kind."""
MOST_NAMES = 500
"""More names than any listing has: what a hostile file can make one comparison cost is bounded."""


class PartyName(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One name of a party."""

    text: str
    weak: bool = False
    """The publisher grades it as a weak alias: it identifies less."""
    kind: str = "primary"
    """As `ListedName.kind`."""


class PartyIdentifier(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A number that identifies."""

    kind: IdentifierKind
    number: str
    country: str = ""
    """ISO 3166-1 alpha-2 of who issued it, in capitals; empty where it is not known."""


class Party(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Somebody, or something, with a name."""

    names: tuple[PartyName, ...]
    kind: PartyKind = ""
    births: tuple[ListedDate, ...] = ()
    """Several where sources differ; each may be partial, a range, or approximate."""
    countries: tuple[str, ...] = ()
    """Every country that it is tied to (ISO 3166-1 alpha-2, in capitals): nationality, flag, birthplace, seat."""
    gender: str = ""
    """`male`, `female`, or empty."""
    identifiers: tuple[PartyIdentifier, ...] = ()

    @property
    def name(self) -> str:
        """The name to show: the first primary one, else the first; empty where it has none."""
        primary = (name.text for name in self.names if name.kind == "primary")
        return next(primary, self.names[0].text if self.names else "")


def party_named(name: str, kind: PartyKind = "") -> Party:
    """A party of whom only a name is known."""
    return Party((PartyName(name),), kind)


def party_from_listing(listing: Listing) -> Party:
    """What a listing says of its target that can be compared."""
    return Party(
        names=tuple(_names(listing)),
        kind=listing.kind,
        births=tuple(day for day in listing.birth_dates if day.start),
        countries=tuple(dict.fromkeys(_countries(listing))),
        gender=listing.gender if listing.gender in {"male", "female"} else "",
        identifiers=tuple(dict.fromkeys(_identifiers(listing))),
    )


def _names(listing: Listing) -> Iterator[PartyName]:
    seen: set[str] = set()
    # Where a name is repeated as a weak one, its stronger mention counts.
    for name in sorted(listing.names, key=lambda name: name.quality == "weak"):
        if name.text and name.text not in seen and len(seen) < MOST_NAMES:
            seen.add(name.text)
            yield PartyName(name.text, name.quality == "weak", name.kind)


def _countries(listing: Listing) -> Iterator[str]:
    def stated() -> Iterator[Country | None]:
        yield from listing.nationalities
        for place in (*listing.birth_places, *listing.addresses):
            yield place.country
        for identifier in listing.identifiers:
            yield identifier.country

    for country in stated():
        if country is not None and country.code:
            yield country.code


def _identifiers(listing: Listing) -> Iterator[PartyIdentifier]:
    for each in listing.identifiers:
        if each.number:
            yield PartyIdentifier(each.kind, each.number, each.country.code if each.country else "")
