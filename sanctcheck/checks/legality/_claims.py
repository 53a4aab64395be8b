"""What the checks of conduct and link share: the ids that grounds name, and which the regime has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks.legality._words import when_in_force
from sanctcheck.law.time import in_force
from sanctcheck.text import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.checks.base import Claim, Matter, RelatedPart
    from sanctcheck.law.model import ConductLimb, Link


def unknown_id(matter: Matter, what: str, wanted: str, facts: Sequence[ConductLimb | Link]) -> str:
    """Why a ground's id leads to nothing that is in force: at another time, or not at all."""
    dated = [when_in_force(fact, matter.regime) for fact in facts if fact.id == wanted]
    if dated:
        return (
            f"The {what} {quoted(wanted)} is not in force on {matter.law_day}; it is {listed(dated, 'and')}."
        )
    known = [fact.id for fact in in_force(facts, matter.regime, matter.law_day)]
    hint = did_you_mean(wanted, known) or f" Known: {listed(known, 'and')}."
    return f"{matter.regime.name} has no {what} {quoted(wanted)}.{hint}"


def ground_of(claim: Claim, field: str) -> tuple[RelatedPart, ...]:
    """Where the ground of a claim, if it has one, names its conduct or link."""
    return ((claim.ground.at(field), "the ground relied on"),) if claim.ground else ()
