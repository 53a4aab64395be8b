"""How a report is laid out for a terminal, and how the marks of the law are shown there."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.text import visible

if TYPE_CHECKING:
    from datetime import date

_COLOURS = {"error": "1;31", "warning": "33", "met": "32", "pending": "36", "strong": "1", "dim": "2"}
MARKS = {"knowledge": "from knowledge", "uncertain": "uncertain"}
LEGEND = {
    "knowledge": "not compared with the text: look it up before you rely on it",
    "uncertain": "not sure, or not read: confirm it first",
}


@dataclass(frozen=True, slots=True)
class View:
    """How the report is shown.

    Attributes:
        show: the outcomes shown beside gaps.
        width: columns of the terminal.
        colour: whether our own words may be coloured; text from a dossier never is.
    """

    as_of: date
    show: frozenset[str] = frozenset({"pending"})
    width: int = 80
    colour: bool = False

    def paint(self, text: str, colour: str) -> str:
        """Text in a colour, where colours are wanted."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.colour else text

    def wrapped(self, text: str, first: str, rest: str | None = None) -> str:
        """Text from outside made visible and wrapped behind its indents."""
        indent = " " * len(first) if rest is None else rest
        lines = textwrap.wrap(
            visible(text),
            max(self.width, 40),
            initial_indent=first,
            subsequent_indent=indent,
            break_on_hyphens=False,
        )
        return "\n".join(lines) + "\n"
