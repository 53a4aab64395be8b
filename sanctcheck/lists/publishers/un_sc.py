"""United Nations Security Council: the consolidated list (`CONSOLIDATED_LIST`)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sanctcheck.lists.counting import count_elements
from sanctcheck.lists.countries import country
from sanctcheck.lists.dates import listed_date, period
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.identifiers import identifier_kind
from sanctcheck.lists.model import Identifier, ListedDate, ListedName, NamePart, Place
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.scripts import script_of
from sanctcheck.lists.source import Recognised
from sanctcheck.lists.xml import records, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.model import Country, Listing, ListingKind, NameKind, Quality
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_KINDS: dict[str, ListingKind] = {"INDIVIDUAL": "person", "ENTITY": "entity"}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_HEADERS = frozenset({"INDIVIDUALS", "ENTITIES"})


def recognises(head: bytes, name: str) -> Recognised | None:
    """See `publishers`."""
    return Recognised("un-sc", "xml") if root_of(head, name) == "CONSOLIDATED_LIST" else None


def count(source: Source) -> int:
    """See `publishers`."""
    return count_elements(source.only, *_KINDS)


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """See `publishers`."""
    for element in records(source.only, _KINDS):
        if element.tag in _KINDS:
            notes.records += 1
            yield _listing(element, notes)
        elif element.tag == "CONSOLIDATED_LIST":
            notes.published = element.get("dateGenerated", "")
        elif element.tag not in _HEADERS:
            notes.miss(f"element {element.tag}", "", "")


def _listing(element: Element, notes: Notes) -> Listing:
    draft = Draft("un-sc", element.findtext("DATAID", "").strip(), notes)
    draft.kind = _KINDS[element.tag]
    draft.kind_text = element.tag.capitalize()
    _name(draft, element)
    for child in element:
        read = _FIELDS.get(child.tag)
        if read is None:
            draft.unknown_element(f"{element.tag}/{child.tag}", child)
        else:
            read(draft, child)
    draft.regimes = regimes_of("un-sc", draft.programmes)
    return draft.listing()


def _name(draft: Draft, element: Element) -> None:
    """The parts are in reading order; the UN does not say which of them is a family name."""
    stated = [" ".join((element.findtext(field) or "").split()) for field in _NAMES]
    parts = [text for text in stated if text]
    first, *others = (text.strip() for text in " ".join(parts).split(";"))
    split = tuple(NamePart("other", part) for part in parts) if len(parts) > 1 and not others else ()
    more = (ListedName(other, "variation", "", script_of(other)) for other in others if other)
    draft.names_of_field(ListedName(first, "primary", "", script_of(first), parts=split), *more)


def _nothing(_draft: Draft, _element: Element) -> None:
    """What only serves the publisher's own book-keeping, or was read already."""


def _reference(draft: Draft, element: Element) -> None:
    draft.reference = (element.text or "").strip()


def _programme(draft: Draft, element: Element) -> None:
    draft.programmes.append((element.text or "").strip())


def _listed_on(draft: Draft, element: Element) -> None:
    if element.text:
        draft.dates("date of listing", (listed_date(element.text),), draft.listed_on)


def _gender(draft: Draft, element: Element) -> None:
    text = (element.text or "").strip()
    if text.casefold() in ("male", "female"):
        draft.gender = "male" if text.casefold() == "male" else "female"
    elif text:
        draft.not_understood("gender", text)
        draft.particular("Gender", text)


def _comments(draft: Draft, element: Element) -> None:
    text = (element.text or "").strip()
    if text:
        draft.remarks.append(text)
    if text.startswith("Gender: ") and not draft.gender:
        draft.gender = "female" if text[8:].casefold().startswith("female") else "male"


def _original_name(draft: Draft, element: Element) -> None:
    names = [name for text in (element.text or "").split(";") if (name := text.strip())]
    draft.names_of_field(*(ListedName(name, "original-script", "", script_of(name)) for name in names))


def _values(element: Element) -> list[str]:
    return [text for value in element if (text := (value.text or "").strip())]


def _titles(draft: Draft, element: Element) -> None:
    draft.titles.extend(_values(element))


def _posts(draft: Draft, element: Element) -> None:
    draft.posts.extend(_values(element))


def _nationalities(draft: Draft, element: Element) -> None:
    draft.nationalities.extend(country(text) for text in _values(element))


def _amended_on(draft: Draft, element: Element) -> None:
    draft.dates("date of amendment", map(listed_date, _values(element)), draft.amended_on)


def _list_type(draft: Draft, element: Element) -> None:
    draft.list_name = " ".join(_values(element))


