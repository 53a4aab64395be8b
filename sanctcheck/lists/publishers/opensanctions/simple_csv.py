"""`targets.simple.csv`: one row a target, several values in a cell parted by semicolons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.lists.countries import country_by_code
from sanctcheck.lists.dates import listed_dates
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.header import checked_header
from sanctcheck.lists.identifiers import imo_number
from sanctcheck.lists.model import Identifier, ListedName, Place
from sanctcheck.lists.publishers.opensanctions.schemata import KINDS, cross_references
from sanctcheck.lists.rows import count_distinct
from sanctcheck.lists.scripts import script_of
from sanctcheck.lists.tables import csv_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_START = b'"id","schema","name","aliases"'
_MARK = b"\xef\xbb\xbf"
_REQUIRED = ("id", "schema", "name", "aliases")
_KNOWN = frozenset(
    {*_REQUIRED, "birth_date", "countries", "addresses", "identifiers", "sanctions", "phones", "emails",
     "program_ids", "dataset", "first_seen", "last_seen", "last_change"}
)  # fmt: skip


def part_of(head: bytes, name: str) -> str | None:
    """Empty for a file in this format, in which every field stands in quotation marks or none does; else None."""
    del name
    return "" if head.removeprefix(_MARK).startswith((_START, _START.replace(b'"', b""))) else None


def count(source: Source) -> int:
    """How many targets the file holds."""
    return count_distinct(source.only, rb'^"?([\w.:-]+)"?,"?(?:Person|[A-Z][A-Za-z]+)"?,')


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    rows = csv_rows(source.only)
    header = checked_header(next(rows, []), _KNOWN, _REQUIRED, source.only.name, notes)
    for row in rows:
        notes.records += 1
        yield _listing(dict(zip(header, row, strict=True)), notes)


def _listing(row: Mapping[str, str], notes: Notes) -> Listing:
    draft = Draft("opensanctions", row["id"], notes)
    draft.kind_text = row["schema"]
    draft.kind = KINDS.get(row["schema"], "other")
    if row["schema"] not in KINDS:
        draft.not_understood("schema", row["schema"])
    draft.names = [ListedName(row["name"], script=script_of(row["name"]))]
    draft.names_of_field(
        *(ListedName(name, "alias", "", script_of(name)) for name in _values(row, "aliases"))
    )
    for text in _values(row, "birth_date"):
        draft.dates("date of birth", listed_dates(text), draft.birth_dates)
    draft.nationalities = [country_by_code(code) for code in _values(row, "countries")]
    draft.addresses = [Place(text=text) for text in _values(row, "addresses")]
    draft.identifiers = [_identifier(text) for text in _values(row, "identifiers")]
    draft.identifiers += [Identifier("phone", text, "phones") for text in _values(row, "phones")]
    draft.identifiers += [Identifier("email", text, "emails") for text in _values(row, "emails")]
    draft.programmes = _values(row, "program_ids")
    draft.remarks = _values(row, "sanctions")
    draft.list_name = row.get("dataset", "")
    draft.cross_references = list(cross_references([row["id"]]))
    for column in ("first_seen", "last_seen", "last_change"):
        draft.particular(column, row.get(column, ""))
    for column in row.keys() - _KNOWN:
        draft.keep(column, row[column])
    notes.published = max(notes.published, row.get("last_seen", ""))
    return draft.listing()


def _values(row: Mapping[str, str], column: str) -> list[str]:
    """The values of a cell; some cells hold an empty text in quotation marks."""
    return [value for part in row.get(column, "").split(";") if (value := part.strip().strip('"').strip())]


def _identifier(text: str) -> Identifier:
    """Of any kind: only an IMO number says what it is."""
    imo = imo_number(text)
    return Identifier("imo" if imo else "other", imo or text, "identifiers")
