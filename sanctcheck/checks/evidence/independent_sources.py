"""Independent sources agree on each allegation.

What it checks:
    The exhibits that carry an allegation go back to at least two sources that stand on their own, or one of them is a
    judgment, an official record or a decision of an authority. Exhibits of one `origin` are one source. An exhibit
    that cites others goes back to their sources. An exhibit on its own is never more than one; where the regime says so,
    one of bare belief is none.

Why it matters:
    Five reports that repeat one rumour are one rumour. A second source that stands on its own is the plainest guard
    against error.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1, E2]}
    exhibits:
      - {id: E1, title: Statement of a detainee, kind: victim-statement}
      - {id: E2, title: Report of an organisation on the prison, kind: ngo-report, cites: [E1]}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1, E2]}
    exhibits:
      - {id: E1, title: Statement of a detainee, kind: victim-statement, origin: detainee-1}
      - {id: E2, title: Medical report on the injuries, kind: medical-report, origin: clinic}

Source:
    OHCHR, Commissions of Inquiry and Fact-Finding Missions, Guidance and Practice (2015); OHCHR, Who's Responsible?
    HR/PUB/18/3 (2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.checks.evidence import _sources
from sanctcheck.checks.evidence._carrying import carried
from sanctcheck.dossier.vocabulary import Directness, ExhibitKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Allegation, Exhibit


class Parameters(base.Parameters):
    """How many sources are asked for, and what stands alone."""

    minimum: int = 2
    """How many independent sources an allegation needs."""
    official_kinds: tuple[ExhibitKind, ...] = ("court-decision", "official-record", "authority-decision")
    """The kinds of exhibit of which one is enough."""
    official_suffices: bool = True
    """Whether one exhibit of those kinds is enough."""
    no_ground: tuple[Directness, ...] = ()
    """The degrees of directness that give no ground, so that such an exhibit is no source."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each allegation that has evidence."""
    pairs = [(allegation, _with_ground(parameters, exhibits)) for allegation, exhibits in carried(matter)]
    sources = _sources.first_sources(matter.exhibits)
    return [
        _from_official(parameters, allegation, exhibits)
        or _corroborated(parameters, allegation, exhibits, _sources.independent_sources(exhibits, sources))
        for allegation, exhibits in pairs
    ]


def _with_ground(parameters: Parameters, exhibits: list[Placed[Exhibit]]) -> list[Placed[Exhibit]]:
    return [exhibit for exhibit in exhibits if exhibit.part.directness not in parameters.no_ground]


def _from_official(
    parameters: Parameters, allegation: Placed[Allegation], exhibits: list[Placed[Exhibit]]
) -> Result | None:
    official = [exhibit for exhibit in exhibits if exhibit.part.kind in parameters.official_kinds]
    if not parameters.official_suffices or not official:
        return None
    named = f"exhibit {official[0].part.id} ({official[0].part.kind})"
    return met(f"Allegation {allegation.part.id} rests on {named}.", *(exhibit.path for exhibit in official))


def _corroborated(
    parameters: Parameters, allegation: Placed[Allegation], exhibits: list[Placed[Exhibit]], found: int
) -> Result:
    paths = [exhibit.path for exhibit in exhibits]
    sources = f"{found} independent source{'s' if found != 1 else ''}"
    message = f"The evidence for allegation {allegation.part.id} goes back to {sources}"
    if found >= parameters.minimum:
        return met(f"{message}.", *paths)
    expected = f"at least {parameters.minimum}"
    if parameters.official_suffices and parameters.official_kinds:
        expected += ", or an official record or decision"
    return not_shown(f"{message}; expected: {expected}.", allegation.path, *paths)
