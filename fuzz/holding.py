"""What must hold of a reader whatever bytes it is given: only errors that it declares, places within the text, bounds kept.

One function a reader, `check_json` and so on. Nothing here needs the fuzzer: the tests hold every file of the corpus
against the same functions.
"""

from __future__ import annotations

import os
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanctcheck.errors import ListError
from sanctcheck.lists.limits import MAX_CELLS
from sanctcheck.lists.parsing import count_records, parse, recognise
from sanctcheck.lists.rows import column_cells
from sanctcheck.lists.sheets import rows
from sanctcheck.lists.source import RawFile, Source
from sanctcheck.lists.tables import Dialect, csv_rows
from sanctcheck.lists.xml import root_of, streamed
from sanctcheck.reading import files, limits
from sanctcheck.reading.document import place_of
from sanctcheck.reading.protection import is_hidden_line
from sanctcheck.reading.yaml_reader import PlainNumber

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sanctcheck.reading.document import Document, Path_, Place

_LONGEST_MESSAGE = 600
_PATHS = 5
"""Parts of a value whose places are asked for; which ones, the inputs make different enough."""
_SHORT = 200
"""Bytes in which no publisher's list fits: the reader alone is asked, and many times more often."""
_ROWS = 500
"""Rows that are taken of a sheet: a few bytes may ask for many, within the bounds of the reader."""


def check_json(data: bytes) -> None:
    """The JSON reader of dossiers, with both ways to tell places; and the YAML reader on what is JSON."""
    document = files.parse(data, "x.json")
    _check_document(document)
    if document.value is None:
        return
    # Half of the inputs each: what is asked is dear beside the reading.
    if len(data) % 2 == 0:
        for path in islice(_paths(document.value), _PATHS):
            _check_same_place(document, path, key=len(data) % 4 == 0)
        return
    as_yaml = files.parse(data, "x.yaml")
    if as_yaml.value is not None and not document.flaws:
        assert _alike(document.value, as_yaml.value), "JSON and YAML read two things"
        assert not as_yaml.flaws, "what is sound as JSON is not as YAML"


def check_yaml(data: bytes) -> None:
    """The YAML reader of dossiers."""
    document = files.parse(data, "x.yaml")
    _check_document(document)
    assert _values(document.value) <= limits.MAX_NODES
    for path in islice(_paths(document.value), _PATHS):
        _check_within(document, document.place(path, key=len(data) % 2 == 0))


def check_xml(data: bytes) -> None:
    """The streaming reader of XML, and what publishers' readers make of a list."""
    root = _list_error_at_most(root_of, data, "x.xml")
    given = 0
    try:
        for element in streamed(BytesIO(data), "x.xml", ("entry", "{urn:x}entry")):
            given += 1 + len(element.attrib)
    except ListError as error:
        _check_message(error)
    assert given <= len(data)
    if root and len(data) > _SHORT:
        _check_list(InMemory(data, "x.xml"))


_DIALECTS = (
    Dialect(),
    Dialect(";", strict=False, fallback="cp1252"),
    Dialect(columns=12, one_line=True),
    Dialect(title_rows=1, fallback="latin-1"),
)
_NAMES = (
    "sdn.csv",
    "alt.csv",
    "add.csv",
    "sdn_comments.csv",
    "ConList.csv",
    "targets.simple.csv",
    "x.csv",
    "entities.ftm.json",
)


def check_csv(data: bytes) -> None:
    """The CSV reader; its first byte says how the rest is to be read, and what it is called."""
    mode, content = data[:1] or b"\x00", data[1:]
    file = InMemory(content, _NAMES[mode[0] >> 2 & 7])
    try:
        size = sum(len(row) + sum(map(len, row)) for row in csv_rows(file, _DIALECTS[mode[0] & 3]))
        assert size <= 2 * len(content) + 2
    except ListError as error:
        _check_message(error)
    if mode[0] & 0x60 == 0x60:
        _check_list(file)


def check_sheet(data: bytes) -> None:
    """Spreadsheets of both kinds, and what publishers' readers make of a list."""
    descriptor = os.memfd_create("sheet")
    try:
        os.write(descriptor, data)
        file = RawFile(Path(f"/proc/self/fd/{descriptor}"), "x.xlsx")
        if len(data) % 2:
            _check_list(file)
            return
        for row in _list_error_at_most(lambda: list(islice(rows(file), _ROWS))) or ():
            assert len(row) <= MAX_CELLS
        _list_error_at_most(column_cells, file, "A")
    finally:
        os.close(descriptor)


