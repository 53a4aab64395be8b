"""The tie between the target and the conduct is one for which the regime allows a listing.

What it checks:
    The `link` of each ground is one of the regime's links in force on the day, is open for the ground's conduct, and
    covers the `basis` of each allegation under the ground. Where no ground is named, some link covers each allegation.
    Where the law asks for a tie that stands on the day of the act, the allegation, or the relationship that it names,
    is not said to be past. Claims whose conduct the regime does not cover are the matter of `conduct-within-criterion`.

Why it matters:
    The law lists those who answer for conduct, and says in which ways one can. A tie that it does not name is none.

Example:
    allegations:
      - {id: A1, summary: Is a cousin of the commander., conduct: torture, basis: kinship}

Use instead:
    allegations:
      - {id: A1, summary: Led the unit that beat detainees in May 2019., conduct: torture, basis: command}

Source:
    Tay Za v Council, C-376/10 P, EU:C:2012:138, paras 63 to 66; PACE Resolution 2252 (2019).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Claim, Placed, Result, met, not_met
from sanctcheck.checks.legality._claims import ground_of, unknown_id
from sanctcheck.law.time import in_force
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Ground
    from sanctcheck.law.model import Link
    from sanctcheck.reading.document import Path_


class Parameters(base.Parameters):
    """None: the links come from the regime."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each ground whose link does not fit, and for each allegation under the others."""
    del parameters
    if not matter.regime.links:
        return []
    links = {link.id: link for link in in_force(matter.regime.links, matter.regime, matter.law_day)}
    claims = [claim for claim in matter.claims if claim.limb]
    used = {claim.ground.path: claim.ground for claim in claims if claim.ground}
    of_grounds = [_of_ground(matter, ground, links.get(ground.part.link)) for ground in used.values()]
    wrong = [result for result in of_grounds if result]
    of_claims = [_of_claim(matter, claim) for claim in claims if claim.link or not claim.ground]
    return [*wrong, *of_claims]


def _of_ground(matter: Matter, ground: Placed[Ground], link: Link | None) -> Result | None:
    path = ground.at("link")
    if link is None:
        return not_met(unknown_id(matter, "link", ground.part.link, matter.regime.links), path)
    if link.conduct and ground.part.conduct not in link.conduct:
        message = f"The link “{link.id}” is open for {listed(link.conduct, 'and')} only"
        return not_met(f"{message}, not for {quoted(ground.part.conduct)}.", path, ground.at("conduct"))
    return None


def _of_claim(matter: Matter, claim: Claim) -> Result:
    allegation, link = claim.allegation, claim.link
    basis, path = allegation.part.basis, allegation.at("basis")
    if link is None:
        message = f"No link in force on {matter.law_day} covers the basis of allegation {allegation.part.id}"
        return not_met(f"{message}, {quoted(basis)}, for its conduct.", path)
    if basis not in link.basis:
        message = f"The basis of allegation {allegation.part.id}, {quoted(basis)}, is not covered by the link"
        return not_met(
            f"{message} “{link.id}”, which covers {listed(link.basis, 'and')}.",
            path,
            *ground_of(claim, "link"),
        )
    past = _past(matter, claim) if link.current else None
    if past is not None:
        message = (
            f"The link “{link.id}” must stand on the day of the act, and what allegation {allegation.part.id}"
        )
        return not_met(f"{message} rests on is past.", past, *ground_of(claim, "link"))
    return met(
        f"The link “{link.id}” covers the basis of allegation {allegation.part.id}.",
        path,
        *ground_of(claim, "link"),
    )


def _past(matter: Matter, claim: Claim) -> Path_ | None:
    """Where the dossier says that what an allegation rests on is past, if it does: of the allegation first."""
    allegation = claim.allegation
    if allegation.part.standing is not None:
        return allegation.at("standing") if allegation.part.standing == "past" else None
    for index, tie in enumerate(matter.dossier.target.relationships):
        if tie.id is not None and tie.id == allegation.part.relationship and tie.standing == "past":
            return ("target", "relationships", index, "standing")
    return None
