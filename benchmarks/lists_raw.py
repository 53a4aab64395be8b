"""What stands in the raw files of published lists, read in the plainest way there is and not by the parsers.

For each format: the texts of each record with the path on which they stand, and how many fields hold a name.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sanctcheck.lists.grouping import cell_text
from sanctcheck.lists.rows import is_sheet
from sanctcheck.lists.sheets import rows as sheet_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sanctcheck.lists.source import RawFile, Source

Texts = dict[str, list[tuple[str, str]]]
"""By the id of the entry: path and text."""

csv.field_size_limit(sys.maxsize)


def content(file: RawFile) -> bytes:
    """The whole file."""
    raw = file.path.read_bytes()
    return gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw


def raw_texts(source: Source) -> Texts:
    """All texts of all records."""
    if source.format.endswith(("xml", "xml-1.1")):
        tags, key = _RECORDS[source.publisher, source.format]
        return _xml_texts(source.only, tags, key)
    if source.publisher == "us-ofac":
        return _ofac_csv_texts(source)
    if source.format == "ftm-json":
        return {}
    return _table_texts(source)


def raw_names(source: Source) -> int:
    """How many fields hold a name; of tables that repeat names in row after row, each once."""
    counted = _NAMES.get((source.publisher, source.format))
    return counted(source) if counted is not None else -1


_RECORDS: dict[tuple[str, str], tuple[tuple[str, ...], str]] = {
    ("us-ofac", "sdn-xml"): (("sdnEntry",), "uid"),
    ("us-ofac", "enhanced-xml"): (("entity",), "@id"),
    ("un-sc", "xml"): (("INDIVIDUAL", "ENTITY"), "DATAID"),
    ("eu-fsf", "xml-1.1"): (("sanctionEntity",), "@logicalId"),
    ("gb-fcdo", "xml"): (("Designation",), "UniqueID"),
    ("ca-sema", "xml"): (("record",), ""),
    ("ch-seco", "xml"): (("target",), "@ssid"),
}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _xml_texts(file: RawFile, tags: tuple[str, ...], key: str) -> Texts:
    texts: Texts = {}
    for _, element in ET.iterparse(io.BytesIO(content(file))):
        if _local(element.tag) not in tags:
            continue
        found = list(_walk(element, ""))
        name = next((text for path, text in found if path == key), str(len(texts)))
        texts[name if key else str(len(texts))] = found
        element.clear()
    return texts


def _walk(element: ET.Element, path: str) -> Iterator[tuple[str, str]]:
    for attribute, value in element.attrib.items():
        if value.strip():
            yield f"{path}@{attribute}", value.strip()
    if element.text and element.text.strip():
        yield path, element.text.strip()
    for child in element:
        name = _local(child.tag)
        if name != "modification":
            yield from _walk(child, f"{path}/{name}" if path else name)
        else:
            yield from ((f"modification@{key}", value) for key, value in child.attrib.items())


def _csv_rows(file: RawFile, delimiter: str = ",") -> list[list[str]]:
    raw = content(file)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if len(row) > 1]


def _ofac_csv_texts(source: Source) -> Texts:
    texts: Texts = defaultdict(list)
    main = {row[0] for row in _csv_rows(source.parts["sdn"])}
    for part, file in source.parts.items():
        for row in _csv_rows(file):
            if row[0] in main:
                cells = enumerate(row[1:] if part in ("sdn", "comments") else row[2:])
                texts[row[0]] += [
                    (f"{part}[{n}]", cell) for n, cell in cells if cell.strip() not in ("", "-0-")
                ]
    return texts


_KEYS = {
    ("gb-fcdo", "table"): "Unique ID",
    ("gb-ofsi", "table"): "Group ID",
    ("au-dfat", "xlsx"): "Reference",
    ("eu-fsf", "csv-1.1"): "Entity_LogicalId",
    ("eu-fsf", "csv-1.0"): "Entity_logical_id",
    ("opensanctions", "simple-csv"): "id",
}


def table(source: Source) -> tuple[list[str], list[list[str]]]:
    """Header and rows."""
    file = source.only
    if is_sheet(file):
        rows = [[cell_text(cell) for cell in row] for row in sheet_rows(file)]
    else:
        rows = _csv_rows(file, ";" if source.publisher == "eu-fsf" else ",")
    key = _KEYS[source.publisher, source.format]
    start = next(number for number, row in enumerate(rows) if key in row)
    return rows[start], [row for row in rows[start + 1 :] if any(row)]


def entry_of(source: Source, text: str) -> str:
    """The id of the entry that a row belongs to."""
    return re.sub(r"\D.*", "", text) if source.publisher == "au-dfat" else text.strip()


def _table_texts(source: Source) -> Texts:
    header, rows = table(source)
    key = header.index(_KEYS[source.publisher, source.format])
    texts: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for row in rows:
        for column, cell in zip(header, row, strict=False):
            if cell.strip():
                texts[entry_of(source, row[key])][column, cell.strip()] = None
    return {entry: list(found) for entry, found in texts.items()}


def _tags(*patterns: str) -> Callable[[Source], int]:
    expressions = [re.compile(pattern.encode()) for pattern in patterns]
    return lambda source: sum(len(each.findall(content(source.only))) for each in expressions)


def _columns(*columns: str, key: str, named: int = 1) -> Callable[[Source], int]:
    """Distinct names of the entries of a table; the first of the columns hold the name itself."""

    def count(source: Source) -> int:
        header, rows = table(source)
        places = [header.index(column) for column in columns if column in header]
        place = header.index(key)
        found = {
            (
                entry_of(source, row[place]),
                *(" ".join(row[n].split()) if n < len(row) else "" for n in places),
            )
            for row in rows
        }
        return sum(1 for each in found if any(each[1 : named + 1]))

    return count


def _both(*counts: Callable[[Source], int]) -> Callable[[Source], int]:
    return lambda source: sum(count(source) for count in counts)


def _ofac_names(source: Source) -> int:
    weak = re.compile(r"(?:^|; |\. )(?:alt\. )?[afn]\.k\.a\. '[^;]*'(?=;|\.?$)", re.IGNORECASE)
    main = _csv_rows(source.parts["sdn"])
    ids = {row[0] for row in main}
    more = (
        {row[0]: row[1] for row in _csv_rows(source.parts["comments"])} if "comments" in source.parts else {}
    )
    aliases = _csv_rows(source.parts["alt"]) if "alt" in source.parts else []
    hidden = sum(len(weak.findall(row[11] + more.get(row[0], ""))) for row in main)
    return len(main) + sum(1 for row in aliases if row[0] in ids) + hidden


def _filled(column: str) -> Callable[[Source], int]:
    def count(source: Source) -> int:
        header, rows = table(source)
        place = header.index(column)
        return sum(1 for row in rows if row[place].strip(' "'))

    return count


def _direct_names(source: Source) -> int:
    """Names in the identities of Swiss targets; those within modifications are not theirs."""
    root = ET.fromstring(content(source.only))
    return sum(
        1
        for kind in ("individual", "entity", "object")
        for _ in root.iterfind(f"target/{kind}/identity/name")
    )


_NAME_COLUMNS = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_NAMES: dict[tuple[str, str], Callable[[Source], int]] = {
    ("us-ofac", "csv"): _ofac_names,
    ("us-ofac", "sdn-xml"): _tags(r"<lastName>"),
    ("us-ofac", "enhanced-xml"): _tags(r"<formattedFullName>"),
    ("un-sc", "xml"): _tags(r"<FIRST_NAME>", r"<NAME_ORIGINAL_SCRIPT>\s*[^<\s]", r"<ALIAS_NAME>\s*[^<\s]"),
    ("eu-fsf", "xml-1.1"): _tags(r"<nameAlias\s"),
    ("eu-fsf", "csv-1.1"): _filled("NameAlias_WholeName"),
    ("eu-fsf", "csv-1.0"): _filled("Naal_wholename"),
    ("gb-fcdo", "xml"): _tags(r"<Name>", r"<NameNonLatinScript>\s*[^<\s]"),
    ("gb-fcdo", "table"): _both(
        _columns(*_NAME_COLUMNS, "Name type", "Alias strength", key="Unique ID", named=6),
        _columns("Name", key="Unique ID"),
        _columns(
            "Name non-latin script", "Non-latin script type", "Non-latin script language", key="Unique ID"
        ),
    ),
    ("gb-ofsi", "table"): _both(
        _columns(*_NAME_COLUMNS, "Alias Type", "Alias Quality", key="Group ID", named=6),
        _columns(
            "Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language", key="Group ID"
        ),
    ),
    ("ca-sema", "xml"): _tags(r"<record>", r"<Aliases[^>]*>\s*[^<\s]"),
    ("au-dfat", "xlsx"): _columns(
        "Name of Individual or Entity", "Name Type", "Alias Strength", key="Reference"
    ),
    ("ch-seco", "xml"): _direct_names,
    ("opensanctions", "simple-csv"): _both(_filled("name"), _filled("aliases")),
}


def words(texts: Iterable[str]) -> set[str]:
    """The words in texts, in small letters."""
    return {word for text in texts for word in re.findall(r"[^\W_]+", text.casefold())}
