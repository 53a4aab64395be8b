"""Records of an XML file, streamed through a hardened parser.

The parser is the standard library's expat with its C tree builder: fast, and it fetches nothing. A document
type is refused before it is read, and with it every entity. Depth and size are bounded while the tree grows.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, cast
from xml.etree.ElementTree import ParseError, XMLPullParser
from xml.parsers import expat

from sanctcheck.errors import ListError
from sanctcheck.lists.limits import HEAD_BYTES, MAX_DEPTH, MAX_RECORD_BYTES
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from xml.etree.ElementTree import Element

    from sanctcheck.lists.source import RawFile


def root_of(head: bytes, name: str) -> str:
    """The root element as `{namespace}name`; empty for what is no XML.

    Raises:
        ListError: there is a document type, which no list has and which entities could hide in.
    """
    prolog = _Prolog(name)
    try:
        prolog.feed(head)
    except _DAMAGE:
        return ""
    return prolog.root


def records(file: RawFile, tags: Collection[str]) -> Iterator[Element]:
    """First the root with its attributes, then each whole element that has one of these tags (`{namespace}name`).

    The direct children of the root are given too. What was given is emptied when the next one is asked for.

    Args:
        file: what is read.
        tags: of the records.

    Raises:
        ListError: it is no well-formed XML, declares a document type, or asks for more than a list can need.
    """
    with file.open() as content:
        yield from streamed(content, file.name, tags)


def streamed(content: IO[bytes], name: str, tags: Collection[str]) -> Iterator[Element]:
    """As `records`, for a file that is open; `name` is what errors call it."""
    yield from _Reader(content, name, frozenset(tags)).records()


# Encodings that are unknown, or that expat cannot take from Python, are the last two.
_DAMAGE = (ParseError, expat.ExpatError, LookupError, ValueError)


class _RootFoundError(Exception):
    """Stops the look at the prolog."""


class _Prolog:
    """What stands before the root element. A document type can stand nowhere else."""

    def __init__(self, name: str) -> None:
        self.root = ""
        self._name = name
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._document_type

    def feed(self, chunk: bytes) -> None:
        """Reads on, as long as the root is not found."""
        if self.root:
            return
        try:
            self._parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position
        except _RootFoundError:
            return

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self.root = "{" + name if "}" in name else name
        raise _RootFoundError

    def _document_type(self, *_declared: object) -> None:
        raise ListError(
            f"{quoted(self._name)} declares a document type. No list does, and it is not read: "
            "entities can hide in it."
        )


class _Reader:
    def __init__(self, content: IO[bytes], name: str, tags: frozenset[str]) -> None:
        self._content = content
        self._name = name
        self._tags = tags
        self._prolog = _Prolog(name)
        self._parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
        self._depth = 0
        self._since_record = 0

    def records(self) -> Iterator[Element]:
        """See `records` above."""
        try:
            while chunk := self._content.read(HEAD_BYTES):
                self._prolog.feed(chunk)
                self._parser.feed(chunk)
                self._since_record += len(chunk)
                yield from self._ended()
                self._guard()
        except _DAMAGE as error:
            raise ListError(self._damage(error)) from error
        try:
            self._parser.close()
        except ParseError as error:
            raise ListError(
                f"{quoted(self._name)} is cut off: its XML has no end. Fetch it again."
            ) from error
        yield from self._ended()

    def _ended(self) -> Iterator[Element]:
        tags = self._tags
        depth = self._depth
        events = cast("Iterator[tuple[str, Element]]", self._parser.read_events())
        for event, element in events:
            if event == "start":
                depth += 1
                if depth == 1:
                    yield element
                elif depth > MAX_DEPTH:
                    raise ListError(f"{quoted(self._name)} is nested deeper than any list is.")
                continue
            depth -= 1
            if element.tag in tags or depth == 1:
                self._since_record = 0
                yield element
                element.clear()
        self._depth = depth

    def _guard(self) -> None:
        if self._since_record > MAX_RECORD_BYTES:
            raise ListError(
                f"{quoted(self._name)} has an element of more than {MAX_RECORD_BYTES // (1024 * 1024)} MiB, "
                "and no list has."
            )

    def _damage(self, error: Exception) -> str:
        line, column = getattr(error, "position", (getattr(error, "lineno", 0), getattr(error, "offset", 0)))
        cause = expat.ErrorString(getattr(error, "code", 0)) or "unknown"
        return f"{quoted(self._name)} is no well-formed XML at line {line}, column {column + 1} ({cause}). Fetch it again."
