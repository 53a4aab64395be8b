"""UK-Sanctions-List as a table: the full one of 58 columns (CSV, ODS, XLSX), and the short one of 8.

The full one has one row for each combination of name, address, document and date.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.lists.countries import country
from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.grouping import RowReader
from sanctcheck.lists.header import checked_header
from sanctcheck.lists.publishers import gb_facts as facts
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.rows import any_rows, count_distinct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sanctcheck.lists.draft import Draft
    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?(?:Report Date[^\n]*\n)?[^\n]*\bUnique ID\b[^\n]*\bRegime Name\b")
_REPORT = "Report Date"
_ID = "Unique ID"


def part_of(head: bytes, name: str) -> str | None:
    """Empty for a file in this format; else None."""
    del name
    return "" if _HEADER.match(head) is not None else None


def count(source: Source) -> int:
    """How many entries the file holds."""
    return count_distinct(source.only, rb"(?:^|,|>)\s*([A-Z]{2,4}\d{4})\s*(?:,|<|$)")


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    rows = any_rows(source.only)
    first = next(rows, [])
    if first and str(first[0]).startswith(_REPORT):
        stated = " ".join(str(cell) for cell in first).removeprefix(_REPORT).strip(" :")
        notes.published = listed_date(stated).start or stated
        first = next(rows, [])
    header = checked_header(first, _READER.known, (_ID, "Regime Name"), source.only.name, notes)
    for draft in _READER.read(rows, header, notes):
        draft.regimes = regimes_of("gb-fcdo", draft.programmes)
        yield draft.listing()


def _name(draft: Draft, *stated: str) -> None:
    *parts, kind, strength = stated
    facts.add_name(draft, parts, kind, strength)


def _address(draft: Draft, *stated: str) -> None:
    *lines, post_code, nation = stated
    facts.add_address(draft, lines, post_code, nation)


def _passport(draft: Draft, number: str, details: str) -> None:
    facts.add_documents(draft, "passport", "Passport", number, details)


def _national_identifier(draft: Draft, number: str, details: str) -> None:
    facts.add_documents(draft, "national-id", "National identifier", number, details)


def _only_name(draft: Draft, text: str) -> None:
    """The short table gives the primary name whole."""
    facts.add_name(draft, ["", "", "", "", "", text], "primary name", "")


_GROUPS: tuple[tuple[tuple[str, ...], Callable[..., None]], ...] = (
    (("Designation Type",), facts.set_kind),
    (("Type",), facts.set_kind),
    (("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6", "Name type", "Alias strength"), _name),
    (("Name non-latin script", "Non-latin script type", "Non-latin script language"), facts.add_original_name),
    (
        ("Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5",
         "Address Line 6", "Address Postal Code", "Address Country"),
        _address,
    ),
    (("Town of birth", "Country of birth"), facts.add_birth_place),
    (("Passport number", "Passport additional information"), _passport),
    (("National Identifier number", "National Identifier additional information"), _national_identifier),
)  # fmt: skip


def _particular(label: str) -> Callable[[Draft, str], None]:
    return lambda draft, text: draft.particular(label, text)


def _number(label: str) -> Callable[[Draft, str], None]:
    return lambda draft, text: facts.add_identifier(draft, label, text)


_CELLS: dict[str, Callable[[Draft, str], None]] = {
    "Last Updated": lambda draft, text: facts.add_date(draft, "date of amendment", text, draft.amended_on),
    "Date Designated": lambda draft, text: facts.add_date(
        draft, "date of designation", text, draft.listed_on
    ),
    "OFSI Group ID": lambda draft, text: facts.add_reference(draft, "gb-ofsi", text),
    "UN Reference Number": lambda draft, text: facts.add_reference(draft, "un-sc", text),
    "Name": _only_name,
    "Title": lambda draft, text: facts.add_texts(draft.titles, [text]),
    "Regime Name": lambda draft, text: facts.add_texts(draft.programmes, [text]),
    "Designation source": _particular("Designation source"),
    "Sanctions Imposed": lambda draft, text: facts.add_texts(draft.measures, re.split(r"[|,]", text)),
    "Other Information": lambda draft, text: facts.add_texts(draft.remarks, [text]),
    "UK Statement of Reasons": lambda draft, text: setattr(draft, "reasons", text),
    "Phone number": _number("Phone number"),
    "Website": _number("Website"),
    "Email address": _number("Email address"),
    "D.O.B": facts.add_birth_dates,
    "Nationality(/ies)": facts.add_nationalities,
    "Position": lambda draft, text: facts.add_texts(draft.posts, [text]),
    "Gender": facts.set_gender,
    "Type of entity": _particular("Type of entity"),
    "Subsidiaries": _particular("Subsidiary"),
    "Parent company": _particular("Parent company"),
    "Business registration number (s)": _number("Business registration number"),
    "IMO number": lambda draft, text: facts.add_identifier(draft, "IMO number", text, "imo"),
    "Current owner/operator (s)": _particular("Current owner/operator"),
    "Previous owner/operator (s)": _particular("Previous owner/operator"),
    "Current believed flag of ship": lambda draft, text: draft.nationalities.append(country(text)),
    "Previous flags": _particular("Previous flag"),
    "Type of ship": _particular("Type of ship"),
    "Tonnage of ship": _particular("Tonnage of ship"),
    "Length of ship": _particular("Length of ship"),
    "Year Built": facts.add_birth_dates,
    "Hull identification number (HIN)": _number("Hull identification number"),
}
_READER = RowReader("gb-fcdo", _ID, _GROUPS, _CELLS)
