# cython: language_level=3, annotation_typing=False, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The log-odds of names, from what is alike, differs and is missing: as `Features.logit`, without what is not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sanctcheck.names.index.columns import floats
from sanctcheck.names.naming import MOST_ALIKE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.names.model import NameModel

_MOST_DIFFERS = 2.0
_STEPS = 4096.0
"""Into so many one is divided, of which the roots are known: that of a little less is a little less."""
_SLACK = 0.02
"""More than the rounding of numbers of four bytes can make of a sum."""
_PARTS = 10
(
    _START,
    _EACH,
    _DIFFERS_SHARE,
    _DIFFERS_ROOT,
    _MISSING_SHARE,
    _NUMBER_DIFFERS,
    _NUMBER_MISSING,
    _LONE,
    _UNRELATED,
    _EQUAL,
) = range(_PARTS)
"""Where each part of a model stands in its row."""


class Logits:
    """Models of names, a row for each kind of a query and each of a name."""

    def __init__(self, models: Sequence[NameModel], kinds: int) -> None:
        self.models = floats(np.array([_row(each) for each in models]).ravel())
        self.roots = floats(np.sqrt(np.arange(_MOST_DIFFERS * _STEPS + 1) / _STEPS))
        self.kinds = kinds
        self.off = self.wanted = 0.0

    def row(self, kind: int, other: int) -> int:
        """Where the model stands for a query of one kind and a name of another."""
        return (kind * self.kinds + other) * _PARTS

    def take_off(self, row: int, numbers: int, other_numbers: int, lone: bool) -> None:
        """Says what is taken off whatever stands for what: for numbers that are not the same, and for a single word."""
        self.off = self.models[row + _LONE] if lone else 0.0
        if numbers != other_numbers:
            missing = self.models[row + _NUMBER_MISSING]
            differs = self.models[row + _NUMBER_DIFFERS]
            self.off += min(missing, differs) if numbers and other_numbers else missing

    def of(self, row: int, alike: float, differs: float, missing: float) -> float:
        """What these reach at most; where that is less than what is wanted, a little more is said."""
        whole = max(alike + differs + missing, 1e-6)
        shares = self.models[row + _DIFFERS_SHARE] * differs + self.models[row + _MISSING_SHARE] * missing
        reached = self.models[row + _START] + self.models[row + _EACH] * min(alike, MOST_ALIKE)
        reached -= self.off + shares / whole
        if reached + _SLACK >= self.wanted and differs > 0:
            step = int(min(differs, _MOST_DIFFERS) * _STEPS)
            reached -= self.models[row + _DIFFERS_ROOT] * self.roots[step]
        return min(max(reached, self.models[row + _UNRELATED]), self.models[row + _EQUAL]) + _SLACK


def _row(takes: NameModel) -> tuple[float, ...]:
    return (
        takes.start,
        takes.alike,
        takes.differs_share,
        takes.differs_root,
        takes.missing_share,
        takes.number_differs,
        takes.number_missing,
        takes.lone,
        takes.unrelated,
        takes.equal,
    )
