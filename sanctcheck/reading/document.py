"""What was read from one file: its value, where each part of it stands, and what was wrong with it."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, Protocol

from sanctcheck.reading import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

Path_ = tuple["str | int", ...]
"""A document path: keys and zero-based positions, `("exhibits", 0, "publisher")`."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file: lines and columns, counted from one; the end column is the first behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Place(1, 1, 1, 1)
_LINE_END = re.compile("\n")

# The places of a document as a tree beside its value. A leaf is (start, end); a mapping adds a dictionary of
# key -> (start of the key, end of the key, tree of the value); a sequence adds a list of trees. Positions are
# (line, column), counted from zero as the parsers count them: `place_of` alone converts.
Position = tuple[int, int]
Tree = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with a file as such, whatever the law asks; or something that the published lists say of it.

    Attributes:
        standard: what the latter bears on; empty for the former, and so is `remedy`.
    """

    rule: str
    message: str
    place: Place
    severity: Severity = "error"
    pointer: Path_ = ()
    related: tuple[tuple[Place, str], ...] = ()
    standard: str = ""
    remedy: str = ""


class Guard(Protocol):
    """Knows whom a document protects."""

    def scrubbed(self, text: str) -> str:
        """A text without those who are protected."""
        ...

    def is_told(self, text: str, level: Literal["public", "official", "restricted", "protected"]) -> bool:
        """Whether a text gives somebody away to those who may see what is of this level."""
        ...


@dataclass(slots=True)
class Document:
    """One file as read. `value` is None where it could not be read at all.

    `is_plain` says that no value in it is empty or a number that might be text; `sha256` is that of the bytes that were
    read, and empty where there were none.
    """

    name: str
    text: str = ""
    value: Any = None
    folder: Path | None = None
    flaws: list[Flaw] = field(default_factory=list)
    find_places: Callable[[], Tree | None] = lambda: None
    is_plain: bool = False
    find_place: Callable[[Path_, bool], Place] | None = None
    find_lines: Callable[[Path_], range] | None = None
    _tree: Tree | None = None
    _places: dict[tuple[Path_, bool], Place] = field(default_factory=dict)
    _line_ends: array[int] | None = None
    hidden_lines: tuple[range, ...] | None = None
    guard: Guard | None = None
    """Takes those who are protected out of what is said of the document; None where it protects nobody by name."""
    leaking: set[Path_] = field(default_factory=set)
    """The texts in which somebody is named who is protected: nothing of them is quoted."""
    sha256: str = ""

    @property
    def tree(self) -> Tree | None:
        """Where everything stands; worked out when somebody first asks."""
        if self._tree is None:
            self._tree = self.find_places()
        return self._tree

    def line(self, number: int) -> str | None:
        """One line of the text, counted from one."""
        # Ends are looked for once, and kept as bare numbers: millions of short lines would be far larger than the file.
        if self._line_ends is None:
            self._line_ends = array("L", map(re.Match.start, _LINE_END.finditer(self.text)))
        ends = self._line_ends
        if not 1 <= number <= len(ends) + 1:
            return None
        return self.text[
            ends[number - 2] + 1 if number > 1 else 0 : ends[number - 1] if number <= len(ends) else None
        ]

    def lines(self) -> Iterator[str]:
        """The lines of the text, one after the other."""
        start = 0
        while (end := self.text.find("\n", start)) >= 0:
            yield self.text[start:end]
            start = end + 1
        yield self.text[start:]

    def place(self, path: Path_, *, key: bool = False) -> Place:
        """Where a document path stands; the nearest part above it where the path leads to nothing.

        With `key`, the place of the key at the end of the path instead of its value. Many results rest on the same
        parts, so that what was found once is kept.
        """
        known = self._places.get((path, key))
        if known is None:
            # As long as nobody needs the places of everything, one is worked out by itself where that is quicker.
            if self._tree is None and self.find_place is not None:
                known = self.find_place(path, key)
            else:
                known = place_of(self.tree, path, key=key)
            self._places[path, key] = known
        return known


def first_flaws(flaws: Iterable[Flaw], document: Document) -> Iterator[Flaw]:
    """The first of some flaws; behind them, that there are more. What nobody will read is not worked out."""
    each = iter(flaws)
    yield from islice(each, limits.MAX_FLAWS)
    if next(each, None) is not None:
        message = "More mistakes of form in this file are not listed."
        yield Flaw("more-flaws", message, document.place(()))


def place_of(tree: Tree | None, path: Path_, *, key: bool = False) -> Place:
    """Where a path stands in a tree of places."""
    if tree is None:
        return START
    here: tuple[Position, Position] = (tree[0], tree[1])
    for step in path:
        branches = tree[2] if len(tree) > 2 else None
        if isinstance(branches, dict) and step in branches:
            key_start, key_end, tree = branches[step]
            leaf = len(tree) == 2
            here = (tree[0], tree[1]) if leaf and not key else (key_start, key_end)
        elif isinstance(branches, list) and isinstance(step, int) and 0 <= step < len(branches):
            tree = branches[step]
            here = (tree[0], tree[1])
        else:
            break
    return one_based(*here)


def one_based(start: Position, end: Position) -> Place:
    """The place between two positions as the parsers count them."""
    return Place(start[0] + 1, start[1] + 1, end[0] + 1, end[1] + 1)


def place_at(text: str, offset: int) -> Place:
    """The place of one character of a text whose lines end with a line feed."""
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Place(line, column, line, column + 1)
