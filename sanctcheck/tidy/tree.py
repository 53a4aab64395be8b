"""A file as it is laid out: what is written, with the comments that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field

BLANK = ""
"""An empty line among comments."""


@dataclass(slots=True)
class Entry:
    """A field of a mapping, or an item of a list.

    Attributes:
        key: the key as it is written; None for an item of a list.
        name: the key as it is read.
        head: the comments above it, and empty lines among and above them.
        opening: a comment behind the key, or behind the dash, whose value stands below.
        trailing: a comment on the line on which its value ends, with the room before it.
    """

    key: str | None
    name: str
    head: list[str]
    value: Node
    opening: str = ""
    trailing: str = ""


@dataclass(slots=True)
class Node:
    """A value as it is written.

    Attributes:
        kind: `text` for whatever has no parts (an alias too).
        raw: of a text, the lines as they are written.
        properties: of a mapping or list, its anchor and tag.
        is_flow: whether it is written in brackets.
        has_comments: whether comments stand between its brackets.
        tail: comments below its last entry.
        column: where its entries begin; of an indented text, that of what it stands in.
    """

    kind: str
    raw: list[str] = field(default_factory=list)
    properties: str = ""
    is_flow: bool = False
    has_comments: bool = False
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    column: int = 0


@dataclass(slots=True)
class Sheet:
    """A whole file: what stands above the first field, and the fields."""

    header: list[str]
    root: Node
