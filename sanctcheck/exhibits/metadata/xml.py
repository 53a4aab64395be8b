"""XML from within a file: its elements and attributes, through a hardened parser.

As with the published lists, the parser is the standard library's expat, which fetches nothing; a document type, and with it
every entity, is refused, and depth and number are bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from sanctcheck.exhibits.metadata.trace import MOST_TEXT, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

_MAX_DEPTH = 100
_MAX_FOUND = 2_000
_MAX_ELEMENTS = 1_000_000


class Element(NamedTuple):
    """An element or attribute: its name without namespace, those of the elements around it, and its own text."""

    name: str
    around: tuple[str, ...]
    text: str


class Walk:
    """Collects the elements and attributes of some names."""

    def __init__(self, wanted: Iterable[str] | None = None) -> None:
        """`wanted`: names without namespace; None for every one."""
        self.found: list[Element] = []
        self._wanted = None if wanted is None else frozenset(wanted)
        self._open: list[tuple[str, list[str]]] = []
        self._number = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, content: bytes) -> None:
        """Reads on.

        Raises:
            Unreadable: it is no XML, or asks for too much.
        """
        self._parse(content, is_last=False)

    def close(self) -> list[Element]:
        """What was found.

        Raises:
            Unreadable: the XML is cut off.
        """
        self._parse(b"", is_last=True)
        return self.found

    def _parse(self, content: bytes, *, is_last: bool) -> None:
        try:
            self._parser.Parse(content, is_last)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Unreadable("a part of it is damaged") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._number += 1
        if len(self._open) >= _MAX_DEPTH or self._number > _MAX_ELEMENTS:
            raise Unreadable("a part of it asks for too much")
        self._open.append((_local(name), []))
        for attribute, value in attributes.items():
            self._add(_local(attribute), value)

    def _end(self, _name: str) -> None:
        name, pieces = self._open.pop()
        self._add(name, "".join(pieces))

    def _text(self, text: str) -> None:
        if len(self._open[-1][1]) < MOST_TEXT:
            self._open[-1][1].append(text[:MOST_TEXT])

    def _add(self, name: str, text: str) -> None:
        is_wanted = self._wanted is None or name in self._wanted
        if is_wanted and text.strip() and len(self.found) < _MAX_FOUND:
            around = tuple(each for each, _ in self._open)
            self.found.append(Element(name, around, text.strip()[:MOST_TEXT]))

    def _doctype(self, *_declared: object) -> None:
        raise Unreadable("a part of it declares a document type, in which entities can hide")


def _local(name: str) -> str:
    return name.rpartition("}")[2]
