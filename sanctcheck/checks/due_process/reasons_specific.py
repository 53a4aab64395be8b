"""Each reason says when, where, and what the target did.

What it checks:
    Each allegation relied on states what the regime needs for it to be answered: the period, the place, the target's
    part in it, those with or to whom it was done.

Why it matters:
    “He was involved in abuses” cannot be denied with evidence; a day, a place and a role can.

Example:
    allegations:
      - {id: A1, summary: Was involved in abuses., conduct: torture}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of three detainees in Prison 4.
        conduct: torture
        period: {since: 2019-05, until: 2019-06}
        place: Prison 4, Exampletown

Source:
    Council v Bamba, Case C-417/11 P, EU:C:2012:718, paras 49-54; Kadi II, Joined Cases C-584/10 P and others,
    EU:C:2013:518, para. 116.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.days import stated_day
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation

_SAID = {
    "period": "when",
    "place": "where",
    "role": "what part the target had",
    "counterparty": "with or to whom",
}


class Parameters(base.Parameters):
    """What the provision fixes."""

    needs: tuple[Literal["period", "place", "role", "counterparty"], ...] = ("period", "place")
    """What each allegation has to state."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each allegation relied on."""
    return [_specific(allegation, parameters) for allegation in matter.allegations]


def _specific(allegation: Placed[Allegation], parameters: Parameters) -> Result:
    states = _states(allegation.part)
    lacking = [_SAID[need] for need in parameters.needs if not states[need]]
    name = allegation.part.id
    if lacking:
        return not_shown(f"Allegation {name} does not say {listed(lacking)}.", allegation.path)
    said = listed([_SAID[need] for need in parameters.needs], "and")
    return met(f"Allegation {name} says {said}.", allegation.path)


def _states(allegation: Allegation) -> dict[str, bool]:
    period = allegation.period
    ends = (period.since, period.until) if period else ()
    return {
        "period": any(stated_day(end) is not None for end in ends),
        "place": bool(allegation.place or allegation.country),
        "role": bool(allegation.role),
        "counterparty": bool(allegation.counterparties or allegation.victims),
    }
