"""What is said to be so now is carried by recent evidence.

What it checks:
    An allegation that rests on a post, a shareholding or a tie, or that is said to be current, has an exhibit that
    speaks about a time not long before the act. What an exhibit says it covers counts; where it names no end, the day
    on which it was published. Ties that are said to be past are left out.

Why it matters:
    People leave posts and sell shares. A listing for a tie that has ended rests on nothing.

Example:
    allegations:
      - id: A1
        summary: Controls the company that runs the prison.
        conduct: torture
        basis: control
        standing: current
        elements:
          - {element: ownership, shown: Appoints all directors., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Extract of the company register, kind: corporate-record, published: 2015-02-01}

Use instead:
    allegations:
      - id: A1
        summary: Controls the company that runs the prison.
        conduct: torture
        basis: control
        standing: current
        elements:
          - {element: ownership, shown: Appoints all directors., exhibits: [E1, E2]}
    exhibits:
      - {id: E1, title: Extract of the company register, kind: corporate-record, published: 2015-02-01}
      - {id: E2, title: New extract of the company register, kind: corporate-record, published: 2026-01-15}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, para. 119; UN Ombudsperson, Approach and Standard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.checks.evidence._carrying import carried
from sanctcheck.checks.periods import Within
from sanctcheck.days import before, stated_day
from sanctcheck.dossier.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.checks.base import Matter
    from sanctcheck.days import StatedDay
    from sanctcheck.dossier.model import Allegation, Exhibit
    from sanctcheck.dossier.vocabulary import Standing


class Parameters(base.Parameters):
    """How old the evidence may be, and for what."""

    max_age: Within = Within(number=3, unit="years")
    """How long before the act the newest evidence may end."""
    bases: tuple[Basis, ...] = ("post", "ownership", "control", "membership", "association", "benefit")
    """The bases of an allegation that last, so that they are held to be current unless they are said to be past."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each allegation of something that lasts."""
    since = _not_before(matter.last_act_day, parameters.max_age)
    return [
        _recent(parameters, since, allegation, exhibits)
        for allegation, exhibits in carried(matter)
        if _lasts(matter, parameters, allegation.part)
    ]


def _lasts(matter: Matter, parameters: Parameters, allegation: Allegation) -> bool:
    if allegation.standing == "current":
        return True
    standing = allegation.standing or _standing_of_tie(matter, allegation)
    return allegation.basis in parameters.bases and standing != "past"


def _standing_of_tie(matter: Matter, allegation: Allegation) -> Standing | None:
    """The standing of the relationship on which an allegation rests, where it names one."""
    standings = {tie.id: tie.standing for tie in matter.dossier.target.relationships}
    return standings.get(allegation.relationship) if allegation.relationship else None


def _not_before(act: StatedDay, max_age: Within) -> date:
    """The day that the newest evidence must reach, whichever day of its span the act was done on."""
    return before(act.earliest, max_age.period)


def _recent(
    parameters: Parameters, since: date, allegation: Placed[Allegation], exhibits: list[Placed[Exhibit]]
) -> Result:
    recent = [exhibit for exhibit in exhibits if any(day.latest >= since for day in _reaches(exhibit.part))]
    if recent:
        paths = (exhibit.path for exhibit in recent)
        return met(f"Evidence for allegation {allegation.part.id} is recent.", *paths)
    message = (
        f"Allegation {allegation.part.id} is of something that lasts, and no exhibit that carries it reaches to "
        f"{since} or later ({parameters.max_age.period} before the act)."
    )
    return not_shown(message, allegation.path, *(exhibit.path for exhibit in exhibits))


def _reaches(exhibit: Exhibit) -> list[StatedDay]:
    """The latest days about which an exhibit speaks, as far as they are stated."""
    covers = exhibit.covers
    until = stated_day(covers.until) if covers else None
    if until is not None:
        return [until]
    stated = (stated_day(exhibit.published), stated_day(covers.since) if covers else None)
    return [day for day in stated if day is not None]
