"""The decision-maker saw the evidence.

What it checks:
    For each allegation that has evidence, at least one exhibit that carries it is stated to have been before the body
    that decides, and not only before those who proposed the listing.

Why it matters:
    Evidence that the decision-maker never saw cannot have been a reason for the decision.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Medical report on two detainees, kind: medical-report, seen_by_decision_maker: false}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Medical report on two detainees, kind: medical-report, seen_by_decision_maker: true}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 114-121.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.checks.evidence._carrying import carried

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, Exhibit


class Parameters(base.Parameters):
    """None: one exhibit of each allegation that was seen is enough."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each allegation that has evidence."""
    del parameters
    return [_seen(allegation, exhibits) for allegation, exhibits in carried(matter)]


def _seen(allegation: Placed[Allegation], exhibits: list[Placed[Exhibit]]) -> Result:
    seen = [exhibit for exhibit in exhibits if exhibit.part.seen_by_decision_maker is True]
    name = allegation.part.id
    if seen:
        paths = (exhibit.at("seen_by_decision_maker") for exhibit in seen)
        return met(f"The deciding body had evidence for allegation {name} before it.", *paths)
    paths = (exhibit.path for exhibit in exhibits)
    if all(exhibit.part.seen_by_decision_maker is False for exhibit in exhibits):
        message = f"None of the evidence for allegation {name} was before the deciding body."
        return not_met(message, allegation.path, *paths)
    message = f"Whether the deciding body had any evidence for allegation {name} before it is not stated."
    return not_shown(message, allegation.path, *paths)
