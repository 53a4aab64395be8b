"""From a layout back to text, in one style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.tidy.parsing import block_header, is_block
from sanctcheck.tidy.tree import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.tidy.tree import Entry, Node, Sheet

WIDTH = 120
"""A part in brackets that would be longer is written line by line."""
_STEP = 2
_SEAL = "\0"
"""Stands behind a text that keeps its empty lines: one more would be part of it. No text of a dossier holds it."""
_EMPTY = _SEAL * 2
"""An empty line of a text, which says something."""
_EXPLICIT = re.compile("[1-9]")
_SINGLE_QUOTED = re.compile(r"'[^'\"\\]*'\Z", re.DOTALL)


def written(sheet: Sheet) -> str:
    """The text of a layout."""
    lines = _without_first_blanks(sheet.header)
    was_long = False
    for number, entry in enumerate(sheet.root.entries):
        made = _entry(entry, 0)
        # A field that takes several lines stands apart from those around it.
        is_long = len(made) - len(entry.head) > 1
        if number and (is_long or was_long) and BLANK not in entry.head:
            made.insert(0, BLANK)
        lines += made if lines else _without_first_blanks(made)
        was_long = is_long
    return _joined([*lines, *sheet.root.tail])


def _joined(lines: Sequence[str]) -> str:
    """The lines as one text, with no two empty ones in a row, and none at the end."""
    kept: list[str] = []
    for line in lines:
        if line != BLANK or (kept and kept[-1].strip() not in {BLANK, _SEAL}):
            kept.append(line)
    while kept and kept[-1] == BLANK:
        kept.pop()
    return "".join(f"{line.replace(_SEAL, '')}\n" for line in kept if line != _SEAL)


def _without_first_blanks(lines: Sequence[str]) -> list[str]:
    begin = next((at for at, line in enumerate(lines) if line != BLANK), len(lines))
    return list(lines[begin:])


def _at(indent: int, lines: Iterable[str]) -> list[str]:
    return [line and " " * indent + line for line in lines]


def _entry(entry: Entry, indent: int) -> list[str]:
    """A field or an item, with the comments above it."""
    before = " " * indent + ("-" if entry.key is None else f"{entry.key}:")
    node = entry.value
    if node.kind == "text":
        lines = _text(entry, before, indent)
    else:
        flow = _in_brackets(node)
        fits = flow is not None and (not node.entries or len(before) + 1 + len(flow) <= WIDTH)
        lines = [_on_line(before, flow or "", entry)] if fits else _parts(entry, before, indent)
    return [*_at(indent, entry.head), *lines]


def _on_line(before: str, value: str, entry: Entry) -> str:
    # Where a value in brackets had a comment behind its opening bracket, that comes behind the whole.
    return f"{before}{' ' if value else ''}{value}{entry.trailing or entry.opening}"


def _text(entry: Entry, before: str, indent: int) -> list[str]:
    raw = entry.value.raw
    if is_block(raw):
        return _indented_text(entry, before, indent)
    raw = _double_quoted("\n".join(raw)).split("\n")
    first, *others = [_right_stripped(line) for line in raw]
    lines = [first, *(" " * (indent + _STEP) + line.lstrip() if line.strip() else _EMPTY for line in others)]
    if len(lines) == 1:
        return [_on_line(before, first, entry)]
    lines[0] = f"{before} {lines[0]}"
    lines[-1] += entry.trailing
    return lines


def _double_quoted(raw: str) -> str:
    """A text in single quotation marks in double ones, where that changes nothing else in it."""
    return f'"{raw[1:-1]}"' if _SINGLE_QUOTED.match(raw) else raw


def _right_stripped(line: str) -> str:
    """Blanks at the end of a line say nothing, but behind a backslash the first of them does."""
    stripped = line.rstrip(" \t")
    return line if stripped.endswith("\\") else stripped


def _indented_text(entry: Entry, before: str, indent: int) -> list[str]:
    """A text below `|` or `>`, moved as a whole to where it stands now."""
    header, *content = entry.value.raw
    mark = block_header(header).partition("#")[0]
    explicit = _EXPLICIT.search(mark)
    if explicit:
        width = entry.value.column + int(explicit.group())
        header = header.replace(explicit.group(), str(_STEP), 1)
    else:
        width = next((len(line) - len(line.lstrip(" ")) for line in content if line.strip(" ")), 0)
    keeps = "+" in mark
    while not keeps and content and not content[-1][width:]:
        content.pop()
    moved = [" " * (indent + _STEP) + line[width:] if line[width:] else _EMPTY for line in content]
    return [f"{before} {header.rstrip()}", *moved, *([_SEAL] if keeps else [])]


def _in_brackets(node: Node) -> str | None:
    """A part on one line in brackets; None where it is not, or cannot be, written so."""
    if not node.is_flow or node.has_comments:
        return None
    parts: list[str] = []
    room = WIDTH
    for entry in node.entries:
        part = _in_line(entry)
        if part is None or room < 0:
            return None
        parts.append(part)
        room -= len(part)
    inside = ", ".join(parts)
    properties = f"{node.properties} " if node.properties else ""
    return properties + (f"{{{inside}}}" if node.kind == "mapping" else f"[{inside}]")


def _in_line(entry: Entry) -> str | None:
    value = entry.value
    if value.kind == "text":
        inside = None if len(value.raw) > 1 else _double_quoted(value.raw[0])
    else:
        inside = _in_brackets(value)
    if inside is None or entry.key is None:
        return inside
    return f"{entry.key}: {inside}" if inside else f"{entry.key}:"


def _parts(entry: Entry, before: str, indent: int) -> list[str]:
    """A part line by line, below its key or beside its dash."""
    node = entry.value
    lines: list[str] = []
    tail = [*node.tail, *([entry.trailing.strip()] if entry.trailing else [])]
    for child in node.entries:
        lines += _entry(child, indent + _STEP)
    lines = [*_without_first_blanks(lines), *_at(indent + _STEP, tail)]
    head = before + (f" {node.properties}" if node.properties else "") + entry.opening
    if entry.key is None and head == before and lines[0].lstrip()[:1] != "#":
        return [f"{before} {lines[0].lstrip()}", *lines[1:]]
    return [head, *lines]


def hoist(node: Node) -> None:
    """Puts comments where there is a line for them.

    Those above the first field of an item stand above the item, and those in empty brackets above these.
    """
    for entry in node.entries:
        value = entry.value
        hoist(value)
        if value.kind != "text" and not value.entries:
            entry.head += value.tail
            value.tail, value.has_comments = [], False
        if entry.key is None and not entry.opening and not value.properties and value.entries:
            first = value.entries[0]
            entry.head += [line for line in first.head if line != BLANK]
            first.head = []
