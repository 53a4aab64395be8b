"""What each thing that is seen adds to the score, and what a score means: both are data, fitted on labelled pairs."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

import msgspec

HIGHEST = 0.9999
"""The most that names score that are not equal after preparation: 1 is kept for those that are."""


class NameModel(msgspec.Struct, frozen=True, rename="kebab"):
    """For one kind of party: all but `start`, `alike` and `equal` is taken off."""

    start: float
    alike: float
    """For each word, by its weight, that both names have."""
    differs_share: float
    """For what contradicts, as a share of the whole."""
    differs_root: float
    """For what contradicts, by its weight; the first word says more than the second."""
    missing_share: float
    """For what only one of the names has."""
    number_differs: float
    number_missing: float
    form_differs: float
    first_differs: float
    first_missing: float
    order_differs: float
    trade_differs: float
    place_missing: float
    place_most: float
    """What names reach at most where all that one has more is a place."""
    far: float
    lone: float
    lone_differs: float
    """For what contradicts where one of the names is a single word: there is nothing beside it that agrees."""
    is_son: float
    gender_differs: float
    unrelated: float
    """Of names that have nothing in common. It is no floor: of ships above all, which are renamed, a wholly other name
    says less against than the name of a sister ship."""
    same_key: float
    """At least this for names that differ only in titles, particles, and in the words for a legal form."""
    in_order: float
    """For the same words in the same order, where they say less than `enough`."""
    enough: float
    """The weight of the words from which on names with the same words in the same order are plainly the same."""
    equal: float
    """Of names equal after preparation, where something else contradicts."""


class Model(NamedTuple):
    """All of it."""

    names: dict[str, NameModel]
    evidence: dict[str, float]
    weak: float
    calibration: tuple[tuple[float, ...], tuple[float, ...]]

    def of_kind(self, kind: str) -> NameModel:
        """That of a kind; of what is not known to be one, the one for organisations, whose words can be anything."""
        return self.names.get(kind) or self.names["vessel" if kind == "aircraft" else "entity"]

    def probability(self, logit: float) -> float:
        """The score: of pairs with this score, that share is the same party."""
        before, after = self.calibration
        place = min(max(bisect_right(before, logit), 1), len(before) - 1)
        low, high = before[place - 1], before[place]
        share = (logit - low) / (high - low)
        calibrated = after[place - 1] + share * (after[place] - after[place - 1])
        return round(min(HIGHEST, 1 / (1 + exp(-min(max(calibrated, -30.0), 30.0)))), 6)


@lru_cache(maxsize=1)
def model() -> Model:
    """The packaged one."""
    stated = tomllib.loads(files("sanctcheck.names").joinpath("data", "model.toml").read_text("utf-8"))
    points = stated["calibration"]["points"]
    return Model(
        {kind: msgspec.convert(stated[kind], NameModel) for kind in ("person", "entity", "vessel")},
        stated["evidence"],
        stated["weak"]["alias"],
        (tuple(point[0] for point in points), tuple(point[1] for point in points)),
    )
