"""What a survey says, as sections of text and tables that every form for people is made from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        numbers: the columns that hold numbers, counted from zero.
        bars: the column that a picture of it draws, where there is one.
        is_long: whether it can have hundreds of rows, so that a form may show the first of them.
    """

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    bars: int | None = None
    note: str = ""
    is_long: bool = False
    filters: tuple[int, ...] = ()
    """The column of states in short by which a page can be filtered."""
    is_for_csv: bool = False
    """Whether other forms say the same in blocks."""


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence with pairs below it, of what it is and what it says."""

    said: str
    pairs: tuple[tuple[str, str], ...]
    above: str = ""
    """In a few words, what it is about."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: text first, then tables."""

    id: str
    title: str
    text: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    blocks: tuple[Block, ...] = ()
    points: tuple[str, ...] = ()
    """Sentences that stand below one another."""


@dataclass(frozen=True, slots=True)
class Report:
    """A survey as people read it."""

    title: str
    text: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def tables(self) -> dict[str, Table]:
        """Every table by its id."""
        return {table.id: table for section in self.sections for table in section.tables}
