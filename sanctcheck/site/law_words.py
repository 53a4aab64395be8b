"""Facts of law as pages show them: their citations, days, source, mark and note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.law.spans import span_of
from sanctcheck.law.time import citation

if TYPE_CHECKING:
    from datetime import date

    from sanctcheck.law.authority import Fact, Source
    from sanctcheck.law.cells import Cell
    from sanctcheck.law.model import Regime
    from sanctcheck.terms import Verified


@dataclass(frozen=True, slots=True)
class Authority:
    """On what a fact of law rests."""

    provisions: tuple[str, ...]
    verified: Verified
    days: str = ""
    source: Source | None = None
    note: str | None = None


def authority_of(fact: Fact, regime: Regime) -> Authority:
    """On what a fact of a regime rests."""
    span = span_of(fact, regime)
    return Authority(
        tuple(citation(each, regime) for each in (fact.provision, *fact.also)),
        fact.verified,
        between(span.from_, span.until) if span else "",
        regime.sources[fact.source] if fact.source else None,
        fact.note,
    )


def authority_of_cell(cell: Cell) -> Authority:
    """On what a cell of a comparison rests; its days are those of the version that it belongs to."""
    return Authority(cell.provisions, cell.verified, "", cell.source, cell.note)


def between(since: date | str | None, until: date | str | None) -> str:
    """The days between which something is the law, in words."""
    if since and until:
        return f"{since} to {until}"
    if since:
        return f"since {since}"
    return f"until {until}" if until else ""


def family_title(family: str) -> str:
    """A family as a heading."""
    return family.replace("-", " ").capitalize()
