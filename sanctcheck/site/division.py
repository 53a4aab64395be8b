"""Long tables divided into pages, by initial or by year, so that each page stays small."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markupsafe import Markup

LIMIT = 200_000
"""Bytes of rows on a page: with all that is around them it stays well below 300 KB."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, made, and the initial or year under which it is looked for."""

    html: Markup
    key: str


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one page, what they have in common (empty where all rows are here), and its file without ending."""

    label: str
    file: str
    rows: tuple[Markup, ...]


def divided(rows: Sequence[Row], file: str, limit: int = LIMIT) -> list[Part]:
    """The rows, which stand in the order of their keys, on as few pages as the limit allows."""
    if _size(rows) <= limit:
        return [Part("", file, tuple(row.html for row in rows))]
    groups = [(key, list(found)) for key, found in groupby(rows, key=lambda row: row.key)]
    chunks = list(_chunks(groups, limit))
    return [
        Part(label, file if number == 1 else f"{file}-{number}", tuple(row.html for row in chunk))
        for number, (label, chunk) in enumerate(chunks, 1)
    ]


def _chunks(groups: Iterable[tuple[str, list[Row]]], limit: int) -> Iterator[tuple[str, list[Row]]]:
    """Neighbouring groups together while there is room; one that fills more than a page in numbered pieces."""
    keys: list[str] = []
    held: list[Row] = []
    for key, rows in groups:
        if held and _size(held) + _size(rows) > limit:
            yield _label(keys), held
            keys, held = [], []
        if _size(rows) > limit:
            yield from _pieces(key, rows, limit)
        else:
            keys.append(key)
            held = [*held, *rows]
    if held:
        yield _label(keys), held


def _pieces(key: str, rows: Iterable[Row], limit: int) -> Iterator[tuple[str, list[Row]]]:
    pieces: list[list[Row]] = [[]]
    size = 0
    for row in rows:
        if pieces[-1] and size + len(row.html) > limit:
            pieces.append([])
            size = 0
        pieces[-1].append(row)
        size += len(row.html)
    for number, piece in enumerate(pieces, 1):
        yield f"{key} ({number} of {len(pieces)})", piece


def _label(keys: Sequence[str]) -> str:
    return keys[0] if len(keys) == 1 else f"{keys[0]} to {keys[-1]}"


def _size(rows: Iterable[Row]) -> int:
    return sum(len(row.html) for row in rows)
