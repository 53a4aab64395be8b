"""What office files give away: properties, authors of changes and comments, paths, previews, and the pictures in them."""

from __future__ import annotations

import io
import re
from typing import IO, TYPE_CHECKING, Final

from sanctcheck.exhibits.metadata.container import opened
from sanctcheck.exhibits.metadata.pictures import picture_traces
from sanctcheck.exhibits.metadata.trace import Kind, Trace, Unreadable
from sanctcheck.exhibits.metadata.xml import Element, Walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.exhibits.metadata.container import Container

_PROPERTIES: Final[dict[str, Kind]] = {
    "creator": "author", "lastModifiedBy": "author", "initial-creator": "author", "printed-by": "author",
    "Manager": "author", "Company": "organisation", "description": "note", "subject": "note", "keywords": "note",
    "keyword": "note", "category": "note", "user-defined": "note", "Template": "other", "title": "other",
    "HyperlinkBase": "path", "lpwstr": "note", "lpstr": "other", "template": "other",
}  # fmt: skip
_WHO: Final = frozenset(
    {"author", "initials", "creator", "displayName", "userId", "lastName", "name", "userName"}
)
_PARTS: Final = re.compile(r"(?:docProps/(?:core|app|custom)\.xml|meta\.xml)\Z")
_REVISED: Final = re.compile(
    r"(?:(?:word|xl|ppt)/(?:[^/]*/)*(?:document|comments\d*|commentsExtended|people|person|footnotes|endnotes|header\d+|"
    r"footer\d+|threadedComment\d+|comment\d+|commentAuthors|authors|revisionHeaders|userNames)\.xml|content\.xml)\Z"
)
_RELATIONS: Final = re.compile(r"(?:[^/]+/)*_rels/[^/]+\.rels\Z")
_PREVIEW: Final = re.compile(r"(?:docProps/thumbnail\.[a-z]+|Thumbnails/[^/]+)\Z")
_PICTURE: Final = re.compile(
    r"(?:(?:word|xl|ppt)/media/|Pictures/)[^/]+\.(?:jpe?g|png|tiff?|webp)\Z", re.IGNORECASE
)
_PATH: Final = re.compile(r"(?:file:|[A-Za-z]:\\|\\\\|/home/|/Users/)", re.IGNORECASE)
_MOST_PICTURES: Final = 50
_MAX_PICTURE: Final = 16 * 1024 * 1024


def office_traces(file: IO[bytes]) -> Iterator[Trace]:
    """The traces of a text, sheet or presentation, of Microsoft's or OpenDocument's kind.

    Raises:
        Unreadable: it is damaged, or asks for more than a document can need.
        ImportError: the library for the pictures in it is not there.
    """
    with opened(file) as container:
        for name in container.names:
            if _PARTS.match(name):
                yield from _of_properties(container, name)
            elif _REVISED.match(name):
                yield from _of_revisions(container, name)
            elif _RELATIONS.match(name):
                yield from _of_relations(container, name)
            elif _PREVIEW.match(name):
                yield Trace("preview")
        for name in [each for each in container.names if _PICTURE.match(each)][:_MOST_PICTURES]:
            try:
                yield from picture_traces(io.BytesIO(container.whole(name, _MAX_PICTURE)))
            except Unreadable:
                continue  # a picture that no program shows gives nothing away


def _found(container: Container, name: str, wanted: frozenset[str]) -> list[Element]:
    walk = Walk(wanted)
    for piece in container.chunks(name):
        walk.feed(piece)
    return walk.close()


def _of_properties(container: Container, name: str) -> Iterator[Trace]:
    for element in _found(container, name, frozenset(_PROPERTIES)):
        kind = _PROPERTIES[element.name]
        yield Trace("path" if kind == "other" and _PATH.match(element.text) else kind, element.text)


def _of_revisions(container: Container, name: str) -> Iterator[Trace]:
    """Who changed or commented: an attribute of Microsoft's, an element of OpenDocument's; each name once."""
    is_text = name == "content.xml" or name.rpartition("/")[2].startswith(
        ("document", "header", "footer", "foot", "end")
    )
    # `name` and `initials` mean many things in a text itself.
    wanted = frozenset({"author", "creator"}) if is_text else _WHO
    seen = set()
    for element in _found(container, name, wanted):
        if element.text not in seen and not element.text.isdigit():
            seen.add(element.text)
            yield Trace("revision", element.text)


def _of_relations(container: Container, name: str) -> Iterator[Trace]:
    """A template or a picture that is linked by its place on somebody's computer."""
    for element in _found(container, name, frozenset({"Target"})):
        if _PATH.match(element.text):
            yield Trace("path", element.text)
