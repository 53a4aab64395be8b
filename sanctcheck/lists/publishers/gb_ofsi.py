"""United Kingdom: OFSI's consolidated list (ConList), closed on 28 January 2026; read for history.

One row for each combination of name, date of birth and address. The layout changed in 2022: since then there
are names in other scripts, and the labelled parts of `Other Information` are regular.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.lists.countries import country
from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.grouping import RowReader
from sanctcheck.lists.header import checked_header
from sanctcheck.lists.model import CrossReference
from sanctcheck.lists.publishers import gb_facts as facts
from sanctcheck.lists.references import un_reference
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.rows import any_rows, column_cells, is_sheet, last_fields
from sanctcheck.lists.source import Recognised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sanctcheck.lists.draft import Draft
    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?Last Updated[,\t][^\n]*\n[^\n]*Name 6[,\t]Name 1[^\n]*Group ID")
_ID = "Group ID"
_COLUMN = "AJ"
"""Where the ids stand in the spreadsheet."""


def recognises(head: bytes, name: str) -> Recognised | None:
    """See `publishers`."""
    del name
    return Recognised("gb-ofsi", "table") if _HEADER.match(head) is not None else None


def count(source: Source) -> int:
    """See `publishers`."""
    found = column_cells(source.only, _COLUMN) if is_sheet(source.only) else last_fields(source.only)
    return len({number for number in found if number.isdigit()})


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """See `publishers`."""
    rows = any_rows(source.only, fallback="cp1252")
    first = next(rows, [])
    stated = str(first[1]) if len(first) > 1 else ""
    notes.published = listed_date(stated).start or stated
    required = (_ID, "Name 6", "Group Type")
    header = checked_header(next(rows, []), _READER.known, required, source.only.name, notes)
    for draft in _READER.read(rows, header, notes):
        draft.regimes = regimes_of("gb-ofsi", draft.programmes)
        yield draft.listing()


def _name(draft: Draft, *stated: str) -> None:
    *parts, kind, quality = stated
    facts.add_name(draft, parts, kind, quality)


def _address(draft: Draft, *stated: str) -> None:
    *lines, post_code, nation = stated
    facts.add_address(draft, lines, post_code, nation)


def _passport(draft: Draft, number: str, details: str) -> None:
    facts.add_documents(draft, "passport", "Passport", number, details)


def _national_identifier(draft: Draft, number: str, details: str) -> None:
    facts.add_documents(draft, "national-id", "National identification number", number, details)


_LABEL = re.compile(
    r"\((UK Sanctions List Ref|UN Ref|UK Statement of Reasons|Gender|Phone number|Email address|Fax|Tel|Website|"
    r"Type of entity|Parent company|Subsidiaries|Business Reg No|IMO number|Flag of ship|Type of ship|"
    r"Tonnage of ship|Length of ship|Year built|Current owners?|Previous flags?|Previous owners?|"
    r"Further Identifiying Information|Hull identification number[^():]*)\):"
)
_OLD_UN = re.compile(r"^UN Ref\.?:?\s*([A-Z]{1,2}[ie]?\.[A-Z0-9.]*\d)\.?(?=\s|$)", re.IGNORECASE)
_REFERENCE = re.compile(r"^([A-Za-z]{2,3}[ie]?\.?\s?[A-Z]?\.?\d[\d.]*)\.?(?:\s+|$)")


def _information(draft: Draft, text: str) -> None:
    """`(UN Ref):QDi.028. (UK Statement of Reasons):… (Gender):Male`, and free text before, between and after."""
    before, *labelled = _LABEL.split(text)
    old = _OLD_UN.match(before)
    if old is not None:
        number = old[1].rstrip(".")
        draft.cross_references.append(un_reference(number) or CrossReference("un-sc", number))
    facts.add_texts(draft.remarks, [before])
    for label, value in zip(labelled[::2], labelled[1::2], strict=True):
        plain = value.strip()
        if label in ("UK Sanctions List Ref", "UN Ref"):
            _reference(draft, label, plain)
        elif label == "UK Statement of Reasons":
            draft.reasons = plain
        elif label in _INFORMATION:
            _INFORMATION[label](draft, plain.removesuffix("."))
        else:
            draft.particular(label, plain)


def _reference(draft: Draft, label: str, text: str) -> None:
    """The reference, and what is written behind it without a label of its own."""
    found = _REFERENCE.match(text)
    if found is None:
        draft.not_understood("reference", text)
        draft.particular(label, text)
        return
    publisher = "un-sc" if label == "UN Ref" else "gb-fcdo"
    facts.add_reference(draft, publisher, found[1])
    facts.add_texts(draft.remarks, [text[found.end() :]])


def _number(label: str) -> Callable[[Draft, str], None]:
    return lambda draft, text: facts.add_identifier(draft, label, text)


_INFORMATION: dict[str, Callable[[Draft, str], None]] = {
    "Gender": facts.set_gender,
    "Phone number": _number("Phone number"),
    "Tel": _number("Telephone"),
    "Fax": _number("Fax"),
    "Email address": _number("Email address"),
    "Website": _number("Website"),
    "Business Reg No": _number("Business registration number"),
    "IMO number": lambda draft, text: facts.add_identifier(draft, "IMO number", text, "imo"),
    "Flag of ship": lambda draft, text: draft.nationalities.append(country(text)),
    "Year built": facts.add_birth_dates,
}
_GROUPS: tuple[tuple[tuple[str, ...], Callable[..., None]], ...] = (
    (("Group Type",), facts.set_kind),
    (("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6", "Alias Type", "Alias Quality"), _name),
    (
        ("Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language"),
        facts.add_original_name,
    ),
    (
        (
            "Address 1",
            "Address 2",
            "Address 3",
            "Address 4",
            "Address 5",
            "Address 6",
            "Post/Zip Code",
            "Country",
        ),
        _address,
    ),
    (("Town of Birth", "Country of Birth"), facts.add_birth_place),
    (("Passport Number", "Passport Details"), _passport),
    (("National Identification Number", "National Identification Details"), _national_identifier),
)
_CELLS: dict[str, Callable[[Draft, str], None]] = {
    "Title": lambda draft, text: facts.add_texts(draft.titles, [text]),
    "DOB": facts.add_birth_dates,
    "Nationality": facts.add_nationalities,
    "NI Number": lambda draft, text: facts.add_identifier(draft, "NI Number", text, "national-id"),
    "Position": lambda draft, text: facts.add_texts(draft.posts, [text]),
    "Other Information": _information,
    "Regime": lambda draft, text: facts.add_texts(draft.programmes, [text]),
    "Listed On": lambda draft, text: facts.add_date(draft, "date of listing", text, draft.listed_on),
    "UK Sanctions List Date Designated": lambda draft, text: draft.particular(
        "UK Sanctions List date designated", text
    ),
    "Last Updated": lambda draft, text: facts.add_date(draft, "date of amendment", text, draft.amended_on),
}
_READER = RowReader("gb-ofsi", _ID, _GROUPS, _CELLS)
