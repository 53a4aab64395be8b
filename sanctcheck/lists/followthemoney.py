"""Listings, and the target of a dossier, as FollowTheMoney entities: plain JSON objects, the main one first.

The words are those of FollowTheMoney 4 (Person, Organization, Vessel, Airplane, LegalEntity; Sanction;
Passport, Identification). A property holds texts; dates are partial ISO dates, countries are codes in small letters.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.dossier.model import Dossier, Target
    from sanctcheck.lists.model import Country, Identifier, ListedDate, Listing

Entity = dict[str, Any]
"""`id`, `schema`, `properties`."""

_SCHEMATA = {"person": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}
_LEGAL = frozenset({"Person", "Organization", "LegalEntity"})
_NAMES = {"primary": "name", "variation": "name", "original-script": "name", "former": "previousName"}
_PARTS = {"given": "firstName", "middle": "middleName", "family": "lastName", "father": "fatherName"}
# By kind of identifier, and the schemata that have the property; in the others it is an idNumber or a note.
_IDENTIFIERS = {
    "passport": ("passportNumber", {"Person"}),
    "national-id": ("idNumber", _LEGAL),
    "tax-id": ("taxNumber", _LEGAL),
    "registration": ("registrationNumber", {*_LEGAL, "Vessel", "Airplane"}),
    "imo": ("imoNumber", {"Vessel", "Organization"}),
    "mmsi": ("mmsi", {"Vessel"}),
    "call-sign": ("callSign", {"Vessel"}),
    "aircraft-serial": ("serialNumber", {"Airplane"}),
    "aircraft-tail": ("registrationNumber", {"Airplane"}),
    "bic": ("swiftBic", _LEGAL),
    "phone": ("phone", _LEGAL),
    "email": ("email", _LEGAL),
    "website": ("website", _LEGAL),
}
_BIRTH = {"Person": "birthDate", "Organization": "incorporationDate", "LegalEntity": "incorporationDate"}
_NATIONS = {"Person": "nationality", "Vessel": "flag"}
_AUTHORITIES = {
    "us-ofac": "US Office of Foreign Assets Control",
    "un-sc": "United Nations Security Council",
    "eu-fsf": "European Union",
    "gb-fcdo": "UK Foreign, Commonwealth and Development Office",
    "gb-ofsi": "UK Office of Financial Sanctions Implementation",
    "ca-sema": "Global Affairs Canada",
    "au-dfat": "Australian Department of Foreign Affairs and Trade",
    "ch-seco": "Swiss State Secretariat for Economic Affairs",
}
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9.-]+")


class _Properties(dict[str, list[str]]):
    """Texts by property; what is empty or said already is not added."""

    def put(self, name: str, *texts: str) -> None:
        for text in texts:
            if text and text not in self.setdefault(name, []):
                self[name].append(text)


def listing_as_ftm(listing: Listing) -> Iterator[Entity]:
    """The target of a listing, its documents, and the sanction upon it."""
    schema = _SCHEMATA.get(listing.kind, "LegalEntity")
    target = _entity_id(listing.publisher, listing.id)
    properties = _Properties()
    _put_names(properties, listing)
    _put_life(properties, listing, schema)
    _put_identifiers(properties, listing, schema)
    properties.put("address" if schema in _LEGAL else "notes", *(place.whole for place in listing.addresses))
    properties.put("notes", *listing.remarks, *(f"{each.label}: {each.text}" for each in listing.particulars))
    properties.put("topics", *([] if listing.is_removed else ["sanction"]))
    properties.put("programId" if listing.regimes else "notes", *listing.regimes)
    yield {"id": target, "schema": schema, "properties": dict(properties)}
    yield from _documents(listing, target, schema)
    yield _sanction(listing, target)


def target_as_ftm(dossier: Dossier) -> Iterator[Entity]:
    """The target of a dossier; nothing where it is marked as protected."""
    target = dossier.target
    if any(each is not None and each.level == "protected" for each in (dossier.handling, target.handling)):
        return
    schema = _SCHEMATA.get(target.type, "LegalEntity")
    properties = _Properties()
    for name in target.names:
        kind = "weakAlias" if name.kind == "weak-alias" else _NAMES.get(name.kind, "alias")
        properties.put(kind, name.name)
    _put_target(properties, target, schema)
    for identifier in target.identifiers:
        kind = _kind_of(identifier.kind)
        properties.put(_property(kind, schema), identifier.number)
    number = hashlib.sha256("|".join(properties.get("name", [])).encode()).hexdigest()[:12]
    yield {"id": f"sanctcheck-target-{number}", "schema": schema, "properties": dict(properties)}


def _entity_id(publisher: str, listing_id: str) -> str:
    """An id that FollowTheMoney takes; different ids stay different."""
    plain = _NOT_IN_IDS.sub("-", listing_id).strip("-")
    if plain != listing_id:
        plain += "-" + hashlib.sha256(listing_id.encode()).hexdigest()[:8]
    return f"{publisher}-{plain}"


def _put_names(properties: _Properties, listing: Listing) -> None:
    for name in listing.names:
        kind = "weakAlias" if name.quality == "weak" else _NAMES.get(name.kind, "alias")
        properties.put(kind, name.text)
        if name.kind == "primary" and listing.kind == "person":
            for part in name.parts:
                properties.put(_PARTS.get(part.kind, ""), part.text if part.kind in _PARTS else "")
    if not properties.get("name") and listing.names:
        properties.put("name", listing.name)


def _put_life(properties: _Properties, listing: Listing, schema: str) -> None:
    properties.put(_BIRTH.get(schema, "buildDate"), *_days(listing.birth_dates))
    properties.put(_NATIONS.get(schema, "country"), *_codes(listing.nationalities))
    if schema == "Person":
        properties.put("deathDate", *_days(listing.death_dates))
        properties.put("birthPlace", *(place.whole for place in listing.birth_places))
        properties.put("gender", listing.gender)
        properties.put("title", *listing.titles)
        properties.put("position", *listing.posts)
    else:
        properties.put("notes", *listing.titles, *listing.posts)


def _days(dates: Iterable[ListedDate]) -> Iterator[str]:
    """FollowTheMoney has no ranges: of one, both ends are given."""
    for each in dates:
        yield from (day for day in (each.start, each.end) if day)


def _codes(countries: Iterable[Country]) -> Iterator[str]:
    return (each.code.lower() for each in countries if each.code)


def _put_identifiers(properties: _Properties, listing: Listing, schema: str) -> None:
    for each in listing.identifiers:
        name = _property(each.kind, schema)
        properties.put(name, f"{each.label}: {each.number}".strip(": ") if name == "notes" else each.number)


def _property(kind: str, schema: str) -> str:
    name, schemata = _IDENTIFIERS.get(kind, ("", frozenset()))
    return name if schema in schemata else "notes"


def _documents(listing: Listing, target: str, schema: str) -> Iterator[Entity]:
    """Passports and identity cards with what is known of them."""
    if schema not in _LEGAL:
        return
    for number, each in enumerate(listing.identifiers):
        known = each.country is not None or each.issued is not None or each.expires is not None or each.note
        if each.kind in ("passport", "national-id") and each.number and known:
            yield _document(each, target, f"{target}-document-{number}")


def _document(each: Identifier, target: str, document: str) -> Entity:
    properties = _Properties()
    properties.put("holder", target)
    properties.put("number", each.number)
    properties.put("type", each.label)
    properties.put("country", *_codes([each.country] if each.country is not None else []))
    properties.put("startDate", *_days([each.issued] if each.issued is not None else []))
    properties.put("endDate", *_days([each.expires] if each.expires is not None else []))
    properties.put("summary", each.note)
    schema = "Passport" if each.kind == "passport" else "Identification"
    return {"id": document, "schema": schema, "properties": dict(properties)}


def _sanction(listing: Listing, target: str) -> Entity:
    properties = _Properties()
    properties.put("entity", target)
    properties.put("authority", _AUTHORITIES.get(listing.publisher, listing.publisher))
    properties.put("authorityId", listing.reference or listing.id)
    properties.put("program", *listing.programmes)
    properties.put("reason", listing.reasons)
    properties.put("provisions", *listing.measures, *listing.legal_basis)
    properties.put("listingDate", *_days(listing.listed_on))
    properties.put("modifiedAt", *_days(listing.amended_on))
    properties.put("endDate", *_days(listing.removed_on))
    properties.put(
        "unscId", *(each.reference for each in listing.cross_references if each.publisher == "un-sc")
    )
    return {"id": f"{target}-sanction", "schema": "Sanction", "properties": dict(properties)}


def _put_target(properties: _Properties, target: Target, schema: str) -> None:
    nations = [target.incorporated_in, *target.nationalities] if schema != "Person" else target.nationalities
    properties.put(_NATIONS.get(schema, "country"), *(nation.lower() for nation in nations if nation))
    properties.put(_BIRTH.get(schema, "buildDate"), _plain_day(target.born))
    if schema in _LEGAL:
        properties.put("address", target.address or "")
    if schema != "Person":
        return
    properties.put("deathDate", _plain_day(target.died))
    properties.put("birthPlace", target.birthplace or "")
    properties.put("gender", target.gender if target.gender in ("male", "female", "other") else "")
    properties.put("country", (target.residence or "").lower())
    properties.put(
        "position", *(", ".join(filter(None, (post.title, post.organisation))) for post in target.posts)
    )


def _plain_day(stated: str | None) -> str:
    """The date without `about`; FollowTheMoney has no word for it."""
    return "" if stated in (None, "unknown") else str(stated).rpartition(" ")[2]


def _kind_of(label: str) -> str:
    from sanctcheck.lists.identifiers import identifier_kind  # noqa: PLC0415 - listings have their kinds already

    return identifier_kind(label.replace("-", " "))
