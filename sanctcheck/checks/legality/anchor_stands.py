"""Whoever the target is tied to stands on the list on the day of the act.

What it checks:
    Each allegation that rests on a tie (ownership, control, acting for, membership, association, kinship, benefit) and
    names the relationship: the other is not said to be unlisted, unless the other is said to be responsible for conduct
    that the regime covers; and the tie is not said to have ended before the act. What a relationship does not say is
    left open.

Why it matters:
    Who is listed for a tie stands or falls with the person at its other end. Once that person is off the list, or the
    tie is cut, nothing is left.

Example:
    target:
      type: person
      names: [{name: Example Person}]
      relationships: [{id: R1, to: Example Holding, kind: business, listed: false}]
    allegations:
      - {id: A1, summary: Runs the holding's ships., conduct: torture, basis: association, relationship: R1}

Use instead:
    target:
      type: person
      names: [{name: Example Person}]
      relationships: [{id: R1, to: Example Holding, kind: business, listed: true}]
    allegations:
      - {id: A1, summary: Runs the holding's ships., conduct: torture, basis: association, relationship: R1}

Source:
    Melli Bank v Council, C-380/09 P, EU:C:2012:137; Tay Za v Council, C-376/10 P, EU:C:2012:138.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met
from sanctcheck.days import stated_day
from sanctcheck.dossier.vocabulary import Basis
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, Relationship


class Parameters(base.Parameters):
    """Which allegations rest on another person."""

    bases: tuple[Basis, ...] = (
        "ownership",
        "control",
        "acting-for",
        "membership",
        "association",
        "kinship",
        "benefit",
    )
    """The bases of an allegation that stand or fall with the other person."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each relationship on which an allegation of these bases rests."""
    ties = {
        part.id: Placed(part, ("target", "relationships", index))
        for index, part in enumerate(matter.dossier.target.relationships)
        if part.id is not None
    }
    resting = {
        allegation.part.relationship: allegation
        for allegation in matter.allegations
        if allegation.part.basis in parameters.bases and allegation.part.relationship in ties
    }
    return [_stands(matter, ties[str(name)], allegation) for name, allegation in resting.items()]


def _stands(matter: Matter, tie: Placed[Relationship], allegation: Placed[Allegation]) -> Result:
    other = quoted(tie.part.to)
    if tie.part.listed is False and tie.part.responsible is not True:
        message = f"Allegation {allegation.part.id} rests on a tie to {other}, who is not listed on the day of the act."
        return not_met(message, tie.at("listed"), (allegation.path, "the allegation that rests on it"))
    ended = stated_day(tie.part.period.until) if tie.part.period else None
    if ended is not None and matter.act_day is not None and ended.surely_before(matter.act_day):
        message = f"The tie to {other} on which allegation {allegation.part.id} rests ended before the act."
        return not_met(
            message, tie.at("period", "until"), (allegation.path, "the allegation that rests on it")
        )
    return met(f"Nothing says that the tie to {other} does not stand.", tie.path, allegation.path)
