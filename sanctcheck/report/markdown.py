"""Text from outside, made fit for a Markdown page."""

from __future__ import annotations

import re

from sanctcheck.text import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!&])")


def escaped(text: str) -> str:
    """Text that shows as it stands, on one line: no markup, no HTML, no end of a table's cell."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))
