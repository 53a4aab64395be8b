"""Hits as blocks for a decisions file: a person fills in the judgment, and removes what they do not judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.names.wording import sentence
from sanctcheck.report.json_text import json_text
from sanctcheck.screen.decisions import FORMAT, decided_query
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.screen.screening import Hit, Screened


def blocks(every: Iterable[Screened], *, headed: bool) -> Iterator[str]:
    """A block for each hit that is open; above the first, what such a file begins with, if it is `headed`."""
    head = f"format: {FORMAT}\ndecisions:\n" if headed else ""
    for screened in every:
        for hit in screened.open_hits:
            yield head
            head = ""
            yield from _block(screened, hit)


def _block(screened: Screened, hit: Hit) -> Iterator[str]:
    entry = hit.entry
    said = sentence(hit.parts)
    yield f"  # {hit.score:.2f}  {_comment(entry.name)}: {_comment(said)}\n"
    query = ", ".join(f"{key}: {_text(value)}" for key, value in decided_query(screened.query.party).items())
    yield f"  - query: {{{query}}}\n"
    yield f"    listing: {_text(entry.key)}\n"
    yield "    judgment: ‹same, different or unsure›\n    by: ‹who judges›\n    day: ‹year-month-day›\n"
    yield f"    because: ‹what tells them apart, or shows that they are one›\n    seen: {_text(entry.digest)}\n"


def _comment(text: str) -> str:
    """On one line, with nothing that could end the comment."""
    return visible(shorten(" ".join(text.split()), 300))


def _text(value: object) -> str:
    """A text or a list of texts as JSON, which YAML reads the same."""
    return json_text(value)
