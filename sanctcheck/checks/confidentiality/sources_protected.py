"""Witnesses and victims who speak are protected.

What it checks:
    Each statement of a witness or victim says how it is handled and, where it is restricted or protected, why. Where
    one of them is, the log has a step `source-risk-assessed`.

Why it matters:
    Those who speak about abuse may pay for it. Who may see what they said is decided before it is shown, with reasons.

Example:
    exhibits:
      - {id: E1, title: Statement of a former detainee, kind: victim-statement}

Use instead:
    exhibits:
      - id: E1
        title: Statement of a former detainee
        kind: victim-statement
        handling: {level: protected, because: The witness's family lives in the target's town.}
    process:
      - {event: source-risk-assessed, day: 2026-01-20, by: Protection officer}

Source:
    HR/PUB/18/3 (2018); HR/PUB/20/2 (Berkeley Protocol).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Exhibit

_STATEMENTS = frozenset({"witness-statement", "victim-statement"})
_CLOSED = frozenset({"restricted", "protected"})


class Parameters(base.Parameters):
    """None."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each statement, and one for the assessment of the danger to sources."""
    del parameters
    statements = [exhibit for exhibit in matter.exhibits if exhibit.part.kind in _STATEMENTS]
    closed = [exhibit for exhibit in statements if _is_closed(exhibit)]
    return [
        *(_handled(exhibit) for exhibit in statements),
        *([_risk_assessed(matter, closed)] if closed else []),
    ]


def _is_closed(exhibit: Placed[Exhibit]) -> bool:
    return exhibit.part.handling is not None and exhibit.part.handling.level in _CLOSED


def _handled(exhibit: Placed[Exhibit]) -> Result:
    handling = exhibit.part.handling
    if handling is None:
        return not_shown(f"Nothing says who may see the statement {exhibit.part.id}.", exhibit.path)
    if _is_closed(exhibit) and handling.because is None:
        message = f"The statement {exhibit.part.id} is {handling.level}, and nothing says why."
        return not_shown(message, exhibit.at("handling"))
    return met(f"The dossier says who may see the statement {exhibit.part.id}.", exhibit.at("handling"))


def _risk_assessed(matter: Matter, closed: list[Placed[Exhibit]]) -> Result:
    steps = [step for step in matter.events("source-risk-assessed") if step.part.not_possible_because is None]
    if not steps:
        message = "The log does not show that the danger to sources was assessed."
        return not_shown(
            message, ("process",), *((exhibit.path, "a protected statement") for exhibit in closed)
        )
    return met("The danger to sources was assessed.", steps[0].path)
