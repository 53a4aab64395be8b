"""Canada: the consolidated autonomous list (`sema-lmes.xml`), in which the Magnitsky Act's listings stand too.

Entries have no id and the file has no date. An entry is known here by its regulations, schedule and item,
and by a number where these repeat. Since August 2026 the elements have names in both languages, parted by a
hyphen; the English half is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.lists.counting import count_elements
from sanctcheck.lists.dates import listed_date, listed_dates
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.model import Identifier, ListedName, NamePart
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.scripts import script_of
from sanctcheck.lists.source import Recognised
from sanctcheck.lists.xml import records, root_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_FIELDS = {
    "Country": "country",
    "LastName": "last",
    "GivenName": "given",
    "Entity": "entity",
    "EntityOrShip": "entity",
    "Title": "title",
    "TitleOrShip": "title",
    "TitleOrShipType": "title",
    "Aliases": "aliases",
    "DateOfBirth": "born",
    "DateOfBirthOrShipBuildDate": "born",
    "ShipIMONumber": "imo",
    "Schedule": "schedule",
    "Item": "item",
    "DateOfListing": "listed",
}
_MAGNITSKY = "Justice for Victims of Corrupt Foreign Officials"
_SUFFIX = r"(?:ltd|limited|inc|llc|l\.l\.c|co|corp|s\.?a|plc|gmbh|fze|fzco|jsc|pjsc|ojsc|ooo|lp|llp|jr|sr)\b"
_BETWEEN = re.compile(rf"\s*(?:;|\n|\s/\s|\bor\b|,(?!\s*{_SUFFIX}))\s*", re.IGNORECASE)
_MARKS = (";", ",", " / ", " or ", " OR ", " Or ")
"""Without one of these a text is one alias, and the slow look for what parts them is saved."""
_LANGUAGE = re.compile(r"^([A-Z][a-z]{3,12}):\s*")


def recognises(head: bytes, name: str) -> Recognised | None:
    """See `publishers`."""
    known = root_of(head, name) == "data-set" and b"<record>" in head and b"<Country" in head
    return Recognised("ca-sema", "xml") if known else None


def count(source: Source) -> int:
    """See `publishers`."""
    return count_elements(source.only, "record")


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """See `publishers`."""
    taken: dict[str, int] = {}
    for element in records(source.only, {"record"}):
        if element.tag == "record":
            notes.records += 1
            yield _listing(element, notes, taken)
        elif element.tag != "data-set":
            notes.miss(f"element {element.tag}", "", "")


def _listing(element: Element, notes: Notes, taken: dict[str, int]) -> Listing:
    draft = Draft("ca-sema", "", notes)
    stated: dict[str, str] = {}
    unknown: list[Element] = []
    for child in element:
        tag, text = child.tag, child.text
        field = _FIELDS.get(tag) or _FIELDS.get(tag.partition("-")[0])
        if field is None:
            unknown.append(child)
        elif text and (plain := " ".join(text.split())):
            stated[field] = plain
    _identity(draft, stated, taken)
    for child in unknown:
        draft.unknown_element(f"record/{child.tag}", child)
    _target(draft, stated)
    _aliases(draft, stated.get("aliases", ""))
    if "born" in stated:
        field = "date of building" if "imo" in stated else "date of birth"
        draft.dates(field, listed_dates(stated["born"]), draft.birth_dates)
    if "listed" in stated:
        draft.dates("date of listing", (listed_date(stated["listed"]),), draft.listed_on)
        notes.published = max(notes.published, draft.listed_on[0].start)
    return draft.listing()


def _identity(draft: Draft, stated: dict[str, str], taken: dict[str, int]) -> None:
    """The id is made of what the law calls the entry, because there is no other."""
    programme = stated.get("country", "")
    english = programme.partition(" / ")[0]
    magnitsky = english.startswith(_MAGNITSKY)
    draft.list_name = "JVCFOA" if magnitsky else "SEMA"
    draft.programmes = [programme] if programme else []
    if magnitsky:
        draft.regimes = regimes_of("ca-sema", [draft.list_name])
    schedule, item = stated.get("schedule", ""), stated.get("item", "")
    entry = "/".join(part for part in ("JVCFOA" if magnitsky else english, schedule, item) if part)
    taken[entry] = taken.get(entry, 0) + 1
    draft.id = entry if taken[entry] == 1 else f"{entry}#{taken[entry]}"
    if schedule or item:
        mark = ", " if schedule and item else ""
        draft.legal_basis = [
            f"{f'Schedule {schedule}' if schedule else ''}{mark}{f'item {item}' if item else ''}"
        ]


def _target(draft: Draft, stated: dict[str, str]) -> None:
    """A ship has an IMO number, an entity a name in one piece, and all others are persons."""
    title = stated.get("title", "")
    if "imo" in stated:
        draft.kind, draft.kind_text = "vessel", "ship"
        draft.identifiers.append(Identifier("imo", stated["imo"], "Ship IMO number"))
        draft.particular("Type of ship", title)
        title = ""
    elif "entity" in stated:
        draft.kind, draft.kind_text = "entity", "entity"
    else:
        draft.kind, draft.kind_text = "person", "person"
    if title:
        draft.titles = [title]
    if "entity" in stated:
        draft.names.append(ListedName(stated["entity"], script=script_of(stated["entity"])))
    given, last = stated.get("given", ""), stated.get("last", "")
    if given or last:
        text = f"{given} {last}".strip()
        labelled = (("given", given), ("family", last))
        parts = tuple([NamePart(kind, part) for kind, part in labelled if part])  # type: ignore[arg-type]
        draft.names.append(ListedName(text, script=script_of(text), parts=parts))


def _aliases(draft: Draft, text: str) -> None:
    """Several in one text, in several languages, and now and then with the language before it."""
    if not text:
        return
    names: list[ListedName] = []
    several = any(mark in text for mark in _MARKS)
    for part in _BETWEEN.split(text) if several else (text,):
        labelled = _LANGUAGE.match(part)
        language = labelled[1] if labelled is not None else ""
        name = part[labelled.end() :] if labelled is not None else part
        if name.strip(" ."):
            names.append(ListedName(name.strip(), "alias", "", script_of(name), language))
    draft.names_of_field(*names)
