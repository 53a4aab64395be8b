"""The legacy CSV files, with no header: SDN, ALT, ADD and SDN_COMMENTS, and the CONS_* set of the other list.

Most of what the XML has fields for stands in the remarks here, and what does not fit into 1,000 characters of
remarks goes on in the comments file, in the middle of a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.counting import distinct
from sanctcheck.lists.countries import country
from sanctcheck.lists.draft import Draft
from sanctcheck.lists.model import Place, Relation
from sanctcheck.lists.publishers.us_ofac import labels, names
from sanctcheck.lists.regimes import regimes_of
from sanctcheck.lists.tables import Dialect, csv_rows
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sanctcheck.lists.model import ListedName, Listing
    from sanctcheck.lists.notes import Notes
    from sanctcheck.lists.source import RawFile, Source

_NOTHING = "-0-"
_COLUMNS = {"sdn": 12, "alt": 5, "add": 6, "comments": 2}
_FIRST = re.compile(
    rb'(?P<sdn>\d+,"(?:[^"]|"")*",(?:-0- ?|"\w+"),(?:[^,]*,){8}.*)'
    rb'|(?P<alt>\d+,\d+,"(?:aka|fka|nka)",.*)'
    rb'|(?P<add>\d+,\d+,(?:-0- ?|"(?:[^"]|"")*"),.*)'
    rb'|(?P<comments>\d+,".*)'
)
_LINKED = "Linked To: "
_WEAK = re.compile(r"(?:[Aa]lt\. )?([afn]\.k\.a\.) '(.*)'$")

_ABBREVIATED = re.compile(r"\b(?:LTD|CO|INC|CORP|LLC|[A-Z](?:\.[A-Z])+)\.$")


def part_of(head: bytes, name: str) -> str | None:
    """The role of a file in this format, or None when it is not in it."""
    found = _FIRST.match(head.partition(b"\n")[0])
    del name
    return found.lastgroup if found is not None else None


def count(source: Source) -> int:
    """How many entries the main file holds."""
    return len(distinct(_file(source, "sdn"), rb"(\d+),"))


def parse(source: Source, notes: Notes) -> Iterator[Listing]:
    """The listings of the set."""
    main = _file(source, "sdn")
    list_name = names.list_name(main.name)
    parts = _Parts(source, notes)
    for row in _rows(main, "sdn"):
        notes.records += 1
        yield _listing(row, list_name, parts, notes)
    parts.report_strays()


def _file(source: Source, part: str) -> RawFile:
    if part not in source.parts:
        given = next(iter(source.parts.values())).name
        raise ListError(
            f"{quoted(given)} belongs to a set of files. Give the file with the entries (SDN.CSV) too."
        )
    return source.parts[part]


def _rows(file: RawFile, part: str) -> Iterator[list[str]]:
    for row in csv_rows(file, Dialect(columns=_COLUMNS[part], one_line=True)):
        yield ["" if (text := field.strip()) == _NOTHING else text for field in row]


class _Parts:
    """What the other files of the set say, by the number of the entry."""

    def __init__(self, source: Source, notes: Notes) -> None:
        self._notes = notes
        self.aliases = _by_entry(source.parts.get("alt"), "alt")
        self.addresses = _by_entry(source.parts.get("add"), "add")
        self.comments = _by_entry(source.parts.get("comments"), "comments")

    def report_strays(self) -> None:
        """Counts rows of entries that the main file does not have."""
        for part in ("aliases", "addresses", "comments"):
            for entry, rows in getattr(self, part).items():
                for row in rows:
                    self._notes.miss(f"{part} of an entry that is not there", ", ".join(row), entry)


def _by_entry(file: RawFile | None, part: str) -> dict[str, list[list[str]]]:
    rows: dict[str, list[list[str]]] = defaultdict(list)
    if file is not None:
        for row in _rows(file, part):
            rows[row[0]].append(row[1:])
    return rows


def _listing(row: Sequence[str], list_name: str, parts: _Parts, notes: Notes) -> Listing:
    entry, name, kind, programmes, title = row[:5]
    draft = Draft("us-ofac", entry, notes)
    draft.list_name = list_name
    draft.kind_text = kind or "entity"
    draft.kind = names.kind_of(draft, draft.kind_text)
    draft.names.append(_name(draft, name))
    draft.programmes = [programme for programme in programmes.split("] [") if programme]
    draft.regimes = regimes_of("us-ofac", draft.programmes)
    if title:
        draft.posts.append(title)
    _vessel(draft, row[5:11])
    for alias in parts.aliases.pop(entry, ()):
        _alias(draft, alias)
    for address in parts.addresses.pop(entry, ()):
        _address(draft, address)
    more = "".join(comment[0] for comment in parts.comments.pop(entry, ()))
    _remarks(draft, row[11] + more)
    return draft.listing()


def _name(draft: Draft, text: str, **stated: str) -> ListedName:
    """Persons are `SURNAME, Given`; other names have commas for other reasons."""
    person = draft.kind == "person"
    last, _, first = text.partition(", ") if person else (text, "", "")
    return names.listed_name(last, first, person=person, **stated)  # type: ignore[arg-type]


def _alias(draft: Draft, row: Sequence[str]) -> None:
    _, kind, name, remarks = row
    draft.names.append(_name(draft, name, kind=names.alias_kind(draft, kind), quality="strong"))
    if remarks:
        draft.remarks.append(remarks)


def _address(draft: Draft, row: Sequence[str]) -> None:
    _, street, town, nation, remarks = row
    where = Place(street=street, text=town, country=country(nation) if nation else None, note=remarks)
    if where.whole or remarks:
        draft.addresses.append(where)


def _vessel(draft: Draft, row: Sequence[str]) -> None:
    call_sign, kind, tonnage, gross, flag, owner = row
    if call_sign:
        draft.identifiers.append(labels.identifier("Vessel Call Sign", call_sign))
    if flag:
        draft.nationalities.append(country(flag))
    draft.particular("Vessel Type", kind)
    draft.particular("Vessel Owner", owner)
    draft.particular("Vessel Tonnage", tonnage)
    draft.particular("Vessel Gross Registered Tonnage", gross)


def _remarks(draft: Draft, text: str) -> None:
    # The remarks end with a full stop, which is not doubled where the last word has one of its own.
    ended = text if _ABBREVIATED.search(text) else text.removesuffix(".")
    for segment in ended.split("; "):
        plain = segment.strip()
        if not plain:
            continue
        if plain.startswith(_LINKED):
            draft.relations.append(Relation("Linked To", plain.removeprefix(_LINKED)))
        elif (weak := _WEAK.match(plain)) is not None:
            draft.names.append(_name(draft, weak[2], kind=names.alias_kind(draft, weak[1]), quality="weak"))
        elif (fact := labels.labelled(plain)) is not None:
            labels.add_fact(draft, *fact)
        else:
            draft.remarks.append(plain)
