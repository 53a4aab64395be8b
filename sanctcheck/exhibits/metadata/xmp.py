"""XMP: the packet of metadata that pictures, PDF and films carry alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sanctcheck.exhibits.metadata.trace import Kind, Trace
from sanctcheck.exhibits.metadata.xml import Walk

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES: Final = 2 * 1024 * 1024
_OPENS: Final = re.compile(rb"<(x:xmpmeta|rdf:RDF)[\s>]")
_CLOSES: Final = {name: re.compile(rb"</" + name + rb"\s*+>") for name in (b"x:xmpmeta", b"rdf:RDF")}
_KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(
        ("creator", "author", "authors", "owner", "captionwriter", "lastmodifiedby", "modifiedby", "by-line", "artist"),
        "author",
    ),
    **dict.fromkeys(
        ("serialnumber", "bodyserialnumber", "lensserialnumber", "cameraserialnumber", "cameraownername", "ownername",
         "make", "model", "hostcomputer"),
        "device",
    ),
    **dict.fromkeys(("city", "location", "sublocation", "state", "locationcreated", "locationshown"), "position"),
    **dict.fromkeys(("company", "publisher", "manager", "credit"), "organisation"),
    **dict.fromkeys(("filepath", "file", "sourcefile", "originaldocumentpath"), "path"),
    **dict.fromkeys(("description", "usercomment", "headline", "instructions", "comment"), "note"),
}  # fmt: skip
_OF_THE_FORM: Final = frozenset({"about", "lang", "parseType", "xmptk"})
_AROUND_ALL: Final = "Description"
"""Of RDF; the field is written with a small letter."""


def xmp_traces(content: bytes) -> Iterator[Trace]:
    """The traces of a packet, or of bytes in which one stands.

    Raises:
        Unreadable: it is damaged, or asks for too much.
    """
    for packet in _packets(content[:MAX_BYTES]):
        walk = Walk()
        walk.feed(packet)
        for element in walk.close():
            if element.name not in _OF_THE_FORM:
                # A value stands in a list, and the list in its field.
                kinds = map(_kind, (element.name, *reversed(element.around)))
                yield Trace(next((each for each in kinds if each is not None), "other"), element.text)


def _packets(content: bytes) -> Iterator[bytes]:
    """From an element that opens to where it closes. What closes nowhere is looked for once, however often it opens."""
    at, left_open = 0, set[bytes]()
    while opens := _OPENS.search(content, at):
        at = opens.end()
        name = opens.group(1)
        closes = None if name in left_open else _CLOSES[name].search(content, at)
        if closes is None:
            left_open.add(name)
        else:
            at = closes.end()
            yield content[opens.start() : at]


def _kind(name: str) -> Kind | None:
    if name == _AROUND_ALL:
        return None
    small = name.lower()
    return "position" if small.startswith("gps") else _KINDS.get(small)
