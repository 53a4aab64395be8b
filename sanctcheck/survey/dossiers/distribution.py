"""Counts, and which of them are left out because they could tell of one victim or witness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LEAST = 3
"""A smaller count of victims or witnesses is not shown: with what else is known it can point to somebody."""
FEW = "not shown"
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Distribution:
    """What was counted, the most frequent first or in an order of its own.

    Attributes:
        of: what one counts.
        items: pairs of a label and how many; None for what is not shown because it is too few.
        total: all of them; None where it would tell what is not shown.
    """

    id: str
    title: str
    of: str
    items: tuple[tuple[str, int | None], ...]
    total: int | None
    note: str = ""

    @property
    def has_hidden(self) -> bool:
        """Whether some counts are not shown."""
        return any(number is None for _, number in self.items)


def distribution(
    id_: str, title: str, of: str, counts: Mapping[str, int], *, order: Iterable[str] = (), note: str = ""
) -> Distribution:
    """Counts as they are; `order` gives labels that stand in an order of their own, also where nothing was counted."""
    labels = list(dict.fromkeys(order)) or sorted(counts, key=lambda label: (-counts[label], label))
    more = sorted(label for label in counts if label not in labels)
    items = tuple((label, counts.get(label, 0)) for label in (*labels, *more))
    return Distribution(id_, title, of, items, sum(counts.values()), note)


def guarded(id_: str, title: str, of: str, counts: Mapping[str, int], *, note: str = "") -> Distribution:
    """Counts of victims or witnesses: what is fewer than `LEAST` is not shown, and cannot be worked out from the rest.

    Somebody may know the total from elsewhere. So more is hidden until what is hidden can be shared out in several ways.
    """
    present = {label: number for label, number in counts.items() if number}
    hidden = {label for label, number in present.items() if number < LEAST}
    while hidden and _is_told([present[label] for label in hidden]):
        left = [label for label in present if label not in hidden]
        if not left:
            break
        hidden.add(min(left, key=lambda label: (present[label], label)))
    shown = sorted(
        (label for label in present if label not in hidden), key=lambda each: (-present[each], each)
    )
    items = [(label, present[label]) for label in shown]
    total = None if hidden else sum(present.values())
    # Which labels they are would tell as much as a count: that there is one in a country.
    rest: tuple[tuple[str, int | None], ...] = ((OTHERS, None),) if hidden else ()
    return Distribution(id_, title, of, (*items, *rest), total, note)


def _is_told(hidden: list[int]) -> bool:
    """Whether their sum tells each of them: one alone, or all of them the least or the most that a small one can be."""
    all_small = max(hidden) < LEAST
    return len(hidden) == 1 or set(hidden) == {1} or (all_small and set(hidden) == {LEAST - 1})
