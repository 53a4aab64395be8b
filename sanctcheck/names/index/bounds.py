"""How high names can score at best, for many at once: those that cannot score enough are not compared."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from sanctcheck.names.align import ACRONYM
from sanctcheck.names.evidence import facts
from sanctcheck.names.index.keys import hashed
from sanctcheck.names.index.kinds import KINDS
from sanctcheck.names.index.vocabulary import UNFOUND
from sanctcheck.names.likeness import INITIAL
from sanctcheck.names.model import model
from sanctcheck.names.naming import MOST_ALIKE
from sanctcheck.names.party import Party
from sanctcheck.names.profile import INITIAL_WEIGHT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sanctcheck.names.index.columns import Places
    from sanctcheck.names.index.index import Index
    from sanctcheck.names.index.likes import Acronyms
    from sanctcheck.names.index.touched import Touched
    from sanctcheck.names.model import NameModel
    from sanctcheck.names.profile import Profile

    Floats = NDArray[np.float32]
    Shares = NDArray[np.floating]

_MOST_DIFFERS = 2.0
_SLACK = 0.02
"""More than the rounding of numbers of four bytes can make of a sum."""
_STEPS = 60


def highest(profile: Profile, touched: Touched, index: Index, takes: NameModel) -> Floats:
    """The log-odds that no name can exceed, whose words are the touched ones and others that are farther.

    A word is taken to stand for its nearest one, whether another word has taken that or not; what is left over on both
    sides, to be as near as it can be without having been found.
    """
    weights = touched.own
    has = touched.costs < 1
    both = np.where(has, (weights + touched.weights) / 2, 0)
    differs = (both * touched.costs).sum(axis=0)
    alike = both.sum(axis=0) - differs
    left = np.maximum(weights.sum(axis=0) - (weights * has).sum(axis=0), 0)
    other = np.maximum(index.name_totals[touched.names] - touched.weights.sum(axis=0), 0)
    for word, weight in zip(profile.words, profile.weights, strict=True):
        if word.kind == "initial":  # stands for any word that starts with it; which ones do is not looked up
            taken = np.minimum(other, 1)
            other = other - taken
            left = np.maximum(left - weight, 0)
            alike = alike + (taken + weight) / 2 * (1 - INITIAL)
    initials = index.name_initials[touched.names]
    if initials.any():  # the same the other way round
        stand = np.minimum(left, initials * weights.max())
        left = left - stand
        alike = alike + (stand + np.minimum(other, initials * INITIAL_WEIGHT)) / 2 * (1 - INITIAL)
        other = np.maximum(other - initials * INITIAL_WEIGHT, 0)
    common = np.minimum(left, other)
    alike += common * (1 - UNFOUND)
    differs += common * UNFOUND
    off = penalties(profile, touched.names, index, takes)
    return logits(takes, (alike, differs, np.abs(left - other)), off)


def abbreviated(touched: Touched, acronyms: Acronyms, index: Index, takes: NameModel) -> Floats:
    """The same for names of which a word is an abbreviation of the other, beside words that are the same."""
    of_query = np.flatnonzero(acronyms.places >= 0)
    same = touched.costs == 0
    same[acronyms.places[of_query], of_query] = False
    own = touched.own.sum(axis=0) - (touched.own * same).sum(axis=0)
    own = np.where(acronyms.places >= 0, own - acronyms.weights, own)
    totals = index.name_totals[touched.names]
    other = np.maximum(totals - (touched.weights * same).sum(axis=0) - acronyms.weights, 0)
    said = np.minimum(acronyms.weights, np.where(acronyms.places >= 0, totals, touched.own.sum(axis=0)))
    costs = ACRONYM / np.maximum(acronyms.letters - 2, 1)
    alike = ((touched.own + touched.weights) / 2 * same).sum(axis=0) + said * (1 - costs)
    return logits(takes, (alike, said * costs, np.where(acronyms.places >= 0, own, other)), 0.0)


def penalties(asked: Profile, names: Places, index: Index, takes: NameModel) -> Shares:
    """What is taken off whatever stands for what: for numbers that are not the same, and for a single word."""
    numbers, others = numbers_key(asked), index.name_numbers[names]
    missing = takes.number_missing
    either = missing if numbers == 0 else min(missing, takes.number_differs)
    off: Shares = np.where(others == numbers, 0.0, np.where(others == 0, missing, either))
    lone = 1 if len(asked.words) == 1 else index.name_lengths[names] == 1
    return off + takes.lone * lone


def numbers_key(profile: Profile) -> int:
    """The same for names with the same numbers; 0 where there are none."""
    return hashed("n", " ".join(sorted(profile.numbers))) or 1 if profile.numbers else 0


def logits(takes: NameModel, found: tuple[Shares, Shares, Shares], off: Shares | float) -> Floats:
    """As `Features.logit` of what is alike, differs and is missing, less what is `off`, without what else can be."""
    alike, differs, missing = found
    whole = np.maximum(alike + differs + missing, 1e-6)
    logit = takes.start + takes.alike * np.minimum(alike, MOST_ALIKE) - off
    logit -= (takes.differs_share * differs + takes.missing_share * missing) / whole
    logit -= takes.differs_root * np.sqrt(np.minimum(np.maximum(differs, 0), _MOST_DIFFERS))
    return np.minimum(np.maximum(logit, takes.unrelated), takes.equal) + np.float32(_SLACK)


def logit(takes: NameModel, found: tuple[float, float, float], off: float) -> float:
    """The same for one name."""
    alike, differs, missing = found
    whole = max(alike + differs + missing, 1e-6)
    reached = (
        takes.start
        + takes.alike * min(alike, MOST_ALIKE)
        - off
        - (takes.differs_share * differs + takes.missing_share * missing) / whole
        - takes.differs_root * sqrt(min(max(differs, 0.0), _MOST_DIFFERS))
    )
    return min(max(reached, takes.unrelated), takes.equal) + _SLACK


@lru_cache(maxsize=256)
def least_logit(threshold: float) -> float:
    """The log-odds from which on a score reaches a threshold."""
    low, high = -40.0, 40.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if model().probability(middle) >= threshold:
            high = middle
        else:
            low = middle
    return high


def most_evidence(party: Party) -> float:
    """The log-odds that what is known beside the names can add, numbers that identify apart."""
    effects = model().evidence
    if party.kind in {"vessel", "aircraft"}:
        built, flag = effects["built.same"], effects["country.shared-flag"]
        return (built if party.births else 0.0) + (flag if party.countries else 0.0)
    most = max((effects[_birth(day.start, day.end or day.circa)] for day in party.births), default=0.0)
    most = max(most, 0.0)
    most += max(effects["country.shared"], 0.0) if party.countries else 0.0
    return most + (max(effects["gender.same"], 0.0) if party.gender else 0.0)


@lru_cache(maxsize=len(KINDS))
def kind_effects(kind: int) -> tuple[float, ...]:
    """What is added where a party is of this kind and the other of each of the known ones."""
    one = Party((), KINDS[kind])
    others = [Party((), other) for other in KINDS]
    return tuple(sum(model().evidence[fact.name] for fact in facts(one, other)) for other in others)


def _birth(start: str, vague: object) -> str:
    if vague:
        return "birth.possible"
    return {4: "birth.year", 7: "birth.month"}.get(len(start), "birth.day")
