"""What names have to reach, of what else is known: those that cannot reach it are not compared."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sanctcheck.names.evidence import facts
from sanctcheck.names.index.keys import hashed
from sanctcheck.names.index.kinds import KINDS
from sanctcheck.names.model import model
from sanctcheck.names.party import Party
from sanctcheck.names.score import CERTAIN

if TYPE_CHECKING:
    from sanctcheck.names.profile import Profile

_STEPS = 60


def numbers_key(profile: Profile) -> int:
    """The same for names with the same numbers; 0 where there are none."""
    return hashed("n", " ".join(sorted(profile.numbers))) or 1 if profile.numbers else 0


@lru_cache(maxsize=256)
def least_logit(threshold: float) -> float:
    """The log-odds from which on a score can reach a threshold: names that are equal score 1 from `CERTAIN` on."""
    low, high = -40.0, CERTAIN
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if model().probability(middle) >= threshold:
            high = middle
        else:
            low = middle
    return high


def most_evidence(party: Party) -> float:
    """The log-odds that what is known beside the names can add, numbers that identify apart."""
    if not (party.births or party.countries or party.gender):
        return 0.0
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
