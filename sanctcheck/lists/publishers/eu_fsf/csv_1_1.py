"""`YYYYMMDD-FULL-1_1.csv`: one row for each attribute of an entry, in blocks of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.counting import distinct
from sanctcheck.lists.dates import listed_date
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.publishers.eu_fsf import facts
from sanctcheck.lists.tables import Dialect, csv_rows
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import Source

_START = b"fileGenerationDate;Entity_LogicalId;"
_MARK = b"\xef\xbb\xbf"
# Columns whose name is not that of the attribute in the XML.
_OTHERWISE = {
    "BirthDate_BirthDate": "birthdate",
    "BirthDate_Day": "dayOfMonth",
    "BirthDate_Month": "monthOfYear",
    "Identification_TypeCode": "identificationTypeCode",
    "Identification_TypeDescription": "identificationTypeDescription",
    "Identification_IssuedDate": "issueDate",
    "Entity_EU_ReferenceNumber": "euReferenceNumber",
    "Regulation_Type": "regulationType",
}
_ADD: dict[str, Callable[[Draft, Mapping[str, str], str], None]] = {
    "NameAlias": facts.add_name,
    "Address": facts.add_address,
    "BirthDate": facts.add_birth,
    "Identification": facts.add_identification,
    "Citizenship": facts.add_citizenship,
}
_BLOCKS = ("Entity", *_ADD)
_ACT = "Regulation_"
_IGNORED = frozenset({"logicalId", "regulationLanguage"})


def part_of(head: bytes, name: str) -> str | None:
    """Empty for a file in this format; else None."""
    del name
    return "" if head.removeprefix(_MARK).startswith(_START) else None


def count(source: Source) -> int:
    """How many entries the file holds."""
    return len(distinct(source.only, rb"[\d/-]+;(\d+);"))


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the file."""
    rows = csv_rows(source.only, Dialect(";", strict=False))
    header = next(rows, [])
    if len(header) < 2:
        raise ListError(
            f"{quoted(source.only.name)} has one column, and many are expected: its header is damaged."
        )
    columns = [_column(name) for name in header]
    drafts: dict[str, Draft] = {}
    for name, column in zip(header, columns, strict=True):
        if column is None and name != "fileGenerationDate":
            notes.miss(f"column {name}", "", "")
    for row in rows:
        notes.published = notes.published or listed_date(row[0]).start or row[0]
        draft = drafts.get(row[1])
        if draft is None:
            draft = drafts[row[1]] = Draft("eu-fsf", row[1], notes)
            notes.records += 1
        _row(draft, _blocks(columns, row))
    if not drafts:
        raise ListError(f"{quoted(source.only.name)} has a header and no rows.")
    for draft in drafts.values():
        facts.choose_primary(draft)
        yield draft.listing()


def _column(name: str) -> tuple[str, str] | None:
    """Block and attribute of a column; None for one that is not known."""
    block, _, rest = name.partition("_")
    if block not in _BLOCKS:
        return None
    key = _OTHERWISE.get(name) or _OTHERWISE.get(rest)
    act = rest.startswith(_ACT)
    if key is None:
        plain = rest.removeprefix(_ACT).replace("SubjectType_ClassificationCode", "ClassificationCode")
        key = plain[:1].lower() + plain[1:]
    return (f"{block}{_ACT}" if act else block), key


def _blocks(columns: Sequence[tuple[str, str] | None], row: Sequence[str]) -> dict[str, dict[str, str]]:
    """What a row states, by block."""
    blocks: dict[str, dict[str, str]] = {}
    for column, value in zip(columns, row, strict=True):
        if column is not None and value:
            blocks.setdefault(column[0], {})[column[1]] = value.replace("\\n", "\n")
    return blocks


def _row(draft: Draft, blocks: Mapping[str, Mapping[str, str]]) -> None:
    entity = blocks.get("Entity", {})
    if not draft.kind_text:
        facts.add_entity(draft, entity)
        facts.set_kind(draft, entity.get("classificationCode", ""), entity.get("subjectType", ""))
    facts.add_remark(draft, entity.get("remark", ""))
    for block, stated in blocks.items():
        if block.endswith(_ACT):
            facts.add_regulation(draft, stated)
    for block, add in _ADD.items():
        facts_stated = blocks.get(block, {})
        if facts_stated.keys() - _IGNORED:
            _contacts(draft, facts_stated.get("contactInfo", ""))
            add(draft, facts_stated, facts_stated.get("remark", ""))


def _contacts(draft: Draft, text: str) -> None:
    """`PHONE[042-681 20 81]`, several by line."""
    for part in text.split("\n"):
        key, _, value = part.partition("[")
        if value:
            facts.add_contact(draft, key.strip(), value.rstrip("] "))
        elif part.strip():
            facts.add_contact(draft, "Contact", part)
