"""The script of a name, from its characters: publishers' own labels are often wrong (Cyrillic names marked `EN`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

# Unicode's blocks for the scripts in which sanctions lists give names; ISO 15924 codes.
_BLOCKS = (
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"),
    (0x0780, 0x07BF, "Thaa"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x137F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1C80, 0x1C8F, "Cyrl"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2DE0, 0x2DFF, "Cyrl"),
    (0x3040, 0x30FF, "Jpan"),
    (0x3130, 0x318F, "Hang"),
    (0x3400, 0x9FFF, "Hani"),
    (0xA640, 0xA69F, "Cyrl"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0x20000, 0x3FFFF, "Hani"),
)
_PLAIN = tuple(
    (script, re.compile(rf"[\W\d_]*[{letters}][{letters}\W\d_]*"))
    for script, letters in (
        ("Latn", "A-Za-z\u00c0-\u024f"),
        ("Cyrl", "\u0400-\u052f"),
        ("Arab", "\u0600-\u06ff"),
    )
)
"""Names that are in one of the most frequent scripts through and through."""
_STARTS = tuple(start for start, _, _ in _BLOCKS)


def script_of(name: str) -> str:
    """The script that most letters of a name are of, as its ISO 15924 code; empty where there is no letter."""
    if name.isascii():
        return "Latn" if name.lower() != name.upper() else ""
    return _script_of(name)


@lru_cache(maxsize=4096)
def _script_of(name: str) -> str:
    for script, only in _PLAIN:
        if only.fullmatch(name) is not None:
            return script
    counts: dict[str, int] = {}
    for character in name:
        if character.isalpha():
            script = _script(ord(character))
            counts[script] = counts.get(script, 0) + 1
    if "Jpan" in counts and "Hani" in counts:
        counts["Jpan"] += counts.pop("Hani")
    return max(counts, key=lambda script: counts[script]) if counts else ""


def _script(point: int) -> str:
    index = bisect_right(_STARTS, point) - 1
    if index >= 0 and point <= _BLOCKS[index][1]:
        return _BLOCKS[index][2]
    return "Zyyy"
