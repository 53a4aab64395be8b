"""Pairs of parties from a file: CSV or JSON lines, a row a pair. No row is lost, whatever stands in it."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sanctcheck.errors import UsageError
from sanctcheck.names.stated import FIELDS, stated_party
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sanctcheck.names.party import Party

MAX_LINE = 1024 * 1024
"""Characters of a row that are read."""
_OTHER_NAMES = {
    **dict.fromkeys(("alias", "aka", "othernames"), "aliases"),
    **dict.fromkeys(("birthdate", "birthdates", "dateofbirth", "dobs", "born", "birth"), "dob"),
    **dict.fromkeys(("countries", "nationality", "nationalities", "citizenship", "flag"), "country"),
    **dict.fromkeys(("sex",), "gender"),
    **dict.fromkeys(("identifier", "ids", "id", "idnumber"), "identifiers"),
    **dict.fromkeys(("schema", "type"), "kind"),
}
_COLUMN = re.compile(r"([a-z]+)([12]?)$")


class PairRow(NamedTuple):
    """One row: two parties to compare, or why they cannot be."""

    number: int
    """Counted from 0, without the header and without empty lines."""
    first: Party | None
    second: Party | None
    error: str = ""
    notes: tuple[str, ...] = ()


def pair_rows(lines: Iterable[str], *, csv_file: bool | None = None) -> Iterator[PairRow]:
    """The pairs of a file, line by line; `csv_file` says what it is, else its first character does.

    Raises:
        UsageError: it is a CSV file without the columns that are needed.
    """
    first, rest = _first_line(iter(lines))
    if not first:
        return
    if csv_file is None:
        csv_file = first.lstrip()[:1] not in {"{", "["}
    whole = _chained(first, rest)
    yield from _from_csv(first, whole) if csv_file else _from_json(whole)


def _first_line(lines: Iterator[str]) -> tuple[str, Iterator[str]]:
    for line in lines:
        plain = line.removeprefix("\ufeff")
        if plain.strip():
            return plain, lines
    return "", lines


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _from_csv(header: str, lines: Iterator[str]) -> Iterator[PairRow]:
    csv.field_size_limit(MAX_LINE)
    delimiter = max(",;\t|", key=header.count)
    rows = csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter)
    columns = [_column(name) for name in next(rows)]
    _require_names(columns)
    number = 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield PairRow(number, None, None, f"the row cannot be read: {error}")
        else:
            if not any(cell.strip() for cell in row):
                continue
            yield _row(number, {column: cell for column, cell in zip(columns, row, strict=False) if column})
        number += 1


def _require_names(columns: list[str]) -> None:
    missing = [name for name in ("name1", "name2") if name not in columns]
    if missing:
        raise UsageError(
            f"The file has no column {listed(missing, 'and')}. Its first line names the columns: name1, name2 and, where they "
            f"are known, kind, and {listed(FIELDS[2:], 'and')} with a 1 or a 2 behind."
        )


def _from_json(lines: Iterator[str]) -> Iterator[PairRow]:
    number = 0
    for line in lines:
        if not line.strip():
            continue
        yield _from_object(number, line)
        number += 1


def _from_object(number: int, line: str) -> PairRow:
    if len(line) > MAX_LINE:
        return PairRow(number, None, None, f"the line is longer than {MAX_LINE} characters")
    try:
        stated = json.loads(line)
    except (ValueError, RecursionError):
        return PairRow(number, None, None, "the line is no JSON object")
    if not isinstance(stated, dict):
        return PairRow(number, None, None, "the line is no JSON object")
    return _row(number, {_column(name): value for name, value in stated.items()})


def _column(name: str) -> str:
    """The column by its own name: `Name 1`, `name_1` and `NAME1` are `name1`."""
    found = _COLUMN.match(re.sub(r"[\W_]+", "", name).casefold())
    if found is None:
        return ""
    return _OTHER_NAMES.get(found[1], found[1]) + found[2]


def _row(number: int, fields: Mapping[str, Any]) -> PairRow:
    first, second = (
        stated_party(
            {field: fields.get(f"{field}{side}", fields.get(field)) for field in _shared(side, fields)}
        )
        for side in "12"
    )
    notes = tuple(dict.fromkeys((*first.notes, *second.notes)))
    missing = [f"name{side}" for side, each in (("1", first), ("2", second)) if not each.party.names]
    if missing:
        return PairRow(number, first.party, second.party, f"{listed(missing, 'and')} is empty", notes)
    return PairRow(number, first.party, second.party, "", notes)


def _shared(side: str, fields: Mapping[str, Any]) -> list[str]:
    """The fields that a side has; of those without a number only the kind is of both."""
    return [field for field in FIELDS if field == "kind" or f"{field}{side}" in fields]
