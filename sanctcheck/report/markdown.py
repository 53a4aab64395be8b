"""Text from outside, made fit for a Markdown page."""

from __future__ import annotations

import re

from sanctcheck.text import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!&])")


def escaped(text: str) -> str:
    """Text that shows as it stands, on one line: no markup, no HTML, no end of a table's cell."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))


_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>&~$^]|:(?=//)|(?<=\bwww)\.)", re.IGNORECASE)
_MENTION = re.compile(r"(@|\\#)(?=\w)")
_BEGINS_A_BLOCK = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[-=])")


def foreign(text: str) -> str:
    """Text of a dossier in a page that a forge renders: as `escaped`, and it leads to nothing and calls nobody.

    Forges make links of addresses, `#1` and `@name` after Markdown is done, from what is left as text. A backslash is no
    help then, but a space of no width is.
    """
    plain = _MARKUP.sub(r"\\\1", visible(" ".join(text.split())))
    inert = _MENTION.sub(r"\1&#8203;", plain)
    begins = _BEGINS_A_BLOCK.match(inert)
    return inert if begins is None else f"{begins[0]}\\{inert[begins.end() :]}"
