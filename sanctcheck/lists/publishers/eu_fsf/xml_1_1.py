"""`xmlFullSanctionsList_1_1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.counting import count_elements
from sanctcheck.lists.draft import LOCAL_NAMES, Draft
from sanctcheck.lists.publishers.eu_fsf import facts
from sanctcheck.lists.xml import records, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

NAMESPACE = "{http://eu.europa.ec/fpi/fsd/export}"
_ROOT, _ENTITY = f"{NAMESPACE}export", f"{NAMESPACE}sanctionEntity"


def part_of(head: bytes, name: str) -> str | None:
    """Empty for a file in this format; else None."""
    return "" if root_of(head, name) == _ROOT else None


def count(source: Source) -> int:
    """How many entries the file holds."""
    return count_elements(source.only, "sanctionEntity")


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    for element in records(source.only, {_ENTITY}):
        if element.tag == _ENTITY:
            notes.records += 1
            yield _listing(element, notes)
        elif element.tag == _ROOT:
            notes.published = element.get("generationDate", "")
        else:
            notes.miss(f"element {LOCAL_NAMES[element.tag]}", "", "")


_ENTRY = frozenset(
    {"designationDate", "designationDetails", "unitedNationId", "euReferenceNumber", "logicalId"}
)


def _listing(entity: Element, notes: Notes) -> Listing:
    draft = Draft("eu-fsf", entity.get("logicalId", ""), notes)
    _check(draft, entity, "sanctionEntity", _ENTRY)
    facts.add_entity(draft, entity.attrib)
    for child in entity:
        reading = _READINGS.get(child.tag)
        if reading is None:
            draft.unknown_element(f"sanctionEntity/{LOCAL_NAMES[child.tag]}", child)
            continue
        known, read = reading
        if not known.issuperset(child.attrib):
            _check(draft, child, LOCAL_NAMES[child.tag], known)
        read(draft, child)
    facts.choose_primary(draft)
    return draft.listing()


def _check(draft: Draft, element: Element, path: str, known: frozenset[str]) -> None:
    if known.issuperset(element.attrib):
        return
    for attribute in element.attrib.keys() - known:
        draft.unknown("attribute", f"{path}@{attribute}", element.attrib[attribute])


def _remark(draft: Draft, element: Element) -> None:
    facts.add_remark(draft, element.text or "")


def _regulation(draft: Draft, element: Element) -> None:
    stated = draft.children(element, "regulation", frozenset({"publicationUrl"}))
    facts.add_regulation(draft, element.attrib, stated.get("publicationUrl", ""))


def _kind(draft: Draft, element: Element) -> None:
    facts.set_kind(draft, element.get("classificationCode", ""), element.get("code", ""))


_SUMMARY = frozenset({"regulationType", "publicationDate", "numberTitle", "publicationUrl"})


def _with_remark(add: Callable[[Draft, Mapping[str, str], str], None]) -> Callable[[Draft, Element], None]:
    """Reads an element that has its facts as attributes, and a remark, contacts and acts as children."""

    def read(draft: Draft, element: Element) -> None:
        if not len(element):
            add(draft, element.attrib, "")
            return
        remarks: list[str] = []
        for child in element:
            name = LOCAL_NAMES[child.tag]
            if name == "remark":
                remarks.append((child.text or "").strip())
            elif name == "regulationSummary":
                _check(draft, child, name, _SUMMARY)
                facts.add_regulation(draft, child.attrib)
            elif name == "contactInfo":
                facts.add_contact(draft, child.get("key", ""), child.get("value", ""))
            else:
                draft.unknown_element(f"{LOCAL_NAMES[element.tag]}/{name}", child)
        add(draft, element.attrib, "; ".join(remark for remark in remarks if remark))

    return read


_COMMON = frozenset({"regulationLanguage", "logicalId"})
_NATION = _COMMON | {"region", "countryIso2Code", "countryDescription"}
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "remark": frozenset(),
    "regulation": frozenset(
        {"regulationType", "organisationType", "publicationDate", "entryIntoForceDate", "numberTitle", "programme",
         "logicalId"}
    ),
    "subjectType": frozenset({"code", "classificationCode"}),
    "nameAlias": _COMMON
    | {"firstName", "middleName", "lastName", "wholeName", "function", "gender", "title", "nameLanguage", "strong"},
    "citizenship": _NATION,
    "birthdate": _NATION
    | {"circa", "calendarType", "city", "zipCode", "birthdate", "dayOfMonth", "monthOfYear", "year", "place",
       "yearRangeFrom", "yearRangeTo"},
    "address": _NATION | {"city", "street", "poBox", "zipCode", "place", "asAtListingTime"},
    "identification": _NATION
    | {"diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer", "issuedBy", "latinNumber",
       "nameOnDocument", "number", "identificationTypeCode", "identificationTypeDescription", "issueDate",
       "validFrom", "validTo"},
}  # fmt: skip
_READ: dict[str, Callable[[Draft, Element], None]] = {
    "remark": _remark,
    "regulation": _regulation,
    "subjectType": _kind,
    "nameAlias": _with_remark(facts.add_name),
    "citizenship": _with_remark(facts.add_citizenship),
    "birthdate": _with_remark(facts.add_birth),
    "address": _with_remark(facts.add_address),
    "identification": _with_remark(facts.add_identification),
}
_READINGS = {f"{NAMESPACE}{name}": (known, _READ[name]) for name, known in _ATTRIBUTES.items()}
