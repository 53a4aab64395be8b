"""Sources are graded.

What it checks:
    Each exhibit that carries an element of an allegation has a grade: the reliability of the source from A to F, and
    the credibility of what it says from 1 to 6.

Why it matters:
    A grade makes the drafter say how far a source can be trusted, and lets the decision-maker see at a glance what the
    case rests on.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Medical report on two detainees, kind: medical-report}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Medical report on two detainees, kind: medical-report, grade: A2}

Source:
    Admiralty (NATO) code: reliability A to F, credibility 1 to 6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.checks.evidence._carrying import carrying_exhibits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Exhibit


class Parameters(base.Parameters):
    """None: what carries an element is graded."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each exhibit that carries an element."""
    del parameters
    return [_graded(exhibit) for exhibit in carrying_exhibits(matter)]


def _graded(exhibit: Placed[Exhibit]) -> Result:
    if exhibit.part.grade is None:
        message = (
            f"Exhibit {exhibit.part.id} carries an element and has no grade. Expected: A to F, then 1 to 6."
        )
        return not_shown(message, exhibit.path)
    return met(f"Exhibit {exhibit.part.id} is graded {exhibit.part.grade}.", exhibit.at("grade"))
