"""`entities.ftm.json`: FollowTheMoney entities, one a line.

A target and what is said of it (its sanctions, passports, addresses, relations) are entities of their own, in
any order. So the file is read twice: first for what is said, then for the targets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from sanctcheck.errors import ListError
from sanctcheck.lists.countries import country_by_code
from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.limits import MAX_RECORD_BYTES
from sanctcheck.lists.model import (
    CrossReference,
    Identifier,
    ListedName,
    NamePart,
    Particular,
    Place,
    Relation,
)
from sanctcheck.lists.publishers.opensanctions.schemata import KINDS, cross_references
from sanctcheck.lists.references import un_reference
from sanctcheck.lists.scripts import script_of
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import IdentifierKind, Listing, NameKind, Quality
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import RawFile, Source


class _Entity(msgspec.Struct, gc=False):
    id: str
    schema: str
    caption: str = ""
    properties: dict[str, list[Any]] = {}
    datasets: list[str] = []
    referents: list[str] = []
    target: bool | None = None
    first_seen: str | None = None
    last_seen: str | None = None
    last_change: str | None = None

    def values(self, name: str) -> list[str]:
        """The values of a property."""
        return [value for value in self.properties.get(name, ()) if isinstance(value, str) and value]


_DECODER = msgspec.json.Decoder(_Entity)
_START = re.compile(rb'\s*\{[^\n]*"schema"\s*:\s*"[A-Z]\w+"')
_SCHEMA = re.compile(rb'"schema"\s*:\s*"(' + "|".join(KINDS).encode() + rb')"')
_NO_TARGET = re.compile(rb'"target"\s*:\s*false')
_OF_TARGET = {
    "Sanction": "entity",
    "Identification": "holder",
    "Passport": "holder",
    "Address": "",
    "Ownership": "asset",
    "Directorship": "director",
    "Membership": "member",
    "Employment": "employee",
    "Representation": "agent",
    "Family": "person",
    "Associate": "person",
    "Associates": "person",
    "UnknownLink": "subject",
    "Occupancy": "holder",
}
"""What is said of a target: by schema, the property that names the target. Addresses are named by it."""
_OTHER_SIDE = {
    "Ownership": "owner",
    "Directorship": "organization",
    "Membership": "organization",
    "Employment": "employer",
    "Representation": "client",
    "Family": "relative",
    "Associate": "associate",
    "UnknownLink": "object",
    "Occupancy": "post",
}


def part_of(head: bytes, name: str) -> str | None:
    """Empty for a file in this format; else None."""
    del name
    return "" if _START.match(head) is not None else None


def count(source: Source) -> int:
    """How many targets the file holds."""
    with source.only.open() as content:
        return sum(1 for line in content if _SCHEMA.search(line) and not _NO_TARGET.search(line))


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    said = _Said(source.only)
    for entity in _entities(source.only):
        if entity.schema in KINDS and entity.target is not False:
            notes.records += 1
            notes.published = max(notes.published, entity.last_seen or "")
            yield _listing(entity, said, notes)
        elif entity.schema in KINDS or entity.schema in _OF_TARGET:
            notes.beside += 1
        else:
            notes.beside += 1
            notes.miss(f"schema {entity.schema}", entity.caption, entity.id)


def _entities(file: RawFile) -> Iterator[_Entity]:
    with file.open() as content:
        number = 0
        while line := content.readline(MAX_RECORD_BYTES):
            number += 1
            if len(line) == MAX_RECORD_BYTES:
                raise ListError(
                    f"{quoted(file.name)} has a line {number} of more than 4 MiB, and no list has."
                )
            if not line.strip():
                continue
            try:
                yield _DECODER.decode(line)
            except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
                raise ListError(
                    f"{quoted(file.name)} has no FollowTheMoney entity in line {number}. It is cut off or damaged. "
                    "Fetch it again."
                ) from error


class _Said:
    """What the file says of its targets in entities of their own."""

    def __init__(self, file: RawFile) -> None:
        self.by_target: dict[str, list[_Entity]] = {}
        self.addresses: dict[str, _Entity] = {}
        self.captions: dict[str, str] = {}
        wanted: set[str] = set()
        for entity in _entities(file):
            field = _OF_TARGET.get(entity.schema)
            if field is None:
                continue
            if not field:
                self.addresses[entity.id] = entity
            for target in entity.values(field):
                self.by_target.setdefault(target, []).append(entity)
            wanted.update(entity.values(_OTHER_SIDE.get(entity.schema, "")))
        if wanted:
            self.captions = {each.id: each.caption for each in _entities(file) if each.id in wanted}


_NAMES: dict[str, tuple[NameKind, Quality]] = {
    "alias": ("alias", ""),
    "weakAlias": ("alias", "weak"),
    "previousName": ("former", ""),
    "abbreviation": ("alias", ""),
}
_PARTS = {
    "firstName": "given",
    "secondName": "middle",
    "middleName": "middle",
    "fatherName": "father",
    "motherName": "other",
    "lastName": "family",
    "nameSuffix": "suffix",
}
_IDENTIFIERS: dict[str, IdentifierKind] = {
    "passportNumber": "passport",
    "idNumber": "national-id",
    "socialSecurityNumber": "national-id",
    "taxNumber": "tax-id",
    "vatCode": "tax-id",
    "innCode": "tax-id",
    "kppCode": "tax-id",
    "registrationNumber": "registration",
    "ogrnCode": "registration",
    "okpoCode": "registration",
    "leiCode": "registration",
    "uscCode": "registration",
    "dunsCode": "registration",
    "licenseNumber": "registration",
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "callSign": "call-sign",
    "serialNumber": "aircraft-serial",
    "icaoCode": "aircraft-serial",
    "swiftBic": "bic",
    "bikCode": "bic",
    "publicKey": "crypto-address",
    "phone": "phone",
    "email": "email",
    "website": "website",
    "isinCode": "other",
    "ticker": "other",
    "uniqueEntityId": "other",
    "wikidataId": "other",
}
_DATES = ("birthDate", "incorporationDate", "buildDate", "registrationDate")
_NATIONS = ("nationality", "citizenship", "jurisdiction", "flag", "country", "mainCountry")


def _listing(entity: _Entity, said: _Said, notes: Notes) -> Listing:
    draft = Draft("opensanctions", entity.id, notes)
    draft.kind, draft.kind_text = KINDS[entity.schema], entity.schema
    draft.list_name = ";".join(entity.datasets)
    _names(draft, entity)
    for name, kind in _IDENTIFIERS.items():
        draft.identifiers.extend(Identifier(kind, number, name) for number in entity.values(name))
    for name in _DATES:
        draft.dates("date of birth", map(listed_date, entity.values(name)), draft.birth_dates)
    draft.dates("date of death", map(listed_date, entity.values("deathDate")), draft.death_dates)
    for name in _NATIONS:
        draft.nationalities.extend(country_by_code(code) for code in entity.values(name))
    draft.birth_places = [Place(text=text) for text in entity.values("birthPlace")]
    draft.addresses = [Place(text=text) for text in entity.values("address")]
    draft.addresses += [
        _address(said.addresses[each]) for each in entity.values("addressEntity") if each in said.addresses
    ]
    draft.titles, draft.posts = entity.values("title"), entity.values("position")
    draft.programmes = entity.values("programId") + entity.values("program")
    draft.remarks = entity.values("notes") + entity.values("summary") + entity.values("description")
    draft.gender = _gender(entity)
    draft.cross_references = list(cross_references([entity.id, *entity.referents]))
    for each in said.by_target.get(entity.id, ()):
        _add_said(draft, each, said)
    for name in entity.properties.keys() - _READ:
        draft.particulars.extend(_particulars(name, entity))
    return draft.listing()


_READ = frozenset(
    {"name", *_NAMES, *_PARTS, *_IDENTIFIERS, *_DATES, *_NATIONS, "deathDate", "birthPlace", "address",
     "addressEntity", "title", "position", "programId", "program", "notes", "summary", "description", "gender"}
)  # fmt: skip


def _particulars(name: str, entity: _Entity) -> Iterator[Particular]:
    for value in entity.properties[name]:
        text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
        yield Particular(name, text)


def _names(draft: Draft, entity: _Entity) -> None:
    named = entity.values("name") or ([entity.caption] if entity.caption else [])
    if entity.caption in named:
        named.remove(entity.caption)
        named.insert(0, entity.caption)
    parts = tuple(
        NamePart(kind, values[0])  # type: ignore[arg-type]
        for name, kind in _PARTS.items()
        if len(values := entity.values(name)) == 1
    )
    for number, text in enumerate(named):
        kind: NameKind = "variation" if number else "primary"
        draft.names.append(ListedName(text, kind, script=script_of(text), parts=() if number else parts))
    for name, (kind, quality) in _NAMES.items():
        draft.names.extend(ListedName(text, kind, quality, script_of(text)) for text in entity.values(name))
    for name in _PARTS:
        if len(entity.values(name)) > 1:
            draft.particular(name, "; ".join(entity.values(name)))


def _gender(entity: _Entity) -> Any:
    stated = entity.values("gender")
    return stated[0] if len(stated) == 1 and stated[0] in ("male", "female", "other") else ""


def _address(entity: _Entity) -> Place:
    def one(name: str) -> str:
        return "; ".join(entity.values(name))

    code = next(iter(entity.values("country")), "")
    return Place(
        text="" if one("street") or one("city") else one("full"),
        street=", ".join(filter(None, (one("street"), one("street2")))),
        city=one("city"),
        region=one("state") or one("region"),
        post_code=one("postalCode"),
        country=country_by_code(code) if code else None,
        note=one("remarks"),
    )


def _add_said(draft: Draft, entity: _Entity, said: _Said) -> None:
    if entity.schema == "Sanction":
        _sanction(draft, entity)
    elif entity.schema in ("Identification", "Passport"):
        _document(draft, entity)
    else:
        kind = "; ".join(entity.values("role") or entity.values("relationship")) or entity.schema
        for other in entity.values(_OTHER_SIDE.get(entity.schema, "")):
            draft.relations.append(Relation(kind, said.captions.get(other, other), other))


def _sanction(draft: Draft, entity: _Entity) -> None:
    """A listing by one authority; a target of OpenSanctions may have several."""
    for name, into in (("program", draft.programmes), ("programId", draft.programmes), ("provisions", draft.measures),
                       ("authority", draft.legal_basis)):  # fmt: skip
        into.extend(value for value in entity.values(name) if value not in into)
    reasons = "\n".join(entity.values("reason"))
    draft.reasons = "\n".join(filter(None, (draft.reasons, reasons)))
    starts = entity.values("listingDate") or entity.values("startDate")
    draft.dates("date of listing", map(listed_date, starts), draft.listed_on)
    for text in entity.values("unscId"):
        reference = un_reference(text)
        draft.cross_references.append(reference or CrossReference("un-sc", text))
    for name in (
        "endDate",
        "status",
        "authorityId",
        "recordId",
        "duration",
        "summary",
        "sourceUrl",
        "country",
    ):
        for value in entity.values(name):
            draft.particular(f"Sanction, {name}", value)


def _document(draft: Draft, entity: _Entity) -> None:
    code = next(iter(entity.values("country")), "")
    issued, expires = entity.values("startDate"), entity.values("endDate")
    label = "; ".join(entity.values("type")) or entity.schema
    for number in entity.values("number"):
        draft.identifiers.append(
            Identifier(
                "passport" if entity.schema == "Passport" else "national-id",
                number,
                label,
                country_by_code(code) if code else None,
                listed_date(issued[0]) if issued else None,
                listed_date(expires[0]) if expires else None,
                "; ".join(entity.values("summary")),
            )
        )
