"""One entry of a published list, in the one shape that every publisher's file is read into.

Text stands as the publisher wrote it, with blanks at its ends taken off. An empty string or an empty tuple
says that the list states nothing. The classes are immutable, compare by value, and turn into compact JSON
and back (`listing_as_json`, `listing_from_json`); what is empty is left out of the JSON.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sanctcheck.days import StatedDay, stated_day

ListingKind = Literal["person", "entity", "vessel", "aircraft", "other"]
"""`other` is also what a publisher leaves unstated or uses for no one of these."""
NameKind = Literal["primary", "alias", "former", "variation", "original-script"]
Quality = Literal["", "strong", "weak"]
"""How well an alias identifies, as the publisher grades it; empty where it says nothing."""


class ListedDate(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A day, month, year or range, never more precise than it was written.

    `start` and `end` are ISO dates that may stop at the month or the year (`1962-03`). `end` is empty but for
    a range; `start` is empty where the text was not understood, and is then counted among what was not.
    """

    text: str
    start: str = ""
    end: str = ""
    circa: bool = False
    calendar: Literal["", "islamic"] = ""
    """`islamic`: `start` is empty unless the publisher gives the Gregorian date too."""

    @property
    def precision(self) -> Literal["", "day", "month", "year", "range"]:
        """What is known of it."""
        if self.end:
            return "range"
        return _PRECISION[len(self.start)]

    def span(self) -> StatedDay | None:
        """The days that it can mean, for comparison; None where it was not understood."""
        first = stated_day(f"about {self.start}" if self.circa else self.start) if self.start else None
        last = stated_day(f"about {self.end}" if self.circa else self.end) if self.end else first
        if first is None or last is None:
            return None
        return StatedDay(first.earliest, max(first.latest, last.latest))


_PRECISION: dict[int, Literal["", "day", "month", "year"]] = {0: "", 4: "year", 7: "month", 10: "day"}


class NamePart(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One part of a name, as the publisher labels it."""

    kind: Literal[
        "given", "middle", "family", "father", "grandfather", "maiden", "tribal", "title", "suffix", "nickname",
        "other",
    ]  # fmt: skip
    """`other`: the publisher only numbers its parts (UN, UK), or has a label of its own."""
    text: str


class ListedName(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One name of a listing."""

    text: str
    """The whole name as published (`SURNAME, Given` with OFAC), or its parts in the publisher's reading order."""
    kind: NameKind = "primary"
    quality: Quality = ""
    script: str = ""
    """ISO 15924 (`Latn`, `Cyrl`, `Arab`), from the characters themselves: publishers' own labels are unreliable."""
    language: str = ""
    """As the publisher states it."""
    parts: tuple[NamePart, ...] = ()
    note: str = ""


class Country(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A country as written, with its ISO 3166-1 alpha-2 code in capitals; empty where it is not one."""

    text: str
    code: str = ""


class Place(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A birthplace or an address; `text` holds what the publisher does not split."""

    text: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    post_code: str = ""
    country: Country | None = None
    note: str = ""

    @property
    def whole(self) -> str:
        """On one line."""
        country = self.country.text if self.country is not None else ""
        stated = (self.text, self.street, self.city, self.region, self.post_code, country)
        return ", ".join(part for part in stated if part)


IdentifierKind = Literal[
    "passport", "national-id", "tax-id", "registration", "imo", "mmsi", "call-sign", "aircraft-serial",
    "aircraft-tail", "bic", "crypto-address", "account", "phone", "email", "website", "other",
]  # fmt: skip


class Identifier(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A number, or an address that identifies like one."""

    kind: IdentifierKind
    number: str
    label: str = ""
    """The publisher's own word for its kind: `Cedula No.`, `Digital Currency Address - XBT`."""
    country: Country | None = None
    issued: ListedDate | None = None
    expires: ListedDate | None = None
    note: str = ""


class CrossReference(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The same target on another list: `publisher` as in `Listing.publisher`, and the reference used there."""

    publisher: str
    reference: str


class Relation(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Somebody whom the entry ties to its target: `kind` in the publisher's words (`Linked To`)."""

    kind: str
    name: str
    id: str = ""
    """The publisher's id of that listing, where it is given."""


class Particular(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What is stated of a target and has no field of its own: the publisher's label, and the text.

    For example `Vessel type`, `Gross tonnage`, `Family details`, `Secondary sanctions risk`.
    """

    label: str
    text: str


class Listing(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One entry of one list."""

    publisher: str
    """`us-ofac`, `un-sc`, `eu-fsf`, `gb-fcdo`, `gb-ofsi`, `ca-sema`, `au-dfat`, `ch-seco`, `opensanctions`."""
    id: str
    """The publisher's own id, unique within the list; `show ID` takes `PUBLISHER:ID` (`key`)."""
    reference: str = ""
    """What others quote, where it is not the id: `QDi.001`, `EU.27.28`."""
    list_name: str = ""
    """Which of a publisher's lists: `SDN`, `JVCFOA`; empty where it has only one."""
    kind: ListingKind = "other"
    kind_text: str = ""
    names: tuple[ListedName, ...] = ()
    gender: Literal["", "male", "female", "other"] = ""
    birth_dates: tuple[ListedDate, ...] = ()
    """For an entity or a vessel: founded, registered, built."""
    birth_places: tuple[Place, ...] = ()
    death_dates: tuple[ListedDate, ...] = ()
    nationalities: tuple[Country, ...] = ()
    """Also citizenships; for a vessel, its flags; for an entity, where it was set up."""
    addresses: tuple[Place, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    titles: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    """As published: `GLOMAG`, `Global Human Rights`, `HR`."""
    regimes: tuple[str, ...] = ()
    """Ids of this project for those of the programmes that it knows: `us-globalmagnitsky`, `gb-ghr`."""
    measures: tuple[str, ...] = ()
    listed_on: tuple[ListedDate, ...] = ()
    amended_on: tuple[ListedDate, ...] = ()
    removed_on: tuple[ListedDate, ...] = ()
    """Switzerland keeps removed entries in its file: not empty means that it is listed no more."""
    legal_basis: tuple[str, ...] = ()
    reasons: str = ""
    """The statement of reasons, where the list has one."""
    remarks: tuple[str, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    relations: tuple[Relation, ...] = ()
    particulars: tuple[Particular, ...] = ()
    rest: tuple[Particular, ...] = ()
    """What fits nowhere, by its path in the raw record. Nothing of a record is dropped."""

    @property
    def key(self) -> str:
        """Unique among all lists."""
        return f"{self.publisher}:{self.id}"

    @property
    def name(self) -> str:
        """The name to show: the first primary one, else the first."""
        return next((name.text for name in self.names if name.kind == "primary"), self._any_name())

    @property
    def is_removed(self) -> bool:
        """Whether the publisher keeps the entry although it is listed no more."""
        return bool(self.removed_on)

    def _any_name(self) -> str:
        return self.names[0].text if self.names else ""


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Listing)


def listing_as_json(listing: Listing) -> bytes:
    """One line of JSON without its line end."""
    return _ENCODER.encode(listing)


def listing_from_json(line: bytes | str) -> Listing:
    """The listing that `listing_as_json` wrote.

    Raises:
        ValueError: the line is not such a listing.
    """
    return _DECODER.decode(line)
