"""Tables of names: CSV, JSON lines, plain lines, Parquet. Streamed, within the bounds of everything from outside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

import msgspec

from sanctcheck.errors import ListError, UsageError
from sanctcheck.lists.files import regular_file
from sanctcheck.lists.limits import MAX_BYTES, MAX_LINE
from sanctcheck.lists.source import RawFile
from sanctcheck.lists.tables import Dialect, csv_rows
from sanctcheck.screen.columns import Columns, columns_of
from sanctcheck.screen.flat import flat
from sanctcheck.screen.parties import query_from
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from sanctcheck.screen.query import Query

    Cells = dict[str, tuple[str, ...]]
    """A row: the texts that each column holds."""

MAX_COLUMNS = 1_000
"""Columns of a table, with those of nested values."""
_DELIMITERS = (",", ";", "\t", "|")
_BETWEEN = ";"
_WHOLE = frozenset({"name", "first", "middle", "last", "id"})
_FIRST = 100
_AGAIN = "Save it again, as CSV in UTF-8."


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is ready to be read, row by row.

    Attributes:
        parted: whether several values of a cell stand between semicolons, because a cell can hold one text only.
    """

    columns: Columns
    rows: Iterator[Cells]
    parted: bool

    def queries(self, first: int = 0) -> Iterator[Query]:
        """A query a row; the number of the first row is given."""
        for number, row in enumerate(self.rows, start=first):
            yield query_from(number, cells_by_field(row, self.columns, parted=self.parted))


def cells_by_field(
    row: Mapping[str, tuple[str, ...]], columns: Columns, *, parted: bool
) -> dict[str, list[str]]:
    """What a row says, by field. A name may hold a semicolon; what is stated beside it is parted there."""
    found: dict[str, list[str]] = {}
    for field, names in columns.by_field.items():
        texts = [text for column in names for text in row.get(column, ())]
        if parted and field not in _WHOLE:
            texts = [part for text in texts for part in text.split(_BETWEEN)]
        found[field] = texts
    return found


def table_ending(name: str) -> str | None:
    """The ending of a file that is a table by its name; None for any other."""
    name = name.casefold().removesuffix(".gz")
    return next((ending for ending in _READERS if name.endswith(ending)), None)


def open_table(path: Path, mapped: Mapping[str, str]) -> Table:
    """A table of names.

    Raises:
        ListError, StoreError: the file cannot be read.
        UsageError: no column holds names, or one that the user mapped is not there.
    """
    ending = table_ending(path.name)
    if ending is None:
        raise UsageError(f"{quoted(path.name)} is no table: {listed(_READERS, 'or')} is expected.")
    if ending != ".parquet":
        with regular_file(path, MAX_BYTES, follows=False):
            pass
    headings, rows = _READERS[ending](path)
    if len(headings) > MAX_COLUMNS:
        raise ListError(
            f"{quoted(path.name)} has {len(headings):,} columns; at most {MAX_COLUMNS:,} are read."
        )
    columns = columns_of(headings, mapped)
    if headings and not columns.has_name:
        raise UsageError(
            f"No column of {quoted(path.name)} is known to hold names. Say which: --columns “name={headings[0]}”."
            f" There are: {listed((quoted(each) for each in headings[:40]), 'and')}."
        )
    return Table(columns, rows, parted=ending in {".csv", ".tsv"})


def _csv(path: Path) -> tuple[list[str], Iterator[Cells]]:
    file = RawFile(path, path.name)
    dialect = Dialect(delimiter=_delimiter(file), fallback="cp1252", remedy=_AGAIN)
    rows = csv_rows(file, dialect)
    headings = [" ".join(heading.split()) for heading in next(rows, [])]
    twice = [heading for heading, number in Counter(headings).items() if heading and number > 1]
    if twice:
        raise ListError(
            f"{quoted(path.name)} has two columns {quoted(twice[0])}: give each a heading of its own."
        )
    return headings, (
        {heading: (cell,) for heading, cell in zip(headings, row, strict=True) if cell} for row in rows
    )


def _delimiter(file: RawFile) -> str:
    with file.open() as content:
        head = content.readline(MAX_LINE).decode("utf-8", "replace")
    return max(_DELIMITERS, key=head.count)


def _lines(path: Path) -> tuple[list[str], Iterator[Cells]]:
    return ["name"], ({"name": (text.strip(),)} for _, text in _texts(RawFile(path, path.name)))


def _texts(file: RawFile) -> Iterator[tuple[int, str]]:
    """The lines of a file that are not blank, by their number."""
    with file.open() as content:
        number = 0
        while line := content.readline(MAX_LINE):
            number += 1
            if len(line) == MAX_LINE:
                raise ListError(f"Line {number} of {quoted(file.name)} is longer than 1 MiB.")
            try:
                text = line.decode("utf-8").removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise ListError(f"{quoted(file.name)} is not in UTF-8: see line {number}.") from error
            if text.strip():
                yield number, text


def _json_lines(path: Path) -> tuple[list[str], Iterator[Cells]]:
    """The headings are those of the first rows: a column that begins later must be one of theirs."""
    rows = _objects(RawFile(path, path.name))
    first = list(islice(rows, _FIRST))
    headings = list(dict.fromkeys(heading for row in first for heading in row))
    return headings, chain(first, rows)


def _objects(file: RawFile) -> Iterator[Cells]:
    for number, text in _texts(file):
        try:
            value = msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError) as error:
            raise ListError(f"Line {number} of {quoted(file.name)} is no JSON.") from error
        if not isinstance(value, dict):
            raise ListError(
                f"Line {number} of {quoted(file.name)} is no JSON object: one a line is expected."
            )
        yield flat(value)


def _parquet(path: Path) -> tuple[list[str], Iterator[Cells]]:
    from sanctcheck.screen.parquet import parquet_rows  # noqa: PLC0415 - pyarrow is an extra

    return parquet_rows(path)


_READERS: dict[str, Callable[[Path], tuple[list[str], Iterator[Cells]]]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".txt": _lines,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".parquet": _parquet,
}