_ALIAS = frozenset({"QUALITY", "ALIAS_NAME", "NOTE", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"})
_QUALITIES: dict[str, tuple[NameKind, Quality]] = {
    "": ("alias", ""),
    "Good": ("alias", "strong"),
    "Low": ("alias", "weak"),
    "a.k.a.": ("alias", ""),
    "f.k.a.": ("former", ""),
}


def _alias(draft: Draft, element: Element) -> None:
    stated = draft.children(element, element.tag, _ALIAS)
    if not stated:
        return
    kind, quality = _QUALITIES.get(stated.get("QUALITY", ""), ("alias", ""))
    if stated.get("QUALITY", "") not in _QUALITIES:
        draft.not_understood("quality of alias", stated["QUALITY"])
    where = Place(city=stated.get("CITY_OF_BIRTH", ""), country=_country(stated.get("COUNTRY_OF_BIRTH")))
    born = stated.get("DATE_OF_BIRTH", "")
    note = "; ".join(
        part for part in (stated.get("NOTE", ""), f"born {born}" if born else "", where.whole) if part
    )
    if born:
        draft.dates("date of birth", (listed_date(born),), draft.birth_dates)
    if where.whole:
        draft.birth_places.append(where)
    named = [name for text in stated.get("ALIAS_NAME", "").split(";") if (name := " ".join(text.split()))]
    draft.names_of_field(*(ListedName(name, kind, quality, script_of(name), note=note) for name in named))
    if not named:
        draft.keep(f"{element.tag}/NOTE", note)


def _country(text: str | None) -> Country | None:
    return country(text) if text else None


_PLACE = frozenset({"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"})


def _place(draft: Draft, element: Element, into: str) -> None:
    stated = draft.children(element, element.tag, _PLACE)
    if not stated:
        return
    where = Place(
        street=stated.get("STREET", ""),
        city=stated.get("CITY", ""),
        region=stated.get("STATE_PROVINCE", ""),
        post_code=stated.get("ZIP_CODE", ""),
        country=_country(stated.get("COUNTRY")),
        note=stated.get("NOTE", ""),
    )
    (draft.addresses if into == "addresses" else draft.birth_places).append(where)


_BORN = frozenset({"TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"})
_TYPES = frozenset({"", "EXACT", "APPROXIMATELY", "BETWEEN"})


def _birth_date(draft: Draft, element: Element) -> None:
    stated = draft.children(element, element.tag, _BORN)
    kind, note = stated.get("TYPE_OF_DATE", ""), stated.get("NOTE", "")
    if kind not in _TYPES:
        draft.not_understood("type of date", kind)
    circa = kind == "APPROXIMATELY" or note.casefold() == "approximately"
    value = stated.get("DATE") or stated.get("YEAR") or ""
    if "FROM_YEAR" in stated:
        first, last = stated["FROM_YEAR"], stated.get("TO_YEAR", "")
        value = f"{first} to {last}".removesuffix(" to ")
        found = period(first, last, value, circa=circa)
    elif value:
        found = listed_date(value)
    elif note:
        found = _noted_date(note)
    else:
        return
    text = f"{value} ({note})" if value and note else value or note
    whole = ListedDate(text, found.start, found.end, found.circa or circa, found.calendar)
    draft.dates("date of birth", (whole,), draft.birth_dates)


def _noted_date(note: str) -> ListedDate:
    if "hijri" in note.casefold():
        return ListedDate(note, calendar="islamic")
    return listed_date(note)


_DOCUMENT = frozenset(
    {"TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE", "CITY_OF_ISSUE",
     "DATE_OF_ISSUE", "NOTE"}
)  # fmt: skip


def _document(draft: Draft, element: Element) -> None:
    stated = draft.children(element, element.tag, _DOCUMENT)
    if not stated:
        return
    words = (stated.get("TYPE_OF_DOCUMENT", ""), stated.get("TYPE_OF_DOCUMENT2", ""))
    label = "; ".join(" ".join(word.split()) for word in words if word)
    issued = stated.get("DATE_OF_ISSUE")
    other = stated.get("COUNTRY_OF_ISSUE", "") if "ISSUING_COUNTRY" in stated else ""
    notes = (stated.get("NOTE", ""), stated.get("CITY_OF_ISSUE", ""), other)
    draft.identifiers.append(
        Identifier(
            identifier_kind(label),
            stated.get("NUMBER", ""),
            label,
            _country(stated.get("ISSUING_COUNTRY") or stated.get("COUNTRY_OF_ISSUE")),
            listed_date(issued) if issued else None,
            note="; ".join(note for note in notes if note),
        )
    )


_FIELDS: dict[str, Callable[[Draft, Element], None]] = {
    **dict.fromkeys(("DATAID", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", *_NAMES), _nothing),
    "REFERENCE_NUMBER": _reference,
    "UN_LIST_TYPE": _programme,
    "LISTED_ON": _listed_on,
    "GENDER": _gender,
    "COMMENTS1": _comments,
    "NAME_ORIGINAL_SCRIPT": _original_name,
    "TITLE": _titles,
    "DESIGNATION": _posts,
    "NATIONALITY": _nationalities,
    "LIST_TYPE": _list_type,
    "LAST_DAY_UPDATED": _amended_on,
    "INDIVIDUAL_ALIAS": _alias,
    "ENTITY_ALIAS": _alias,
    "INDIVIDUAL_ADDRESS": partial(_place, into="addresses"),
    "ENTITY_ADDRESS": partial(_place, into="addresses"),
    "INDIVIDUAL_PLACE_OF_BIRTH": partial(_place, into="birth_places"),
    "INDIVIDUAL_DATE_OF_BIRTH": _birth_date,
    "INDIVIDUAL_DOCUMENT": _document,
}
