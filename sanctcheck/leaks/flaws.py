"""Leaks as flaws of a file: where somebody who is protected is named, and of which kind that is; never the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.leaks.guard import guard_of
from sanctcheck.reading.document import START, Flaw, Place
from sanctcheck.reading.protection import hide_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.leaks.guard import Guard
    from sanctcheck.leaks.search import Span
    from sanctcheck.reading.document import Document, Path_

_KINDS = {
    "name": "The name",
    "part of a name": "Part of the name",
    "initials": "The initials",
    "detail": "A telling detail",
}
_COMMENT = re.compile(r"(?:^|\s)#(.*)$")


def hide_leaks(document: Document) -> None:
    """Has the lines hidden on which somebody is given away, for those who show lines and no findings."""
    guard = guard_of(document)
    if guard is not None:
        for _ in leak_flaws(document, guard):
            pass


def leak_flaws(document: Document, guard: Guard) -> Iterator[Flaw]:
    """Every place of a file at which somebody who is protected is given away."""
    if guard.is_told(document.name):
        message = "The dossier's own file name gives somebody away who is protected. Rename the file, and its history too."
        yield Flaw("protected-name-in-file-name", message, START)
    for path, _, spans in guard.leaks(document.value):
        place = document.place(path)
        hide_lines(document, range(place.line, place.end_line + 1))
        document.leaking.add(path)
        yield _flaw(document, guard, path, spans[0])
    if not document.name.endswith(".json"):
        yield from _in_comments(document, guard)


def _flaw(document: Document, guard: Guard, path: Path_, span: Span) -> Flaw:
    secret = guard.secrets[span.secret]
    related = ((document.place((*secret.origin, "handling"), key=True), "the part that protects them"),)
    if span.kind == "word of a name":
        message = (
            f"A rare word of the name of somebody who is {secret.level} stands here by itself, where more may read it. "
            "If they are meant, write a role instead; if somebody else is, name them in full."
        )
        return Flaw("protected-surname", message, document.place(path), "warning", path, related)
    if path[-1] == "file":
        message = (
            f"{_KINDS[span.kind]} of somebody who is {secret.level} stands in the name of an exhibit's file. "
            "Everybody sees the names of files who sees the folder: rename it."
        )
        return Flaw("protected-name-in-file-name", message, document.place(path), "error", path, related)
    message = (
        f"{_KINDS[span.kind]} of somebody who is {secret.level} stands here, where more may read it. "
        "Write a role instead, or raise the level of this part."
    )
    return Flaw("protected-name", message, document.place(path), "error", path, related)


def _in_comments(document: Document, guard: Guard) -> Iterator[Flaw]:
    """Comments are for whoever sees the file. One that goes on over several lines is read as one."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(document.lines(), start=1):
        comment = _COMMENT.search(line) if "#" in line else None
        if comment is not None:
            block.append((number, comment.group(1)))
            if line.lstrip()[:1] == "#":
                continue
        yield from _in_block(document, guard, block)
        block = []
    yield from _in_block(document, guard, block)


def _in_block(document: Document, guard: Guard, block: list[tuple[int, str]]) -> Iterator[Flaw]:
    spans = guard.spans("\n".join(text for _, text in block)) if block else []
    if spans:
        first, last = block[0][0], block[-1][0]
        hide_lines(document, range(first, last + 1))
        message = f"{_KINDS[spans[0].kind]} of somebody who is protected stands in a comment. Take it out."
        yield Flaw("protected-name-in-comment", message, Place(first, 1, last, len(block[-1][1]) + 1))
