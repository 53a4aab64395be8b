"""Counting the records of a raw file with a plain search of its bytes, which shares nothing with the parsers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.source import RawFile

_CHUNK = 1024 * 1024


def count_elements(file: RawFile, *names: str) -> int:
    """How many start tags of these elements there are, whatever their prefix and attributes."""
    words = b"|".join(re.escape(name.encode()) for name in names)
    tag = re.compile(rb"<(?:[\w.-]+:)?(?:" + words + rb")(?=[\s/>])")
    return sum(len(tag.findall(text)) for text in _overlapping(file))


def distinct(file: RawFile, pattern: bytes) -> set[bytes]:
    """All that the group of a pattern finds at the beginnings of lines."""
    found: set[bytes] = set()
    expression = re.compile(pattern, re.MULTILINE)
    with file.open() as content:
        for line in content:
            match = expression.match(line)
            if match is not None:
                found.add(match[1])
    return found


def _overlapping(file: RawFile) -> Iterator[bytes]:
    """The file in pieces, cut before the last tag so that none is counted twice or missed."""
    waiting = b""
    with file.open() as content:
        while chunk := content.read(_CHUNK):
            waiting += chunk
            cut = waiting.rfind(b"<")
            if cut > 0:
                yield waiting[:cut]
                waiting = waiting[cut:]
    yield waiting
