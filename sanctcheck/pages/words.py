"""Words and tables that the pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.law.time import citation
from sanctcheck.report.markdown import escaped
from sanctcheck.report.view import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.law.authority import Fact
    from sanctcheck.law.cells import Cell, Version
    from sanctcheck.law.model import Regime
    from sanctcheck.terms import Verified


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; its cells are Markdown already."""
    yield f"\n| {' | '.join(head)} |\n|{'---|' * len(head)}\n"
    for row in rows:
        yield f"| {' | '.join(row)} |\n"


def mark(verified: Verified) -> str:
    """The mark as the pages show it; nothing for what was read in the text."""
    return f" [{MARKS[verified]}]" if verified in MARKS else ""


def authority(fact: Fact, regime: Regime) -> str:
    """The citations of a fact, its days where it states them, and its mark."""
    cited = "; ".join(citation(each, regime) for each in (fact.provision, *fact.also))
    span = fact.in_force
    since = f", from {span.from_}" if span and span.from_ else ""
    until = f", until {span.until}" if span and span.until else ""
    return escaped(f"{cited}{since}{until}") + mark(fact.verified)


def days(version: Version) -> str:
    """The days of a version of the law."""
    since = f"from {version.since}" if version.since else ""
    until = f"until {version.until}" if version.until else ""
    return " ".join(part for part in (since, until) if part)


def value(cell: Cell) -> str:
    """The value of a cell with its few words."""
    return escaped(str(cell.value)) + (f": {escaped(cell.detail)}" if cell.detail else "")


def cited(cell: Cell) -> str:
    """The citations of a cell, and its mark."""
    return escaped("; ".join(cell.provisions)) + mark(cell.verified) if cell.provisions else ""
