"""Rows of CSV files, within bounds, and none lost in silence."""

from __future__ import annotations

import codecs
import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.limits import MAX_FIELD, MAX_LINE
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.source import RawFile

_END_OF_FILE = "\x1a"
"""Ctrl-Z, with which some publishers end their files."""
_MARK = "\ufeff"
_TITLE_CELLS = 2
_CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Dialect:
    """How a CSV file is written."""

    delimiter: str = ","
    columns: int | None = None
    """How many fields each row has; as many as the first, when it is not given."""
    one_line: bool = False
    """Whether no field holds a line end, so that a quotation mark that is never closed is found."""
    strict: bool = True
    """Whether a quotation mark within a field is a fault; else it is text."""
    fallback: str | None = None
    """The encoding of a file that is not in UTF-8."""
    title_rows: int = 0
    """How many rows may stand above the header; they may be shorter."""
    remedy: str = "Fetch it again."
    """What to do about a file that is damaged."""


PLAIN = Dialect()


def csv_rows(file: RawFile, dialect: Dialect = PLAIN) -> Iterator[list[str]]:
    """The rows of a file, the header among them.

    Raises:
        ListError: a row has more or fewer fields, a quotation mark is not closed, or the text is in no
            encoding that is known for it.
    """
    lines = _lines(file, _encoding(file, dialect.fallback))
    csv.field_size_limit(MAX_FIELD)
    reader = csv.reader(lines, delimiter=dialect.delimiter, strict=dialect.strict)
    columns, titles = dialect.columns, dialect.title_rows
    done = 0
    try:
        for row in reader:
            begun, done = done + 1, reader.line_num
            if not row or row == [_END_OF_FILE]:
                continue
            if titles and len([cell for cell in row if cell]) <= _TITLE_CELLS:
                titles -= 1
                yield row
                continue
            titles = 0
            columns = columns or len(row)
            if len(row) != columns:
                raise ListError(_ragged(file, done, row, columns, dialect.remedy))
            if dialect.one_line and done != begun:
                raise ListError(_open_quote(file, begun, dialect.remedy))
            yield row
    except csv.Error as error:
        raise ListError(_open_quote(file, done + 1, dialect.remedy)) from error


def _ragged(file: RawFile, line: int, row: list[str], columns: int, remedy: str) -> str:
    return (
        f"{quoted(file.name)} has {len(row)} fields at line {line}, and {columns} are expected. "
        f"It is cut off or damaged, or its format has changed. {remedy}"
    )


def _open_quote(file: RawFile, line: int, remedy: str) -> str:
    return (
        f"{quoted(file.name)} has a quotation mark after line {line - 1} that is not closed, or a field that is far "
        f"too long. It is cut off or damaged. {remedy}"
    )


def _lines(file: RawFile, encoding: str) -> Iterator[str]:
    with file.open() as content:
        number = 0
        while line := content.readline(MAX_LINE):
            number += 1
            if len(line) == MAX_LINE:
                raise ListError(
                    f"{quoted(file.name)} has a line {number} of more than 1 MiB, and no list has."
                )
            if b"\x00" in line:
                raise ListError(f"{quoted(file.name)} is no text: there is a zero byte in line {number}.")
            text = _decoded(file, number, line, encoding)
            yield text.removeprefix(_MARK) if number == 1 else text


def _decoded(file: RawFile, number: int, line: bytes, encoding: str) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError as error:
        raise ListError(f"{quoted(file.name)} is in no known encoding: see line {number}.") from error


def _encoding(file: RawFile, fallback: str | None) -> str:
    """UTF-8 with or without its mark, or the fallback; the whole file is tried."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with file.open() as content:
            while chunk := content.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        if fallback is None:
            raise ListError(f"{quoted(file.name)} is not in UTF-8, which it should be.") from error
        return fallback
    return "utf-8"
