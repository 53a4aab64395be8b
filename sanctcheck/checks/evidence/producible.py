"""The evidence can be shown to a court.

What it checks:
    No allegation rests only on exhibits that can be produced to a court neither in full, nor redacted, nor as a
    summary. An exhibit that says nothing of it is taken as producible.

Why it matters:
    In court, what cannot be shown does not exist. A listing that rests on it alone will be lost.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Report of a service, kind: intelligence, producible: no}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1, E2]}
    exhibits:
      - {id: E1, title: Report of a service, kind: intelligence, producible: no}
      - {id: E2, title: Statement of a detainee, kind: victim-statement, producible: redacted}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 120-129.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met
from sanctcheck.checks.evidence._carrying import carried

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, Exhibit


class Parameters(base.Parameters):
    """None: one exhibit that can be shown is enough."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each allegation that has evidence."""
    del parameters
    return [_producible(allegation, exhibits) for allegation, exhibits in carried(matter)]


def _producible(allegation: Placed[Allegation], exhibits: list[Placed[Exhibit]]) -> Result:
    to_show = [exhibit for exhibit in exhibits if exhibit.part.producible != "no"]
    if to_show:
        paths = (exhibit.path for exhibit in to_show)
        return met(f"Evidence for allegation {allegation.part.id} can be produced to a court.", *paths)
    message = f"No exhibit that carries allegation {allegation.part.id} can be produced to a court, even as a summary."
    return not_met(message, allegation.path, *(exhibit.at("producible") for exhibit in exhibits))
