"""Regimes side by side on any day: an overview of all standards, and a page a family with provisions and particulars."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from sanctcheck.compare import RELATION, relation
from sanctcheck.law.cells import cells
from sanctcheck.law.position import ANSWER
from sanctcheck.site.law_words import family_title
from sanctcheck.site.shell import COMPARISON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from sanctcheck.law.cells import Cell, Version
    from sanctcheck.law.load import Law
    from sanctcheck.law.model import Regime, Standard
    from sanctcheck.site.shell import Shell

_SAID = frozenset({"weaker", "stricter", "different"})
_COLUMNS_ON_A_SHEET = 8
_MOST_LINKS = 1_800
"""Cells that lead somewhere. A table with more of them would be too large a page; its rows lead there."""


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """Where a regime stood between two days, and how that stands to the draft of a collective standard."""

    version: Version
    relation: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A standard, with the versions of each regime."""

    standard: Standard
    cells: tuple[tuple[ShownVersion, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The standards of one family."""

    family: str
    title: str
    rows: tuple[ShownRow, ...]


Stood: TypeAlias = "Mapping[str, Mapping[str, Sequence[Version]]]"
"""By regime and by standard, where the one stood on the other, oldest first."""


def pages(law: Law, shell: Shell, stood: Stood) -> Iterator[tuple[str, str]]:
    """The pages of the comparison, each with its file."""
    regimes = [law.regime(name).regime for name in law.regime_ids]
    making = _Making(shell, tuple(law.standards.values()), regimes, stood)
    others = [each for each in regimes if each.kind == "programme"]
    compared = [each for each in regimes if each.kind != "programme"]
    groups = making.groups(compared)
    file = COMPARISON.file
    yield file, making.page(file, "Regimes side by side", compared, groups)
    for group in groups:
        file = f"{COMPARISON.name}/{group.family}.html"
        yield file, making.page(file, f"Regimes side by side: {group.title}", compared, [group])
    if others:
        columns = [*others, *(each for each in regimes if each.kind == "collective-standard")]
        file = f"{COMPARISON.name}/programmes.html"
        title = "Programmes on other subjects, side by side"
        yield file, making.page(file, title, columns, making.groups(columns))


@dataclass(frozen=True, slots=True)
class _Making:
    """What the pages of the comparison are made from."""

    shell: Shell
    standards: tuple[Standard, ...]
    regimes: Sequence[Regime]
    stood: Stood

    @property
    def draft(self) -> Regime | None:
        """The draft of a collective standard, where the law has one."""
        return next((each for each in self.regimes if each.kind == "collective-standard"), None)

    def page(self, file: str, title: str, columns: Sequence[Regime], groups: Sequence[Group]) -> str:
        is_of_programmes = columns[0].kind == "programme"
        return self.shell.page(
            "comparison.html",
            file,
            title=title,
            columns=columns,
            regime_names=[(each.id, each.id) for each in columns],
            groups=groups,
            whole=len(groups) == 1,
            linked=len(columns) * sum(len(group.rows) for group in groups) <= _MOST_LINKS,
            count=sum(len(group.rows) for group in groups),
            families={family: family_title(family) for family, _ in self._families()},
            has_programmes=any(each.kind == "programme" for each in self.regimes),
            is_of_programmes=is_of_programmes,
            draft=self.draft,
            relations={word: meaning for word, meaning in RELATION.items() if word in _SAID},
            answers=ANSWER,
            columns_on_a_sheet=_COLUMNS_ON_A_SHEET,
        )

    def _families(self) -> Iterator[tuple[str, Iterable[Standard]]]:
        return groupby(self.standards, key=lambda each: each.family)

    def groups(self, columns: Sequence[Regime]) -> list[Group]:
        """The standards by family, with where each regime stood on them."""
        day = self.shell.as_of
        ids = [each.id for each in self.standards]
        base = cells(self.draft, ids, day) if self.draft else {}
        return [
            Group(
                family,
                family_title(family),
                tuple(ShownRow(each, self._cells(each, columns, base.get(each.id))) for each in found),
            )
            for family, found in self._families()
        ]

    def _cells(
        self, standard: Standard, columns: Sequence[Regime], base: Cell | None
    ) -> tuple[tuple[ShownVersion, ...], ...]:
        return tuple(
            tuple(
                ShownVersion(
                    each, _relation(regime, standard, each.cell, base), is_on(each, self.shell.as_of)
                )
                for each in self.stood[regime.id][standard.id]
            )
            for regime in columns
        )


def _relation(regime: Regime, standard: Standard, cell: Cell, base: Cell | None) -> str:
    """How a cell stands to the draft, in a word; empty where that goes without saying."""
    if base is None or regime.kind == "collective-standard":
        return ""
    found = relation(cell, base, standard.compared)
    return found if found in _SAID else ""


def is_on(version: Version, day: date) -> bool:
    """Whether a version of the law was the law on a day."""
    return (version.since is None or version.since <= day) and (version.until is None or day <= version.until)
