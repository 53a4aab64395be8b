"""Several values in one cell: `(1) A (2) B`, `1) A 2) B`, `a) A b) B`."""

from __future__ import annotations

import re

_STARTS = re.compile(r"^\(?(?:1|a|i)\)", re.IGNORECASE)
_MARK = re.compile(r"(?:^|(?<=[\s.,;)]))(?:\(?(?:\d{1,2}|[a-z])\)\s*[-\u2013]?\s*)+(?=\S|$)", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "\u2013", "NA", "N/A"})


def numbered(text: str) -> list[str]:
    """The values of a cell, each without its number; a cell that numbers nothing is one value."""
    plain = text.strip()
    if _STARTS.match(plain) is None:
        return [plain] if plain not in _NOTHING else []
    return [
        value
        for part in _MARK.split(plain)
        if (value := part.strip(" \n;,")) and value.rstrip(".") not in _NOTHING
    ]
