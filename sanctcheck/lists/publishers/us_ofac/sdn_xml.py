"""SDN.XML and consolidated.xml: the schema `sdnList`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sanctcheck.lists.counting import count_elements
from sanctcheck.lists.countries import country
from sanctcheck.lists.dates import listed_date, listed_dates
from sanctcheck.lists.draft import LOCAL_NAMES, Draft
from sanctcheck.lists.model import Place, Relation
from sanctcheck.lists.publishers.us_ofac import labels, names
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.xml import records, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

NAMESPACES = (
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    "http://tempuri.org/sdnList.xsd",
)
_ROOTS = frozenset(f"{{{namespace}}}sdnList" for namespace in NAMESPACES)
_ENTRIES = frozenset(f"{{{namespace}}}sdnEntry" for namespace in NAMESPACES)
_LINKED = "Linked To:"


def part_of(head: bytes, name: str) -> str | None:
    """The role of a file in this format, or None when it is not in it."""
    return "" if root_of(head, name) in _ROOTS else None


def count(source: Source) -> int:
    """How many entries the file holds."""
    return count_elements(source.only, "sdnEntry")


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    for element in records(source.only, _ENTRIES):
        name = LOCAL_NAMES[element.tag]
        if name == "sdnEntry":
            notes.records += 1
            yield _listing(element, names.list_name(source.only.name), notes)
        elif name == "publshInformation":
            _published(element, notes)
        elif name != "sdnList":
            notes.miss(f"element {name}", "", "")


def _published(element: Element, notes: Notes) -> None:
    for child in element:
        text = (child.text or "").strip()
        if LOCAL_NAMES[child.tag] == "Publish_Date":
            month, _, rest = text.partition("/")
            day, _, year = rest.partition("/")
            notes.published = listed_date(f"{day}/{month}/{year}").start or text
        elif LOCAL_NAMES[child.tag] == "Record_Count" and text.isdigit():
            notes.declared = int(text)


def _listing(entry: Element, list_name: str, notes: Notes) -> Listing:
    draft = Draft(
        "us-ofac",
        next((child.text or "" for child in entry if child.tag.endswith("}uid")), "").strip(),
        notes,
    )
    draft.list_name = list_name
    plain: dict[str, str] = {}
    later: list[tuple[Callable[[Draft, Element], None], Element]] = []
    for child in entry:
        name = LOCAL_NAMES[child.tag]
        if name in _PLAIN:
            plain[name] = (child.text or "").strip()
        elif name in _LISTS:
            later.append((_LISTS[name], child))
        else:
            draft.unknown_element(f"sdnEntry/{name}", child)
    draft.kind_text = plain.get("sdnType", "")
    draft.kind = names.kind_of(draft, draft.kind_text)
    draft.names.append(
        names.listed_name(
            plain.get("lastName", ""), plain.get("firstName", ""), person=draft.kind == "person"
        )
    )
    if plain.get("title"):
        draft.posts.append(plain["title"])
    for read, child in later:
        read(draft, child)
    if plain.get("remarks"):
        _remarks(draft, plain["remarks"])
    draft.regimes = regimes_of("us-ofac", draft.programmes)
    return draft.listing()


def _programmes(draft: Draft, element: Element) -> None:
    draft.programmes.extend(child.text.strip() for child in element if child.text)


def _aliases(draft: Draft, element: Element) -> None:
    known = frozenset({"uid", "type", "category", "lastName", "firstName"})
    for alias in element:
        stated = draft.children(alias, "sdnEntry/akaList/aka", known)
        kind = names.alias_kind(draft, stated.get("type", ""))
        quality = names.quality_of(draft, stated.get("category", ""))
        last, first = stated.get("lastName", ""), stated.get("firstName", "")
        person = draft.kind == "person"
        draft.names.append(names.listed_name(last, first, person=person, kind=kind, quality=quality))


_ADDRESS = frozenset(
    {"uid", "address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country"}
)


def _addresses(draft: Draft, element: Element) -> None:
    for address in element:
        stated = draft.children(address, "sdnEntry/addressList/address", _ADDRESS)
        lines = (stated.get("address1"), stated.get("address2"), stated.get("address3"))
        where = Place(
            street=", ".join(line for line in lines if line),
            city=stated.get("city", ""),
            region=stated.get("stateOrProvince", ""),
            post_code=stated.get("postalCode", ""),
            country=country(stated["country"]) if "country" in stated else None,
        )
        if where.whole:
            draft.addresses.append(where)


_DOCUMENT = frozenset({"uid", "idType", "idNumber", "idCountry", "issueDate", "expirationDate"})


def _documents(draft: Draft, element: Element) -> None:
    for document in element:
        stated = draft.children(document, "sdnEntry/idList/id", _DOCUMENT)
        label, number = stated.get("idType", ""), stated.get("idNumber", "")
        if labels.field_of(label) == "identifier":
            dates = (stated.get("issueDate", ""), stated.get("expirationDate", ""))
            draft.identifiers.append(labels.identifier(label, number, stated.get("idCountry", ""), dates))
        else:
            labels.add_fact(draft, label, number or stated.get("idCountry", ""))


def _stated_items(draft: Draft, element: Element, field: str) -> Iterator[str]:
    """The values of a list of items, the main one first as it stands."""
    for item in element:
        path = f"sdnEntry/{field}List/{LOCAL_NAMES[item.tag]}"
        stated = draft.children(item, path, frozenset({"uid", "mainEntry", field, "country"}))
        value = stated.get(field) or stated.get("country")
        if value:
            yield value


def _birth_dates(draft: Draft, element: Element) -> None:
    for text in _stated_items(draft, element, "dateOfBirth"):
        draft.dates("date of birth", listed_dates(text), draft.birth_dates)


def _birth_places(draft: Draft, element: Element) -> None:
    draft.birth_places.extend(labels.place(text) for text in _stated_items(draft, element, "placeOfBirth"))


def _nations(draft: Draft, element: Element, field: str) -> None:
    draft.nationalities.extend(country(text) for text in _stated_items(draft, element, field))


_VESSEL = {
    "vesselType": "Vessel Type",
    "vesselOwner": "Vessel Owner",
    "tonnage": "Vessel Tonnage",
    "grossRegisteredTonnage": "Vessel Gross Registered Tonnage",
}


def _vessel(draft: Draft, element: Element) -> None:
    known = frozenset({*_VESSEL, "callSign", "vesselFlag"})
    stated = draft.children(element, "sdnEntry/vesselInfo", known)
    if "callSign" in stated:
        draft.identifiers.append(labels.identifier("Vessel Call Sign", stated["callSign"]))
    if "vesselFlag" in stated:
        draft.nationalities.append(country(stated["vesselFlag"]))
    for field, label in _VESSEL.items():
        draft.particular(label, stated.get(field, ""))


def _remarks(draft: Draft, text: str) -> None:
    """Free text, with links to others in brackets: `(Linked To: X)`."""
    for segment in text.split("; "):
        plain = segment.strip()
        if plain.startswith("(" + _LINKED) and plain.endswith(")"):
            draft.relations.append(Relation("Linked To", plain[len(_LINKED) + 1 : -1].strip()))
        elif plain:
            draft.remarks.append(plain)


_PLAIN = frozenset({"uid", "firstName", "lastName", "title", "sdnType", "remarks"})
_LISTS: dict[str, Callable[[Draft, Element], None]] = {
    "programList": _programmes,
    "akaList": _aliases,
    "addressList": _addresses,
    "idList": _documents,
    "dateOfBirthList": _birth_dates,
    "placeOfBirthList": _birth_places,
    "nationalityList": partial(_nations, field="nationality"),
    "citizenshipList": partial(_nations, field="citizenship"),
    "vesselInfo": _vessel,
}