class _Bytes(BytesIO):
    """Content that stands where a path is expected."""

    def open(self, _mode: str) -> BytesIO:
        """A file to read."""
        return BytesIO(self.getbuffer())

    def stat(self) -> os.stat_result:
        """Its size, and nothing else."""
        return os.stat_result((0, 0, 0, 0, 0, 0, len(self.getbuffer()), 0, 0, 0))


class InMemory(RawFile):
    """A raw file of which nothing is on a disk."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(_Bytes(content), name)  # type: ignore[arg-type]  # reading asks no more of a path


def _check_list(file: RawFile) -> None:
    """Recognising, reading and counting a list."""
    recognised = _list_error_at_most(recognise, file)
    if recognised is None:
        return
    source = Source(recognised.publisher, recognised.format, {recognised.part: file})
    if not recognised.part:
        _list_error_at_most(lambda: list(islice(parse([file]), _ROWS)))
    _list_error_at_most(count_records, source)


def _list_error_at_most(do: Callable[..., Any], *given: object) -> Any:
    try:
        return do(*given)
    except ListError as error:
        _check_message(error)
        return None


def _check_message(error: Exception) -> None:
    assert 0 < len(str(error)) <= _LONGEST_MESSAGE


def _check_document(document: Document) -> None:
    for flaw in document.flaws:
        assert 0 < len(flaw.message) <= _LONGEST_MESSAGE
        _check_within(document, flaw.place)
        for place, _ in flaw.related:
            _check_within(document, place)
    assert len(document.flaws) <= limits.MAX_FLAWS + 3
    assert _levels(document.value) <= limits.MAX_DEPTH
    is_hidden_line(document, 1)


def _check_within(document: Document, place: Place) -> None:
    """A place is in the text, from a character on to one that is not before it.

    At the end of a text that lacks a line feed, YAML counts one: there the next line begins.
    """
    assert (place.line, place.column) <= (place.end_line, place.end_column)
    if not document.text:
        return
    last = document.text.count("\n") + 1
    for line, column in ((place.line, place.column), (place.end_line, place.end_column)):
        text = document.line(line)
        assert text is not None or (line, column) == (last + 1, 1)
        assert 1 <= column <= len(text or "") + 2


def _check_same_place(document: Document, path: Path_, *, key: bool) -> None:
    """Both ways to find a place lead to the same one."""
    place = place_of(document.tree, path, key=key)
    _check_within(document, place)
    if document.find_place is not None:
        assert document.find_place(path, key) == place


def _paths(value: Any) -> Iterator[Path_]:
    """The paths to all parts of a value, outermost first."""
    level: list[tuple[Path_, Any]] = [((), value)]
    while level:
        path, value = level.pop(0)
        yield path
        if isinstance(value, dict):
            level.extend(((*path, key), item) for key, item in value.items())
        elif isinstance(value, list):
            level.extend(((*path, index), item) for index, item in enumerate(value))


def _levels(value: Any) -> int:
    if isinstance(value, dict | list):
        return 1 + max(map(_levels, value.values() if isinstance(value, dict) else value), default=0)
    return 0


def _values(value: Any) -> int:
    if isinstance(value, dict | list):
        return 1 + sum(map(_values, value.values() if isinstance(value, dict) else value))
    assert value is None or type(value) in {str, bool, PlainNumber}
    return 1


def _alike(left: Any, right: Any) -> bool:
    """Whether two readers read the same; YAML keeps numbers as they are written."""
    if isinstance(left, dict):
        return (
            isinstance(right, dict)
            and list(left) == list(right)
            and all(_alike(left[key], right[key]) for key in left)
        )
    if isinstance(left, list):
        return isinstance(right, list) and len(left) == len(right) and all(map(_alike, left, right))
    if isinstance(right, PlainNumber):
        return isinstance(left, int | float) and type(left)(str(right)) == left
    return type(left) is type(right) and bool(left == right)


CHECKS: dict[str, Callable[[bytes], None]] = {
    "json": check_json,
    "yaml": check_yaml,
    "xml": check_xml,
    "csv": check_csv,
    "sheet": check_sheet,
}
