"""SDN_ENHANCED.XML and CONS_ENHANCED.XML: the schema `sanctionsData` of the Sanctions List Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.counting import count_elements
from sanctcheck.lists.countries import country
from sanctcheck.lists.dates import listed_date, listed_dates, period
from sanctcheck.lists.draft import LOCAL_NAMES, Draft
from sanctcheck.lists.model import ListedName, NamePart, Place, Relation
from sanctcheck.lists.publishers.us_ofac import labels, names
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.scripts import script_of
from sanctcheck.lists.xml import records, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Literal
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.model import ListedDate, Listing, NameKind, Quality
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

NAMESPACE = "{https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML}"
_ROOT, _ENTITY = f"{NAMESPACE}sanctionsData", f"{NAMESPACE}entity"
_HEADERS = frozenset({"sanctionsData", "publicationInfo", "referenceValues", "featureTypes", "entities"})


def part_of(head: bytes, name: str) -> str | None:
    """The role of a file in this format, or None when it is not in it."""
    return "" if root_of(head, name) == _ROOT else None


def count(source: Source) -> int:
    """How many entries the file holds."""
    return count_elements(source.only, "entity")


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    for element in records(source.only, {_ENTITY}):
        name = LOCAL_NAMES[element.tag]
        if name == "entity":
            notes.records += 1
            yield _listing(element, notes)
        elif name == "publicationInfo":
            notes.published = element.findtext(f"{NAMESPACE}dataAsOf", "").partition("T")[0]
        elif name not in _HEADERS:
            notes.miss(f"element {name}", "", "")


def _listing(entity: Element, notes: Notes) -> Listing:
    draft = Draft("us-ofac", entity.get("id", ""), notes)
    for child in entity:
        name = LOCAL_NAMES[child.tag]
        read = _PARTS.get(name)
        if read is None:
            draft.unknown_element(f"entity/{name}", child)
        else:
            read(draft, child)
    draft.regimes = regimes_of("us-ofac", draft.programmes)
    return draft.listing()


_GENERAL = frozenset({"identityId", "entityType", "remarks", "title"})


def _general(draft: Draft, element: Element) -> None:
    stated = draft.children(element, "entity/generalInfo", _GENERAL)
    draft.kind_text = stated.get("entityType", "")
    draft.kind = names.kind_of(draft, draft.kind_text)
    if "title" in stated:
        draft.posts.append(stated["title"])
    draft.remarks.extend(part.strip() for part in stated.get("remarks", "").split("; ") if part.strip())


def _lists(draft: Draft, element: Element) -> None:
    """On which lists, and since when."""
    for each in element:
        name, day = (each.text or "").strip(), each.get("datePublished", "")
        if name == "SDN List" or not draft.list_name:
            draft.list_name = "SDN" if name == "SDN List" else "Consolidated"
        draft.particular("Sanctions list", f"{name} {day}".strip())
        if day:
            draft.dates("date of listing", (listed_date(day),), draft.listed_on)


def _texts(element: Element) -> Iterator[str]:
    return (text for child in element if (text := (child.text or "").strip()))


def _programmes(draft: Draft, element: Element) -> None:
    draft.programmes.extend(_texts(element))


def _types(draft: Draft, element: Element) -> None:
    draft.measures.extend(_texts(element))


def _authorities(draft: Draft, element: Element) -> None:
    draft.legal_basis.extend(_texts(element))


_NAME = frozenset({"isPrimary", "isLowQuality", "aliasType", "translations"})


def _names(draft: Draft, element: Element) -> None:
    for name in element:
        stated = draft.children(name, "entity/names/name", _NAME)
        kind: NameKind = "primary"
        quality: Quality = ""
        if stated.get("isPrimary") != "true":
            kind = names.alias_kind(draft, stated.get("aliasType", ""))
            quality = "weak" if stated.get("isLowQuality") == "true" else "strong"
        for translations in name.iterfind(f"{NAMESPACE}translations"):
            for translation in translations:
                draft.names.append(_translation(draft, translation, kind, quality))


_TRANSLATION = frozenset(
    {
        "isPrimary",
        "script",
        "formattedFirstName",
        "formattedLastName",
        "formattedFullName",
        "nameParts",
        "comments",
    }
)
_PART: dict[str, Literal["given", "middle", "family", "father", "maiden", "nickname", "other"]] = {
    "Last Name": "family",
    "First Name": "given",
    "Middle Name": "middle",
    "Maiden Name": "maiden",
    "Nickname": "nickname",
    "Patronymic": "father",
    "Matronymic": "other",
}
_WHOLE = frozenset({"Entity Name", "Vessel Name", "Aircraft Name"})


def _translation(draft: Draft, element: Element, kind: NameKind, quality: Quality) -> ListedName:
    stated = draft.children(element, "entity/names/name/translations/translation", _TRANSLATION)
    text = stated.get("formattedFullName", "")
    script = script_of(text)
    if kind == "primary" and stated.get("isPrimary") != "true":
        kind = "original-script" if script != "Latn" else "variation"
    parts = tuple(_parts(draft, element))
    return ListedName(text, kind, quality, script, parts=parts, note=stated.get("comments", ""))


def _parts(draft: Draft, element: Element) -> Iterator[NamePart]:
    for part in element.iterfind(f"{NAMESPACE}nameParts/{NAMESPACE}namePart"):
        stated = draft.children(part, "namePart", frozenset({"type", "value"}))
        label, value = stated.get("type", ""), stated.get("value", "")
        if label not in _WHOLE and value:
            if label not in _PART:
                draft.not_understood("part of a name", label)
            yield NamePart(_PART.get(label, "other"), value)


def _addresses(draft: Draft, element: Element) -> None:
    for address in element:
        stated = draft.children(address, "entity/addresses/address", frozenset({"country", "translations"}))
        nation = country(stated["country"]) if "country" in stated else None
        for translation in address.iterfind(f"{NAMESPACE}translations/{NAMESPACE}translation"):
            known = frozenset({"isPrimary", "script", "addressParts"})
            draft.children(translation, "entity/addresses/address/translations/translation", known)
            parts: dict[str, str] = {}
            for part in translation.iterfind(f"{NAMESPACE}addressParts/{NAMESPACE}addressPart"):
                one = draft.children(part, "addressPart", frozenset({"type", "value"}))
                parts[one.get("type", "")] = one.get("value", "")
            streets = [parts.pop(line, "") for line in ("ADDRESS1", "ADDRESS2", "ADDRESS3")]
            where = Place(
                street=", ".join(line for line in streets if line),
                city=parts.pop("CITY", ""),
                region=", ".join(filter(None, (parts.pop("STATE/PROVINCE", ""), parts.pop("REGION", "")))),
                post_code=parts.pop("POSTAL CODE", ""),
                country=nation,
            )
            for label, text in parts.items():
                draft.unknown("element", f"addressPart {label}", text)
            if where.whole:
                draft.addresses.append(where)


_FEATURE = frozenset(
    {"type", "versionId", "value", "valueDate", "valueRefId", "isPrimary", "reliability", "comments"}
)
_RENAMED = {"Birthdate": "DOB", "Place of Birth": "POB", "Nationality Country": "nationality"}


def _features(draft: Draft, element: Element) -> None:
    for feature in element:
        stated = draft.children(feature, "entity/features/feature", _FEATURE)
        label, value = stated.get("type", ""), stated.get("value", "")
        label = _RENAMED.get(label, label)
        if labels.field_of(label) == "birth-date":
            draft.dates("date of birth", _birth_dates(feature, value), draft.birth_dates)
        elif labels.field_of(label) == "identifier":
            draft.identifiers.append(labels.identifier(label, value, note=stated.get("comments", "")))
        else:
            labels.add_fact(draft, label, value)
            draft.keep(f"{label} comments", stated.get("comments", ""))
        if stated.get("reliability", "Confirmed") != "Confirmed":
            draft.particular(f"Reliability of {label} {value}", stated["reliability"])


def _birth_dates(feature: Element, text: str) -> Iterator[ListedDate]:
    """The text says it best; the dates beside it are taken where it cannot be read."""
    for each in listed_dates(text):
        if each.start:
            yield each
            continue
        dates = feature.find(f"{NAMESPACE}valueDate")
        if dates is None:
            yield each
            continue
        first = dates.findtext(f"{NAMESPACE}fromDateBegin", "")
        last = dates.findtext(f"{NAMESPACE}toDateEnd", "")
        circa = dates.findtext(f"{NAMESPACE}isApproximate", "") == "true"
        yield period(first, last, text, circa=circa)
        return


_DOCUMENT = frozenset(
    {"type", "name", "documentNumber", "isValid", "issuingLocation", "issuingCountry", "issuingAuthority",
     "issueDate", "expirationDate", "comments"}
)  # fmt: skip


def _documents(draft: Draft, element: Element) -> None:
    for document in element:
        stated = draft.children(document, "entity/identityDocuments/identityDocument", _DOCUMENT)
        dates = (stated.get("issueDate", ""), stated.get("expirationDate", ""))
        label = stated.get("type", "")
        nation = stated.get("issuingCountry", "")
        notes = [stated.get(field, "") for field in ("issuingAuthority", "issuingLocation", "comments")]
        notes = [note for note in notes if note and note != nation]
        if stated.get("isValid") == "false":
            notes.append("not valid")
        number = stated.get("documentNumber", "")
        draft.identifiers.append(labels.identifier(label, number, nation, dates, "; ".join(notes)))


def _relations(draft: Draft, element: Element) -> None:
    known = frozenset({"type", "relatedEntity", "quality", "comments"})
    for relation in element:
        stated = draft.children(relation, "entity/relationships/relationship", known)
        other = relation.find(f"{NAMESPACE}relatedEntity")
        other_id = other.get("entityId", "") if other is not None else ""
        kind, name = stated.get("type", ""), stated.get("relatedEntity", "")
        draft.relations.append(Relation(kind, name, other_id))
        for field in ("quality", "comments"):
            draft.particular(f"{kind} {name}, {field}", stated.get(field, ""))


_PARTS: dict[str, Callable[[Draft, Element], None]] = {
    "generalInfo": _general,
    "sanctionsLists": _lists,
    "sanctionsPrograms": _programmes,
    "sanctionsTypes": _types,
    "legalAuthorities": _authorities,
    "names": _names,
    "addresses": _addresses,
    "features": _features,
    "identityDocuments": _documents,
    "relationships": _relations,
}
