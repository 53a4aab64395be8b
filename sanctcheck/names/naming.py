"""How much two names speak for one party, in log-odds, and which of their words it comes from."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from sanctcheck.names.align import Alignment, align

if TYPE_CHECKING:
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.profile import Profile

EQUAL = "equal"


class Features(NamedTuple):
    """What the model weighs of two names."""

    alike: float
    differs: float
    missing: float
    number_differs: bool
    number_missing: bool
    form_differs: bool

    def logit(self, model: NameModel) -> float:
        """Their sum."""
        whole = (self.alike + self.differs + self.missing) or 1.0
        return (
            model.start
            + model.alike * min(self.alike, 4.0)
            - model.differs_share * self.differs / whole
            - model.differs_root * sqrt(min(self.differs, 2.0))
            - model.missing_share * self.missing / whole
            - model.number_differs * self.number_differs
            - model.number_missing * self.number_missing
            - model.form_differs * self.form_differs
        )


def features(first: Profile, second: Profile, alignment: Alignment) -> Features:
    """What is seen in an alignment."""
    alike = differs = 0.0
    for match in alignment.matches:
        differs += match.weight * match.cost
        alike += match.weight * (1 - match.cost)
    left = sum(first.weights[place] for place in alignment.left)
    other_left = sum(second.weights[place] for place in alignment.other_left)
    contradiction = min(left, other_left)
    numbers_missing = first.numbers != second.numbers
    numbers_differ = not (first.numbers <= second.numbers or second.numbers <= first.numbers)
    return Features(
        alike,
        differs + contradiction,
        max(left, other_left) - contradiction,
        numbers_differ,
        numbers_missing and not numbers_differ,
        _forms_differ(first, second),
    )


def _forms_differ(first: Profile, second: Profile) -> bool:
    if not first.forms or not second.forms:
        return False
    return not any(
        one.canonical == other.canonical or (one.family and one.family == other.family)
        for one in first.forms
        for other in second.forms
    )


def compared(first: Profile, second: Profile, model: NameModel) -> float:
    """The log-odds of two names that are not equal; the same in either order."""
    if (second.key, second.text) < (first.key, first.text):
        first, second = second, first
    return features(first, second, align(first, second)).logit(model)
