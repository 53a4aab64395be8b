"""Some of the evidence is near to the facts.

What it checks:
    For each allegation that has evidence, at least one exhibit that carries it is first-hand, or second-hand from a
    named person, unless the regime accepts less.

Why it matters:
    The longer the chain of hearsay, the less anyone can test it.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Report of an organisation on the prison, kind: ngo-report, directness: hearsay}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1, E2]}
    exhibits:
      - {id: E1, title: Report of an organisation on the prison, kind: ngo-report, directness: hearsay}
      - {id: E2, title: Statement of a detainee, kind: victim-statement, directness: first-hand}

Source:
    OHCHR, Commissions of Inquiry and Fact-Finding Missions, Guidance and Practice (2015); OHCHR, Who's Responsible?
    HR/PUB/18/3 (2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.checks.evidence._carrying import carried
from sanctcheck.dossier.vocabulary import Directness
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, Exhibit


class Parameters(base.Parameters):
    """How near to the facts the evidence has to be."""

    accept: tuple[Directness, ...] = ("first-hand", "second-hand")
    """The degrees of directness of which one is enough."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each allegation that has evidence."""
    return [_near(parameters, allegation, exhibits) for allegation, exhibits in carried(matter)]


def _near(parameters: Parameters, allegation: Placed[Allegation], exhibits: list[Placed[Exhibit]]) -> Result:
    near = [exhibit for exhibit in exhibits if exhibit.part.directness in parameters.accept]
    accepted = listed(parameters.accept)
    if near:
        paths = (exhibit.at("directness") for exhibit in near)
        return met(f"Evidence for allegation {allegation.part.id} is {accepted}.", *paths)
    stated = listed(
        dict.fromkeys(exhibit.part.directness for exhibit in exhibits if exhibit.part.directness), "and"
    )
    paths = (exhibit.path for exhibit in exhibits)
    if all(exhibit.part.directness is not None for exhibit in exhibits):
        message = f"All evidence for allegation {allegation.part.id} is {stated}. Expected: at least one {accepted}."
        return not_met(message, allegation.path, *paths)
    message = f"No exhibit that carries allegation {allegation.part.id} is stated to be {accepted}."
    return not_shown(message, allegation.path, *paths)
