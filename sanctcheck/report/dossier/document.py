"""What a report consists of, whatever its format: sections with paragraphs, lists, facts, tables, figures and entries.

Every text here is plain text, and may come from outside: a renderer makes it visible and harmless in its own format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

NOTHING = "–"  # noqa: RUF001 - a dash is meant
"""What a cell says that has nothing to say."""
Tone = Literal["", "quiet", "error", "warning", "settled", "good"]
"""How something is coloured. It always stands beside words that say the same."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list without numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of what something is, and what it says; several texts stand below one another."""

    pairs: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        text: what it says.
        grade: how reliable the source is, as a letter from A to F by which it is coloured; empty for no colour.
        is_open: whether it is hatched: something that the target was not given.
        tone: as of a paragraph.
    """

    text: str
    grade: str = ""
    is_open: bool = False
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column heads its rows.

    Attributes:
        widths: how broad the columns are beside one another.
        narrow: whether columns behind the first are as narrow as they can be, as those of a matrix.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, with the table behind it.

    Attributes:
        name: its file name without an ending, and its id in a page.
        svg: the picture itself, which this program drew.
        says: what it shows, for those who do not see it.
    """

    name: str
    caption: str
    says: str
    svg: str
    width: int
    height: int
    table: Table


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was found, as a block of its own."""

    name: str
    label: str
    title: str
    facts: Facts
    tone: Tone = ""


Block = Paragraph | Points | Facts | Table | Figure | Entry


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report, with a heading of the first, second or third order."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    order: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A whole report.

    Attributes:
        language: in which it is written.
        handling: the line that stands on every page.
        cover: what stands on the first page, below the title.
        day: of the assessment.
        by: what the report was written with, and that it decides nothing; the last line of a page.
    """

    title: str
    subject: str
    handling: str
    cover: Facts
    notice: str
    sections: tuple[Section, ...]
    by: str
    day: date
    language: str = "en-GB"


def facts(*pairs: tuple[str, str | tuple[str, ...] | None]) -> Facts:
    """Pairs without those that say nothing."""
    kept = ((what, (said,) if isinstance(said, str) else said) for what, said in pairs if said)
    return Facts(tuple(kept))


def row(*texts: str | Cell) -> tuple[Cell, ...]:
    """A row of cells, from texts."""
    return tuple(each if isinstance(each, Cell) else Cell(each) for each in texts)
