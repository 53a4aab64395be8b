"""Australia: the consolidated list of the Department of Foreign Affairs and Trade, as XLSX in both layouts.

One row for each name. `Reference` is a number for the first name of an entry, and the number with letters for
the others (`2a`). The layout of November 2025 has more columns, and says how strong an alias is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.countries import countries
from sanctcheck.lists.dates import listed_date, listed_dates
from sanctcheck.lists.grouping import RowReader
from sanctcheck.lists.header import checked_header
from sanctcheck.lists.model import Identifier, ListedName, Place
from sanctcheck.lists.numbered import numbered
from sanctcheck.lists.references import first_un_reference
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.rows import column_cells, is_sheet
from sanctcheck.lists.scripts import script_of
from sanctcheck.lists.sheets import rows
from sanctcheck.lists.source import Recognised
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sanctcheck.lists.draft import Draft
    from sanctcheck.lists.model import Listing, ListingKind, NameKind, Quality
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_START = b"Reference\tName of Individual or Entity\tType\tName Type\t"
_KEY = "Reference"
_ENTRY = re.compile(r"\d+")
_NOTHING = frozenset({"na", "n/a", "-", "unknown"})
_LISTED = re.compile(r"\bListed (?:by|on|under)\b[^(]*?\b(\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})")
_KINDS: dict[str, ListingKind] = {"individual": "person", "entity": "entity", "vessel": "vessel"}
_NAMES: dict[str, NameKind] = {
    "primary name": "primary",
    "alias": "alias",
    "aka": "alias",
    "fka": "former",
    "formerly known as": "former",
    "original script": "original-script",
}
_STRENGTHS: dict[str, Quality] = {"strong": "strong", "weak": "weak", "": ""}


def recognises(head: bytes, name: str) -> Recognised | None:
    """See `publishers`."""
    del name
    return Recognised("au-dfat", "xlsx") if head.startswith(_START) else None


def count(source: Source) -> int:
    """See `publishers`."""
    return len(
        {found[0] for text in column_cells(source.only, "A") if (found := _ENTRY.match(text)) is not None}
    )


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """See `publishers`."""
    if not is_sheet(source.only):
        raise ListError(f"{quoted(source.only.name)} is no spreadsheet. Give the file as it is published.")
    table = rows(source.only)
    required = (_KEY, "Name of Individual or Entity", "Type", "Name Type", "Committees")
    header = checked_header(next(table, []), _READER.known, required, source.only.name, notes)
    latest = ""
    for draft in _READER.read(table, header, notes):
        draft.regimes = regimes_of("au-dfat", draft.programmes)
        latest = max(latest, *(each.start for each in draft.amended_on), "")
        notes.published = latest
        if not draft.kind_text:
            draft.not_understood("kind of target", "")
        yield draft.listing()


def _entry_of(reference: str) -> str:
    found = _ENTRY.match(reference)
    return found[0] if found is not None else ""


def _kind(draft: Draft, text: str) -> None:
    draft.kind_text = text
    kind = _KINDS.get(text.casefold())
    if kind is None:
        draft.not_understood("kind of target", text)
    draft.kind = kind or "other"


def _name(draft: Draft, name: str, kind_text: str, strength: str) -> None:
    text = " ".join(name.split())
    kind = _NAMES.get(" ".join(kind_text.casefold().split()))
    quality = _STRENGTHS.get(strength.casefold())
    if kind is None:
        draft.not_understood("kind of name", kind_text)
    if quality is None:
        draft.not_understood("quality of alias", strength)
    if text:
        draft.names.append(ListedName(text, kind or "alias", quality or "", script_of(text)))


def _values(text: str) -> list[str]:
    """What one cell states, which may be lettered: `a) 1970 b) 1967`."""
    return [value for value in numbered(text) if value.strip(" .").casefold() not in _NOTHING]


def _birth_dates(draft: Draft, text: str) -> None:
    for value in _values(text):
        draft.dates("date of birth", listed_dates(value), draft.birth_dates)


def _birth_places(draft: Draft, text: str) -> None:
    draft.birth_places.extend(_place(value) for value in _values(text))


def _addresses(draft: Draft, text: str) -> None:
    draft.addresses.extend(_place(value) for value in _values(text))


def _place(text: str) -> Place:
    """A place in one text, which ends with its country more often than not."""
    before, _, last = text.rpartition(",")
    nation = countries(last)[0]
    return Place(text=before.strip(), country=nation) if nation.code else Place(text=text)


def _nationalities(draft: Draft, text: str) -> None:
    draft.nationalities.extend(nation for value in _values(text) for nation in countries(value))


def _information(draft: Draft, text: str) -> None:
    """The UN number of the entry stands first; those further on are of other people."""
    reference = first_un_reference(text)
    if reference is not None:
        draft.cross_references.append(reference)
    draft.remarks.append(text)


def _listing_information(draft: Draft, text: str) -> None:
    found = _LISTED.search(text)
    day = listed_date(found[1] if found is not None else text)
    if day.start:
        draft.listed_on.append(day)
    if not day.start or day.text != text:
        draft.legal_basis.append(text)


def _instrument(draft: Draft, text: str) -> None:
    draft.legal_basis.append(text)


def _committee(draft: Draft, text: str) -> None:
    draft.programmes.append(text)


def _control_date(draft: Draft, text: str) -> None:
    draft.dates("control date", (listed_date(text),), draft.amended_on)


def _imo(draft: Draft, text: str) -> None:
    draft.identifiers.append(Identifier("imo", text, "IMO Number"))


def _measure(label: str) -> Callable[[Draft, str], None]:
    def read(draft: Draft, text: str) -> None:
        if text == "true":
            draft.measures.append(label)
        elif text != "false":
            draft.not_understood("measure", f"{label}: {text}")

    return read


_READER = RowReader(
    "au-dfat",
    _KEY,
    (
        (("Type",), _kind),
        (("Name of Individual or Entity", "Name Type", "Alias Strength"), _name),
    ),
    {
        "Date of Birth": _birth_dates,
        "Place of Birth": _birth_places,
        "Citizenship": _nationalities,
        "Address": _addresses,
        "Additional Information": _information,
        "Listing Information": _listing_information,
        "IMO Number": _imo,
        "Committees": _committee,
        "Control Date": _control_date,
        "Instrument of Designation": _instrument,
        "Targeted Financial Sanction": _measure("Targeted Financial Sanction"),
        "Travel Ban": _measure("Travel Ban"),
        "Arms Embargo": _measure("Arms Embargo"),
        "Maritime Restriction": _measure("Maritime Restriction"),
    },
    _entry_of,
)
