"""The conduct alleged is conduct for which the regime allows a listing.

What it checks:
    The `conduct` of each ground is a limb of the regime that is in force on the day, and that limb covers the conduct
    of each allegation under the ground. Where no ground is named, some limb in force covers each allegation.

Why it matters:
    A listing for conduct that the law does not cover is outside the power, however grave the conduct is.

Example:
    allegations:
      - {id: A1, summary: Took a bribe for a contract in May 2019., conduct: bribery}

Use instead:
    allegations:
      - {id: A1, summary: Ordered the beating of detainees in May 2019., conduct: torture}

Source:
    HM Treasury v Ahmed [2010] UKSC 2; PACE Resolution 1597 (2008), para. 5.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Claim, Placed, Result, met, not_met, not_shown
from sanctcheck.checks.legality._claims import ground_of, unknown_id
from sanctcheck.checks.legality._words import when_in_force
from sanctcheck.law.time import in_force
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Ground


class Parameters(base.Parameters):
    """None: the conduct comes from the regime."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each ground that leads to nothing, and for each allegation under the others."""
    del parameters
    if not matter.dossier.allegations:
        return [not_shown("The dossier alleges no conduct.", ("allegations",))]
    if not matter.regime.conduct:
        return []
    of_grounds = [result for ground in matter.grounds for result in _of_ground(matter, ground)]
    of_claims = [_of_claim(matter, claim) for claim in matter.claims if claim.limb or not claim.ground]
    return [*of_grounds, *of_claims]


def _of_ground(matter: Matter, ground: Placed[Ground]) -> Iterable[Result]:
    wanted = ground.part.conduct
    if wanted not in {limb.id for limb in in_force(matter.regime.conduct, matter.regime, matter.law_day)}:
        yield not_met(unknown_id(matter, "conduct limb", wanted, matter.regime.conduct), ground.at("conduct"))
    if not ground.part.allegations:
        yield not_shown(f"The ground {quoted(wanted)} names no allegation that carries it.", ground.path)


def _of_claim(matter: Matter, claim: Claim) -> Result:
    allegation, limb = claim.allegation, claim.limb
    conduct, path = allegation.part.conduct, allegation.at("conduct")
    if limb is None:
        message = f"No conduct limb in force on {matter.law_day} covers the conduct of allegation {allegation.part.id}"
        return not_met(f"{message}, {quoted(conduct)}.{_at_another_time(matter, conduct)}", path)
    if conduct not in limb.conduct:
        message = (
            f"The conduct of allegation {allegation.part.id}, {quoted(conduct)}, is not covered by the limb"
        )
        return not_met(
            f"{message} “{limb.id}”, which covers {listed(limb.conduct, 'and')}.",
            path,
            *ground_of(claim, "conduct"),
        )
    message = f"The limb “{limb.id}” covers the conduct of allegation {allegation.part.id}."
    return met(message, path, *ground_of(claim, "conduct"))


def _at_another_time(matter: Matter, conduct: str) -> str:
    dated = [
        f"“{limb.id}” does, {when_in_force(limb, matter.regime)}"
        for limb in matter.regime.conduct
        if conduct in limb.conduct
    ]
    return f" The limb {listed(dated, 'and')}." if dated else ""
