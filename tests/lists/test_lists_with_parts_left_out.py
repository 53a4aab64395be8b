"""A list in which something is left out or unknown is still read: the rest stays as it was stated, and nothing is made up.

In each of the small lists an element of each kind, each of its attributes and a cell of each column is left out once, and once replaced by
what nobody knows.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import msgspec
import pytest
from published import PUBLISHED, files
from sheet_files import write_xlsx

from sanctcheck.errors import ListError
from sanctcheck.lists.model import Listing
from sanctcheck.lists.notes import Notes
from sanctcheck.lists.parsing import Parsing, source_of
from sanctcheck.lists.rows import any_rows
from sanctcheck.lists.source import RawFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sanctcheck.lists.source import Source

UNKNOWN = "qqzzqq"
OURS = [
    "consolidated",
    "alias",
    "primary",
    "former",
    "other",
    "person",
    "entity",
    "vessel",
    "aircraft",
    "weak",
    "strong",
    "unknown",
    "variation",
    "source",
    "address",
    "letters",
    "united",
    "nations",
    "islamic",
]
"""What is said in the words of this project where the list is silent, or labels what the list says."""
XML = [name for name, (_, _, each) in PUBLISHED.items() if each[0].endswith(".xml")]
XLSX = [name for name, (_, _, each) in PUBLISHED.items() if each[0].endswith(".xlsx")]
CSV = [name for name, (_, _, each) in PUBLISHED.items() if each[0].endswith(".csv")]


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from re.findall(r"[^\W_]+", value.casefold())
    elif isinstance(value, dict):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _words(each)


def _check(source: Source, folder: Path, part: str, changes: Iterable[tuple[bytes, str]]) -> None:
    """Reads a list with each of the changes: the bytes of the file, and what can be read in it."""
    known = "".join([*_words(msgspec.to_builtins(list(Parsing(source)))), *OURS, UNKNOWN])
    changed = RawFile(folder / source.parts[part].name, source.parts[part].name)
    for body, text in changes:
        changed.path.write_bytes(body)
        reading = Parsing(replace(source, parts={**source.parts, part: changed}))
        try:
            listings = list(reading)
        except ListError:
            continue  # it lacks what a list is known by, and that is said
        stated = msgspec.to_builtins(listings)
        assert msgspec.convert(stated, list[Listing]) == listings
        assert msgspec.convert(msgspec.to_builtins(reading.notes), Notes) == reading.notes
        there = known + "".join(_words(text))
        assert not [word for word in _words(stated) if word.replace(UNKNOWN, "") not in there]


def _as_text(bodies: Iterable[bytes]) -> Iterator[tuple[bytes, str]]:
    for body in bodies:
        yield body, body.decode(errors="replace")


def _walked(element: ET.Element, path: str = "") -> Iterator[tuple[str, ET.Element]]:
    yield path, element
    for child in element:
        yield from _walked(child, f"{path}/{child.tag}")


def _changed_xml(body: bytes, other: str) -> Iterator[bytes]:
    root = ET.fromstring(body)
    tried: set[str] = set()

    def is_new(path: str) -> bool:
        is_known = path in tried
        tried.add(path)
        return not is_known

    for path, parent in list(_walked(root)):
        for place, child in enumerate([] if other else list(parent)):
            if is_new(f"{path}/{child.tag}"):
                parent.remove(child)
                yield ET.tostring(root)
                parent.insert(place, child)
        for attribute, value in list(parent.attrib.items()):
            if is_new(f"{path}@{attribute}"):
                if other:
                    parent.attrib[attribute] = other
                else:
                    del parent.attrib[attribute]
                yield ET.tostring(root)
                parent.attrib[attribute] = value
        text = parent.text
        if text and text.strip() and is_new(f"{path}="):
            parent.text = other or None
            yield ET.tostring(root)
            parent.text = text


@pytest.mark.parametrize("other", ["", UNKNOWN])
@pytest.mark.parametrize("name", XML)
def test_what_is_left_out_of_an_xml_list_is_not_made_up(name: str, other: str, tmp_path: Path) -> None:
    source = source_of(files(name))
    _check(source, tmp_path, "", _as_text(_changed_xml(source.only.path.read_bytes(), other)))


def _changed(rows: list[list[Any]], other: str) -> Iterator[list[list[Any]]]:
    """Twice in each column: in its head, and in the first row that has something there."""
    tried: set[int] = set()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell and column not in tried:
                if number:
                    tried.add(column)
                row[column] = other
                yield rows
                row[column] = cell


def _changed_csv(body: bytes, other: str) -> Iterator[bytes]:
    text = body.decode("utf-8-sig", "replace")
    delimiter = ";" if text.count(";") > text.count(",") else ","
    for rows in _changed(list(csv.reader(io.StringIO(text), delimiter=delimiter)), other):
        written = io.StringIO()
        csv.writer(written, delimiter=delimiter).writerows(rows)
        yield written.getvalue().encode()


@pytest.mark.parametrize("other", ["", UNKNOWN])
@pytest.mark.parametrize("name", CSV)
def test_what_is_left_out_of_a_table_is_not_made_up(name: str, other: str, tmp_path: Path) -> None:
    source = source_of(files(name))
    for part, file in source.parts.items():
        _check(source, tmp_path, part, _as_text(_changed_csv(file.path.read_bytes(), other)))


@pytest.mark.parametrize("other", ["", UNKNOWN])
@pytest.mark.parametrize("name", XLSX)
def test_what_is_left_out_of_a_spreadsheet_is_not_made_up(name: str, other: str, tmp_path: Path) -> None:
    source = source_of(files(name))
    rows = [list(row) for row in any_rows(source.only)]
    path = tmp_path / "changed"
    changes = ((write_xlsx(path, some).read_bytes(), str(some)) for some in _changed(rows, other))
    _check(source, tmp_path, "", changes)
