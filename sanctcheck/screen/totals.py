"""What a screening comes to, counted as it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.screen.screening import Screened

_FEW = 3
FOUND, NOTHING, MISSING = 1, 3, 4
"""Exit statuses beside 0."""


@dataclass(slots=True)
class Totals:
    """How many queries there were, and what came of them."""

    queries: int = 0
    with_hits: int = 0
    hits: int = 0
    open_hits: int = 0
    formerly: int = 0
    problems: int = 0
    first_problems: list[str] = field(default_factory=list)
    not_understood: int = 0
    first_not_understood: list[str] = field(default_factory=list)

    def counted(self, every: Iterable[Screened]) -> Iterator[Screened]:
        """The same, counted as they pass."""
        for screened in every:
            self._count(screened)
            yield screened

    def _count(self, screened: Screened) -> None:
        query = screened.query
        self.queries += 1
        self.hits += len(screened.hits)
        self.open_hits += len(screened.open_hits)
        self.with_hits += bool(screened.open_hits)
        self.formerly += len(screened.formerly)
        if query.problem:
            self.problems += 1
            if len(self.first_problems) < _FEW:
                self.first_problems.append(f"row {query.row}: {query.problem}")
        self.not_understood += len(query.not_understood)
        for text in query.not_understood:
            if len(self.first_not_understood) < _FEW:
                self.first_not_understood.append(f"row {query.row}: {text}")

    def add(self, other: Totals) -> None:
        """Takes in those of another part of the same batch."""
        for name in ("queries", "with_hits", "hits", "open_hits", "formerly", "problems", "not_understood"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.first_problems = [*self.first_problems, *other.first_problems][:_FEW]
        self.first_not_understood = [*self.first_not_understood, *other.first_not_understood][:_FEW]

    def exit_status(self, *, is_stale: bool, has_gaps: bool = False) -> int:
        """What scripts are told: that a list is too old, before anything else, because then nothing is sure."""
        if not self.queries:
            return NOTHING
        if is_stale:
            return MISSING
        return FOUND if self.open_hits or self.problems or has_gaps else 0
