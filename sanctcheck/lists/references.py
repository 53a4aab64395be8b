"""References that one list makes to an entry of another."""

from __future__ import annotations

import re

from sanctcheck.lists.model import CrossReference

_UN = re.compile(r"\b([A-Z]{2})([ie])\.\s?(\d{1,3})\b")


def un_reference(text: str) -> CrossReference | None:
    """The UN number that a text is: `QDi.001`; the EU leaves zeros out (`LYi.28`)."""
    found = _UN.fullmatch(text.strip().rstrip("."))
    return _reference(found) if found is not None else None


def first_un_reference(text: str) -> CrossReference | None:
    """The UN number with which a text begins."""
    found = _UN.match(text.lstrip())
    return _reference(found) if found is not None else None


def _reference(found: re.Match[str]) -> CrossReference:
    return CrossReference("un-sc", f"{found[1]}{found[2]}.{int(found[3]):03}")
