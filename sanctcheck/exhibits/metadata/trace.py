"""One trace that the metadata of a file keeps: of what kind, and its text, which no report ever shows."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Kind = Literal["position", "author", "organisation", "device", "revision", "path", "note", "preview", "other"]
WORDS: Final[dict[Kind, str]] = {
    "position": "a position (GPS, or the name of a place)",
    "author": "who made or edited it",
    "organisation": "an organisation",
    "device": "the device (make, number, owner)",
    "revision": "who changed or commented on it",
    "path": "a folder of somebody's computer",
    "note": "a description or comment",
    "preview": "a preview picture, which may show what was cut away later",
}
"""What endangers, in words, in the order of a report. What is of no such kind is looked through for names only."""
MOST_TEXT: Final = 4_000
"""Characters of a text: more is no name."""


class Trace(NamedTuple):
    """One trace."""

    kind: Kind
    text: str = ""


class Unreadable(Exception):  # noqa: N818 - a finding, not an error of ours
    """A file whose metadata could not be read, or only in part; says why, in words for the user."""


def trace(kind: Kind, value: object) -> Trace | None:
    """A trace of a value; None where there is nothing in it."""
    if isinstance(value, bytes):
        value = decoded(value)
    text = str(value).replace("\0", "").strip()[:MOST_TEXT]
    return Trace(kind, text) if text else None


def decoded(value: bytes) -> str:
    """A text of which the encoding is not stated, in whichever of the two usual ones makes letters of it."""
    value = value[: 4 * MOST_TEXT]
    for mark in (b"UNICODE\0", b"ASCII\0\0\0", b"JIS\0\0\0\0\0"):
        value = value.removeprefix(mark)
    if value[1:2] == b"\0" or value[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return value.decode("utf-16-be" if value[:2] == b"\xfe\xff" else "utf-16-le", "replace").lstrip(
            "\ufeff"
        )
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
