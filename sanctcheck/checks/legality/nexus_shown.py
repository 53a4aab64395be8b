"""The connection that the regime asks for is shown.

What it checks:
    For each listing ground, at least one of its allegations sets out every element of the connection named in the
    parameters. With `text`, the legal basis itself says in `nexus` what the connection is.

Why it matters:
    A regime may reach only foreign persons, or only what is done abroad or to certain victims. Outside of that the
    authority has no power.

Example:
    with: {elements: [victim-abroad]}
    allegations:
      - {id: A1, summary: Ordered the beating of detainees in May 2019., conduct: torture}

Use instead:
    with: {elements: [victim-abroad]}
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements: [{element: victim-abroad, shown: The detainees were held in another country.}]

Source:
    22 U.S.C. 10102(a)(1); Regulation (EU) 2020/1998.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Claim, Result, met, not_shown
from sanctcheck.law.time import in_force
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.reading.document import Path_


class Parameters(base.Parameters):
    """What the connection consists of."""

    elements: tuple[str, ...] = ()
    """The elements of the connection that the allegations have to set out."""
    text: bool = False
    """Whether the legal basis has to state the connection."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each element of each ground, and one for the legal basis where it is asked."""
    results = [
        _of_element(matter, claims, element)
        for claims in _by_ground(matter)
        for element in parameters.elements
    ]
    found = {(result.message, result.path): result for result in results}
    return [*found.values(), *(_of_basis(matter) if parameters.text else ())]


def _by_ground(matter: Matter) -> Iterable[list[Claim]]:
    groups: dict[Path_, list[Claim]] = {}
    for claim in matter.claims:
        groups.setdefault(claim.ground.path if claim.ground else (), []).append(claim)
    return groups.values()


def _of_element(matter: Matter, claims: list[Claim], element: str) -> Result:
    entries = [claim.shown(element, matter.regime.id) for claim in claims]
    paths = [entry.path for entry in entries if entry and entry.part.shown]
    if paths:
        return met(f"The element “{element}” of the connection is set out.", *paths)
    names = listed(dict.fromkeys(claim.allegation.part.id for claim in claims), "and")
    message = (
        f"No allegation of this ground ({names}) sets out the element “{element}”{_asks(matter, element)}."
    )
    return not_shown(message, claims[0].allegation.at("elements"))


def _asks(matter: Matter, element: str) -> str:
    asked = [
        each
        for nexus in in_force(matter.regime.nexus, matter.regime, matter.law_day)
        for each in nexus.elements
    ]
    return next((f": {each.asks}" for each in asked if each.id == element), "")


def _of_basis(matter: Matter) -> Iterable[Result]:
    basis = matter.basis
    if basis is None:
        return
    if basis.part.nexus is None:
        yield not_shown("The legal basis does not state the connection that the regime asks for.", basis.path)
    else:
        yield met("The legal basis states the connection that the regime asks for.", basis.at("nexus"))
