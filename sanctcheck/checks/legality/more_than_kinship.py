"""A relative is listed for more than being a relative.

What it checks:
    An allegation that rests on kinship, or on association with or benefit from a relative or spouse, names that
    relationship, and the relationship says in `beyond_kinship` which economic or functional link there is beyond it.
    Where the criterion itself names kin, the links that do so are left out; where the law lets a close tie to those who
    are themselves responsible suffice, the relationship says that they are (`responsible`).

Why it matters:
    Nobody answers for a relative. Courts annul listings that rest on a family tie alone.

Example:
    target:
      type: person
      names: [{name: Example Person}]
      relationships: [{id: R1, to: Example Commander, kind: kinship}]
    allegations:
      - {id: A1, summary: Is a cousin of the commander., conduct: torture, basis: association, relationship: R1}

Use instead:
    target:
      type: person
      names: [{name: Example Person}]
      relationships:
        - {id: R1, to: Example Commander, kind: kinship, beyond_kinship: Runs the firm that holds his assets.}
    allegations:
      - {id: A1, summary: Holds the commander's assets., conduct: torture, basis: association, relationship: R1}

Source:
    Tay Za v Council, C-376/10 P, EU:C:2012:138, paras 63 to 66; Prigozhina v Council, T-212/22.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, Relationship

Kind = Literal[
    "kinship", "marriage", "ownership", "control", "business", "association", "employment", "agency"
]


class Parameters(base.Parameters):
    """What counts as a family tie."""

    kinds: tuple[Kind, ...] = ("kinship", "marriage")
    """The kinds of relationship that do not suffice alone."""
    covered_by: tuple[str, ...] = ()
    """Ids of the links by which the regime reaches kin as such."""
    kin_of_leaders: bool = False
    """Whether a close tie to somebody who is responsible in their own right suffices, as with a ruling family."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each relationship, or allegation without one, that rests on a family tie."""
    ties = _relationships(matter)
    results: dict[object, Result] = {}
    for allegation in _asked_about(matter, parameters):
        name = allegation.part.relationship
        tie = ties.get(name) if name else None
        if not _rests_on_family(allegation, tie, parameters):
            continue
        if tie is not None:
            results[tie.path] = _of_leaders(allegation, tie, parameters) or _of_tie(allegation, tie)
        elif name is None:
            message = f"Allegation {allegation.part.id} rests on kinship and names no relationship."
            results[allegation.path] = not_shown(message, allegation.path)
    return results.values()


def _asked_about(matter: Matter, parameters: Parameters) -> list[Placed[Allegation]]:
    """The allegations that stand under some link which does not reach kin as such."""
    asked = {
        claim.allegation.path
        for claim in matter.claims
        if claim.link is None or claim.link.id not in parameters.covered_by
    }
    return [allegation for allegation in matter.allegations if allegation.path in asked]


def _of_leaders(
    allegation: Placed[Allegation], tie: Placed[Relationship], parameters: Parameters
) -> Result | None:
    if not parameters.kin_of_leaders or tie.part.responsible is not True:
        return None
    message = (
        f"Allegation {allegation.part.id} rests on a close tie to somebody who is responsible themselves."
    )
    return met(message, tie.at("responsible"), allegation.path)


def _relationships(matter: Matter) -> dict[str | None, Placed[Relationship]]:
    every = enumerate(matter.dossier.target.relationships)
    return {part.id: Placed(part, ("target", "relationships", index)) for index, part in every}


def _rests_on_family(
    allegation: Placed[Allegation], tie: Placed[Relationship] | None, parameters: Parameters
) -> bool:
    if allegation.part.basis == "kinship":
        return True
    return (
        allegation.part.basis in {"association", "benefit"}
        and tie is not None
        and tie.part.kind in parameters.kinds
    )


def _of_tie(allegation: Placed[Allegation], tie: Placed[Relationship]) -> Result:
    if tie.part.beyond_kinship is None:
        message = (
            f"Allegation {allegation.part.id} rests on a family tie, and no link beyond that tie is stated."
        )
        return not_shown(message, tie.path, (allegation.path, "the allegation that rests on it"))
    message = f"Allegation {allegation.part.id} rests on more than a family tie."
    return met(message, tie.at("beyond_kinship"), allegation.path)
