"""A page for each standard: what it asks and why, on what it rests, and where every regime stands and stood."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sanctcheck.checks.documentation import documentation
from sanctcheck.checks.registry import load_check
from sanctcheck.site.comparison import is_on
from sanctcheck.site.law_words import Authority, authority_of, authority_of_cell, between, family_title
from sanctcheck.site.shell import STANDARDS
from sanctcheck.terms import FORCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sanctcheck.law.cells import Cell, Version
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Criterion, Regime, Standard
    from sanctcheck.site.comparison import Stood
    from sanctcheck.site.shell import Shell

_KINDS = {
    "collective-standard": "The draft of a collective standard",
    "regime": "Regimes against human-rights abuse and corruption",
    "programme": "Programmes on other subjects",
}


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a regime stood on the standard between two days. The current or latest one is where links lead to."""

    regime: Regime
    cell: Cell
    authority: Authority
    days: str
    is_current: bool
    is_anchor: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion of a regime that asks a dossier for the standard."""

    regime: Regime
    criterion: Criterion
    authority: Authority


def pages(law: Law, shell: Shell, stood: Stood, found: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """The pages of the standards, each with its file; `found` says how many open gaps dossiers have in each."""
    regimes = [law.regime(name).regime for name in law.regime_ids]
    asked = {each: _asked(each, regimes) for each in law.standards}
    yield STANDARDS.file, _contents(law, shell, asked)
    for standard in law.standards.values():
        stands = [
            each for regime in regimes for each in _stands(stood[regime.id][standard.id], regime, shell)
        ]
        yield _page(standard, stands, shell, (asked[standard.id], found.get(standard.id, 0)))


def _contents(law: Law, shell: Shell, asked: Mapping[str, Sequence[Asked]]) -> str:
    families = [
        (family_title(family), list(standards))
        for family, standards in groupby(law.standards.values(), key=lambda each: each.family)
    ]
    return shell.page(
        "standards.html",
        STANDARDS.file,
        title="The standards that regimes can share",
        families=families,
        asked={each: (len({one.regime.id for one in found}), len(found)) for each, found in asked.items()},
    )


def _page(
    standard: Standard, stands: Sequence[Stand], shell: Shell, known: tuple[Sequence[Asked], int]
) -> tuple[str, str]:
    asked, found = known
    file = f"{STANDARDS.name}/{standard.id}.html"
    kinds = [
        (
            title,
            [each for each in stands if each.regime.kind == kind],
        )
        for kind, title in _KINDS.items()
    ]
    return file, shell.page(
        "standard.html",
        file,
        title=standard.title,
        standard=standard,
        family=family_title(standard.family),
        kinds=[(title, some) for title, some in kinds if some],
        asked=asked,
        found=found,
        told=documentation(load_check(asked[-1].criterion.check).documentation) if asked else None,
        forces=FORCE,
    )


def _stands(there: Sequence[Version], regime: Regime, shell: Shell) -> Iterator[Stand]:
    current = next((each for each in there if is_on(each, shell.as_of)), there[-1] if there else None)
    for each in there:
        yield Stand(
            regime,
            each.cell,
            authority_of_cell(each.cell),
            between(each.since, each.until),
            is_on(each, shell.as_of),
            each is current,
        )


def _asked(standard: str, regimes: Sequence[Regime]) -> list[Asked]:
    return [
        Asked(regime, each, authority_of(each, regime))
        for regime in regimes
        for each in regime.criteria
        if each.standard == standard
    ]
