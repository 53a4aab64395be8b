"""`FULL-1_0`: the older CSV form, in which the blocks have other names and `Entity_logical_id` stands in each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.counting import distinct
from sanctcheck.lists.countries import country
from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.publishers.eu_fsf import facts
from sanctcheck.lists.tables import Dialect, csv_rows
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_START = re.compile(rb"(?:\xef\xbb\xbf)?\"?Date_file\w*;Entity_logical_id;")
_NUMBER = re.compile(r"^(.*?) ?\((\w+)-([^()]*)\) ?(?:\((.*)\))?$", re.DOTALL)
_NOT_AVAILABLE = "N/A"
_KEYS = {
    "Naal_lastname": "lastName",
    "Naal_firstname": "firstName",
    "Naal_middlename": "middleName",
    "Naal_wholename": "wholeName",
    "Naal_gender": "gender",
    "Naal_title": "title",
    "Naal_function": "function",
    "Naal_language": "nameLanguage",
    "Addr_number": "number",
    "Addr_street": "street",
    "Addr_zipcode": "zipCode",
    "Addr_city": "city",
    "Addr_country": "country",
    "Addr_other": "contactInfo",
    "Birt_date": "birthdate",
    "Birt_place": "place",
    "Birt_country": "country",
    "Iden_number": "number",
    "Iden_country": "country",
    "Citi_country": "country",
}
_ACTS = {"numtitle": "numberTitle", "publication_date": "publicationDate", "url": "publicationUrl"}
_ENTRY = frozenset({"Entity_logical_id", "Subject_type", "Programme", "Entity_remark", "EU_ref_num"})


def part_of(head: bytes, name: str) -> str | None:
    """Empty for a file in this format; else None."""
    del name
    return "" if _START.match(head) is not None else None


def count(source: Source) -> int:
    """How many entries the file holds."""
    return len(distinct(source.only, rb"[\d/-]+;(\d+);"))


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    rows = csv_rows(source.only, Dialect(";", strict=False, fallback="cp1252"))
    header = next(rows, [])
    _check_key(header, source.only.name)
    for name in header[1:]:
        if _place(name) is None and name not in _ENTRY and not name.endswith("_logical_id"):
            notes.miss(f"column {name}", "", "")
    drafts: dict[str, Draft] = {}
    for row in rows:
        notes.published = notes.published or listed_date(row[0]).start or row[0]
        draft = drafts.get(row[1])
        if draft is None:
            draft = drafts[row[1]] = Draft("eu-fsf", row[1], notes)
            notes.records += 1
        _row(draft, header, row)
    for draft in drafts.values():
        facts.choose_primary(draft)
        yield draft.listing()


def _check_key(header: Sequence[str], name: str) -> None:
    """The number of the entry stands second in each row."""
    if len(header) < 2:
        raise ListError(f"{quoted(name)} has one column, and many are expected: its header is damaged.")


def _place(column: str) -> tuple[str, str] | None:
    """Block and key of a column."""
    block, _, rest = column.partition("_")
    if column in _KEYS:
        return block, _KEYS[column]
    act = rest.removeprefix("leba_") if rest.startswith("leba_") else rest if block == "Leba" else ""
    if act in _ACTS:
        return f"{block} act", _ACTS[act]
    return (f"{block} act", "programme") if rest == "programme" else None


def _row(draft: Draft, header: Sequence[str], row: Sequence[str]) -> None:
    blocks: dict[str, dict[str, str]] = {}
    entry: dict[str, str] = {}
    for name, value in zip(header, row, strict=True):
        text = value.replace("\\n", "\n").strip()
        place = _place(name)
        if place is not None and text:
            blocks.setdefault(place[0], {})[place[1]] = text
        elif name in _ENTRY and text:
            entry[name] = text
    if not draft.kind_text:
        facts.set_kind(draft, entry.get("Subject_type", ""), "")
        facts.add_entity(draft, {"euReferenceNumber": entry.get("EU_ref_num", "")})
    facts.add_regulation(draft, {"programme": entry.get("Programme", "")})
    facts.add_remark(draft, entry.get("Entity_remark", ""))
    for block, stated in blocks.items():
        if block.endswith(" act"):
            facts.add_regulation(draft, stated)
        else:
            _add(draft, block, stated)


def _add(draft: Draft, block: str, stated: dict[str, str]) -> None:
    nation = country(stated["country"]) if "country" in stated else None
    if nation is not None:
        stated["countryIso2Code"] = nation.code or nation.text
        stated["countryDescription"] = nation.text
    if block == "Naal":
        facts.add_name(draft, stated, "")
    elif block == "Addr":
        stated["street"] = " ".join(filter(None, (stated.get("number"), stated.get("street"))))
        for part in stated.get("contactInfo", "").split("\n"):
            key, _, value = part.partition("[")
            if value:
                facts.add_contact(draft, key, value.rstrip("] "))
            else:
                draft.particular("Address, other", part)
        facts.add_address(draft, stated, "")
    elif block == "Birt":
        _birth(draft, stated)
    elif block == "Iden":
        facts.add_identification(draft, *_identification(stated))
    else:
        facts.add_citizenship(draft, stated, "")


def _birth(draft: Draft, stated: dict[str, str]) -> None:
    if stated.get("birthdate") == _NOT_AVAILABLE:
        del stated["birthdate"]
    facts.add_birth(draft, stated, "")


def _identification(stated: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """`AD001095 (passport-National passport) ((passport))`: number, code, kind, remark."""
    found = _NUMBER.match(stated.get("number", ""))
    if found is None:
        return dict(stated), ""
    split = {
        "number": found[1],
        "identificationTypeCode": found[2],
        "identificationTypeDescription": found[3],
    }
    return {**stated, **split}, (found[4] or "").strip("()")
