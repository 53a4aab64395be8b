"""Switzerland: the list of the State Secretariat for Economic Affairs (SESAM), `swiss-sanctions-list`.

Removed targets stay in the file. What a modification added or took away is repeated within it: only the
direct children of a target say what holds now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.counting import count_elements
from sanctcheck.lists.countries import country_by_code
from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.identifiers import identifier_kind, imo_number
from sanctcheck.lists.model import (
    Identifier,
    ListedDate,
    Place,
    Relation,
)
from sanctcheck.lists.publishers.ch_seco.names import add_name, one
from sanctcheck.lists.references import un_reference
from sanctcheck.lists.source import Recognised
from sanctcheck.lists.xml import records, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.model import Country, Listing, ListingKind
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_ROOT = "swiss-sanctions-list"
_KINDS: dict[str, ListingKind] = {"individual": "person", "entity": "entity"}
_OBJECTS: dict[str, ListingKind] = {"vessel": "vessel", "aircraft": "aircraft"}


def recognises(head: bytes, name: str) -> Recognised | None:
    """See `publishers`."""
    return Recognised("ch-seco", "xml") if root_of(head, name) == _ROOT else None


def count(source: Source) -> int:
    """See `publishers`."""
    return count_elements(source.only, "target")


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """See `publishers`."""
    tables = _Tables()
    for element in records(source.only, {"target"}):
        if element.tag == "target":
            notes.records += 1
            yield _listing(element, notes, tables)
        elif element.tag == _ROOT:
            notes.published = element.get("date", "")
            tables.list_type = element.get("list-type", "")
        elif element.tag == "sanctions-program":
            tables.add_programme(element)
        elif element.tag == "place":
            tables.add_place(element)
        else:
            notes.miss(f"element {element.tag}", "", "")


class _Tables:
    """What targets refer to by number, which stands before them in the file."""

    def __init__(self) -> None:
        self.list_type = ""
        self.sets: dict[str, tuple[str, str, str]] = {}
        self.places: dict[str, Place] = {}

    def add_programme(self, element: Element) -> None:
        """The measures (sets) of an ordinance, with its key and its name in English, or in whatever there is."""
        key, name, origin = (
            _in_english(element, "program-key"),
            _in_english(element, "program-name"),
            element.findtext("origin", ""),
        )
        words = f"{name} ({origin.strip()})" if origin.strip() else name
        for each in element.iterfind("sanctions-set"):
            number = each.get("ssid", "")
            if number not in self.sets or each.get("lang") == "eng":
                self.sets[number] = (key, words, (each.text or "").strip())

    def add_place(self, element: Element) -> None:
        """A place that addresses and birthplaces refer to."""
        self.places[element.get("ssid", "")] = Place(
            city=one(element, "location"),
            region=one(element, "area"),
            country=_country(element.find("country")),
        )


def _in_english(element: Element, tag: str) -> str:
    found = {each.get("lang", ""): (each.text or "").strip() for each in element.iterfind(tag)}
    return found.get("eng") or next(iter(found.values()), "")


def _country(element: Element | None) -> Country | None:
    if element is None:
        return None
    code, text = element.get("iso-code", ""), (element.text or "").strip()
    return country_by_code(code, text) if code or text else None


def _listing(target: Element, notes: Notes, tables: _Tables) -> Listing:
    draft = Draft("ch-seco", target.get("ssid", ""), notes)
    draft.list_name = tables.list_type
    sets = [(each.text or "").strip() for each in target.iterfind("sanctions-set-id")]
    for number in sets or target.get("sanctions-set-id", "").split():
        _add_set(draft, number, tables)
    for child in target:
        if child.tag in ("individual", "entity", "object"):
            _subject(draft, child, tables)
        elif child.tag == "modification":
            _modification(draft, child)
        elif child.tag in ("foreign-identifier", "generic-attribute"):
            _other(draft, child)
        elif child.tag != "sanctions-set-id":
            draft.unknown_element(f"target/{child.tag}", child)
    _listed_again(draft)
    return draft.listing()


def _listed_again(draft: Draft) -> None:
    """A target that was listed again after its removal is not removed."""
    listed = max((each.start for each in draft.listed_on), default="")
    removed = max((each.start for each in draft.removed_on), default="")
    if draft.removed_on and listed > removed:
        for each in draft.removed_on:
            draft.particular("Removed before it was listed again", each.text)
        draft.removed_on = []


def _add_set(draft: Draft, number: str, tables: _Tables) -> None:
    found = tables.sets.get(number)
    if found is None:
        draft.not_understood("sanctions set", number)
        draft.particular("Sanctions set", number)
        return
    key, ordinance, measure = found
    for value, into in ((key, draft.programmes), (ordinance, draft.legal_basis), (measure, draft.measures)):
        if value and value not in into:
            into.append(value)


def _other(draft: Draft, element: Element) -> None:
    text = (element.text or "").strip()
    if element.tag == "generic-attribute":
        draft.particular(element.get("name", "generic-attribute"), text)
        return
    reference = un_reference(text)
    if reference is not None:
        draft.cross_references.append(reference)
    else:
        draft.particular("Number in the source list", text)


def _modification(draft: Draft, element: Element) -> None:
    """When it was listed, amended or removed. What changed is not read: it is in the target already."""
    kind = element.get("modification-type", "")
    days = (element.get("effective-date"), element.get("publication-date"), element.get("enactment-date"))
    into = {"listed": draft.listed_on, "amended": draft.amended_on, "de-listed": draft.removed_on}.get(kind)
    if into is None:
        draft.not_understood("kind of modification", kind)
        draft.particular(f"Modification: {kind}", " ".join(day for day in days if day))
        return
    day = next((day for day in days if day), "")
    if day:
        draft.dates(f"{kind} on", (listed_date(day),), into)
    elif kind == "de-listed":
        into.append(ListedDate("on a day that is not stated"))
    for label, stated in zip(("publication", "enactment"), days[1:], strict=True):
        if stated and stated != day:
            draft.particular(f"Day of {label} ({kind} {day})", stated)


def _subject(draft: Draft, element: Element, tables: _Tables) -> None:
    draft.kind_text = element.get("object-type") or element.tag
    draft.kind = _KINDS.get(element.tag) or _OBJECTS.get(element.get("object-type", ""), "other")
    sex = element.get("sex", "")
    if sex in ("male", "female"):
        draft.gender = "male" if sex == "male" else "female"
    elif sex:
        draft.not_understood("gender", sex)
    for child in element:
        text = (child.text or "").strip()
        if child.tag == "identity":
            _identity(draft, child, tables)
        elif child.tag == "justification":
            draft.reasons = f"{draft.reasons}\n{text}".strip()
        elif child.tag == "other-information":
            _information(draft, text)
        elif child.tag == "relation":
            other = child.get("target-id", "")
            draft.relations.append(Relation(child.get("relation-type", ""), text or other, other))
        elif child.tag == "generic-attribute":
            _other(draft, child)
        else:
            draft.unknown_element(f"target/{element.tag}/{child.tag}", child)


def _information(draft: Draft, text: str) -> None:
    if not text:
        return
    draft.remarks.append(text)
    number = imo_number(text.replace("IMO Number", "IMO").replace("IMO number", "IMO"))
    if number:
        draft.identifiers.append(Identifier("imo", number, "IMO number"))


def _identity(draft: Draft, identity: Element, tables: _Tables) -> None:
    main = identity.get("main") == "true"
    for child in identity:
        read = _IDENTITY.get(child.tag)
        if child.tag == "name":
            add_name(draft, child, main=main)
        elif read is not None:
            read(draft, child, tables)
        else:
            draft.unknown_element(f"identity/{child.tag}", child)


def _birth_date(draft: Draft, element: Element, _tables: _Tables) -> None:
    stated = [element.get(part, "") for part in ("year", "month", "day")]
    numbers = [f"{int(part):02}" for part in stated if part.isascii() and part.isdigit()]
    text = "-".join(numbers)
    if not text:
        return
    calendar = element.get("calendar", "")
    if calendar not in ("", "Gregorian"):
        draft.birth_dates.append(ListedDate(f"{text} ({calendar})", calendar="islamic"))
        return
    found = listed_date(text)
    circa = element.get("quality") == "low"
    draft.dates("date of birth", (ListedDate(text, found.start, circa=circa),), draft.birth_dates)


def _nationality(draft: Draft, element: Element, _tables: _Tables) -> None:
    nation = _country(element.find("country"))
    if nation is not None:
        draft.nationalities.append(nation)


def _birth_place(draft: Draft, element: Element, tables: _Tables) -> None:
    draft.birth_places.append(_place(draft, element, tables))


def _place(draft: Draft, element: Element, tables: _Tables) -> Place:
    number = element.get("place-id", "")
    place = tables.places.get(number)
    if place is None:
        draft.not_understood("place", number)
        return Place(note=f"place {number}")
    return place


_ADDRESS = frozenset({"address-details", "c-o", "zip-code", "p-o-box", "remark"})


def _address(draft: Draft, element: Element, tables: _Tables) -> None:
    stated = draft.children(element, "identity/address", _ADDRESS)
    known = _place(draft, element, tables) if "place-id" in element.attrib else Place()
    box = stated.get("p-o-box", "")
    street = (stated.get("c-o", ""), stated.get("address-details", ""), f"PO Box {box}" if box else "")
    where = Place(
        street=", ".join(part for part in street if part),
        city=known.city,
        region=known.region,
        post_code=stated.get("zip-code", ""),
        country=known.country,
        note="; ".join(note for note in (stated.get("remark", ""), known.note) if note),
    )
    if where.whole or where.note:
        draft.addresses.append(where)


_DOCUMENT = frozenset({"number", "issuer", "date-of-issue", "expiry-date", "remark"})


def _document(draft: Draft, element: Element, _tables: _Tables) -> None:
    stated = draft.children(element, "identity/identification-document", _DOCUMENT)
    label, issuer = element.get("document-type", ""), element.find("issuer")
    issued, expires = stated.get("date-of-issue"), stated.get("expiry-date")
    draft.identifiers.append(
        Identifier(
            identifier_kind(label.replace("-", " ")),
            stated.get("number", ""),
            label,
            country_by_code(issuer.get("code", ""), (issuer.text or "").strip())
            if issuer is not None
            else None,
            listed_date(issued) if issued else None,
            listed_date(expires) if expires else None,
            stated.get("remark", ""),
        )
    )


def _attribute(draft: Draft, element: Element, _tables: _Tables) -> None:
    _other(draft, element)


_IDENTITY: dict[str, Callable[[Draft, Element, _Tables], None]] = {
    "day-month-year": _birth_date,
    "nationality": _nationality,
    "place-of-birth": _birth_place,
    "address": _address,
    "identification-document": _document,
    "generic-attribute": _attribute,
}
