"""Each reason says more than the criterion does.

What it checks:
    Each allegation relied on states some particular of its own: when or where it was, the part that the target had in it,
    with or to whom it was done, or the relationship that it rests on. How many the regime asks for, it says. The country
    alone is none: a programme on a country says as much.

Why it matters:
    A reason that only repeats the words of the law tells the target that they are listed, and not why.

Example:
    allegations:
      - {id: A1, summary: Is involved in ill-treatment., conduct: torture, country: XX}

Use instead:
    allegations:
      - {id: A1, summary: Ordered the beating of three detainees., conduct: torture, role: head of Prison 4, period: {since: 2019-05}}

Source:
    Council v Bamba, Case C-417/11 P, EU:C:2012:718, paras 49-54; TFEU, art. 296.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.days import stated_day
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation


class Parameters(base.Parameters):
    """How much is asked for."""

    minimum: int = 1
    """How many particulars each allegation has to state."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each allegation relied on."""
    return [_particular(allegation, parameters.minimum) for allegation in matter.allegations]


def _particular(allegation: Placed[Allegation], minimum: int) -> Result:
    stated = [name for name, is_stated in _particulars(allegation.part).items() if is_stated]
    name = allegation.part.id
    if len(stated) >= minimum:
        return met(f"Allegation {name} states {listed(stated, 'and') or 'what is asked'}.", allegation.path)
    if stated:
        only = f"Allegation {name} states {listed(stated, 'and')} alone."
        return not_shown(f"{only} Expected: at least {minimum} particulars.", allegation.path)
    message = f"Allegation {name} states no act, time, place, part, counterparty or tie of its own."
    return not_shown(f"{message} It says no more than the criterion does.", allegation.path)


def _particulars(allegation: Allegation) -> dict[str, bool]:
    period = allegation.period
    ends = (period.since, period.until) if period else ()
    return {
        "a time": any(stated_day(end) is not None for end in ends),
        "a place": allegation.place is not None,
        "the part of the target": allegation.role is not None,
        "a counterparty": bool(allegation.counterparties or allegation.victims),
        "a relationship": allegation.relationship is not None,
    }
