"""How well scores tell the same party from another: the figures that every matcher is given alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Quality:
    """Figures of one matcher on one set of pairs; each between 0 and 1, more is better."""

    average_precision: float
    best_f1: float
    recall_at_1_percent: float
    """The share of the same parties found where one in a hundred others is taken for the same."""
    recall_at_1_permille: float

    def values(self) -> tuple[float, float, float, float]:
        """In the order in which they are printed."""
        return (self.average_precision, self.best_f1, self.recall_at_1_percent, self.recall_at_1_permille)


FIGURES = ("average precision", "best F1", "recall at 1 %", "recall at 0.1 %")


def quality(scores: Sequence[float], same: Sequence[bool]) -> Quality:
    """The figures; pairs of equal score are taken together, so that their order in the file changes nothing."""
    steps = _steps(scores, same)
    positives = sum(same)
    negatives = len(same) - positives
    average, f1, before = 0.0, 0.0, 0
    recalls = {0.01: 0.0, 0.001: 0.0}
    for hits, alarms in steps:
        precision = hits / (hits + alarms)
        average += precision * (hits - before) / positives
        f1 = max(f1, 2 * hits / (hits + alarms + positives))
        for share in recalls:
            if alarms <= share * negatives:
                recalls[share] = hits / positives
        before = hits
    return Quality(average, f1, recalls[0.01], recalls[0.001])


def _steps(scores: Sequence[float], same: Sequence[bool]) -> list[tuple[int, int]]:
    """For each threshold, from the highest down: the same parties accepted, and the others."""
    ranked = sorted(zip(scores, same, strict=True), key=lambda pair: -pair[0])
    steps: list[tuple[int, int]] = []
    hits = alarms = 0
    for index, (score, is_same) in enumerate(ranked):
        hits += is_same
        alarms += not is_same
        if index + 1 == len(ranked) or ranked[index + 1][0] != score:
            steps.append((hits, alarms))
    return steps


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs with nearly the same score: what the score says, and what is so."""

    pairs: int
    mean_score: float
    share_same: float


def bins(scores: Sequence[float], same: Sequence[bool], count: int = 10) -> list[Bin]:
    """Pairs by their score, in so many steps of equal width; steps without a pair are left out."""
    filled: list[list[tuple[float, bool]]] = [[] for _ in range(count)]
    for score, is_same in zip(scores, same, strict=True):
        filled[min(int(score * count), count - 1)].append((score, is_same))
    return [
        Bin(
            len(each),
            sum(score for score, _ in each) / len(each),
            sum(is_same for _, is_same in each) / len(each),
        )
        for each in filled
        if each
    ]


def expected_calibration_error(found: Sequence[Bin]) -> float:
    """How far scores are from the share of the same parties, weighted by the pairs."""
    total = sum(each.pairs for each in found)
    return sum(each.pairs * abs(each.mean_score - each.share_same) for each in found) / total
