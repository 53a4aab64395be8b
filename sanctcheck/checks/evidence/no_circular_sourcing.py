"""Exhibits do not draw on one another in a circle.

What it checks:
    Nobody who follows what an exhibit cites, and what that cites in turn, comes back to the exhibit.

Why it matters:
    When a report quotes an article that quotes the report, there is no source at all. Such circles are easy to miss
    in a thick file, and the first thing that counsel for the target looks for.

Example:
    exhibits:
      - {id: E1, title: Article on the prison, kind: press-report, cites: [E2]}
      - {id: E2, title: Report of an organisation on the prison, kind: ngo-report, cites: [E1]}

Use instead:
    exhibits:
      - {id: E1, title: Article on the prison, kind: press-report, cites: [E2]}
      - {id: E2, title: Report of an organisation on the prison, kind: ngo-report, cites: [E3]}
      - {id: E3, title: Statement of a detainee, kind: victim-statement}

Source:
    Berkeley Protocol on Digital Open Source Investigations, HR/PUB/20/2: verification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_applicable, not_met
from sanctcheck.checks.evidence._sources import circles, citations
from sanctcheck.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

_SHOWN = 120


class Parameters(base.Parameters):
    """None: a circle is a circle everywhere."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each circle; one in all where there is none."""
    del parameters
    cited = citations(matter.exhibits)
    citing = [exhibit for exhibit in matter.exhibits if cited[exhibit.part.id]]
    if not citing:
        return [not_applicable("No exhibit is said to draw on another.")]
    found = circles(cited)
    if found:
        return [_result(matter, circle) for circle in found]
    return [
        met("No exhibit draws on itself by way of what it cites.", *(each.at("cites") for each in citing))
    ]


def _result(matter: Matter, circle: list[str]) -> Result:
    way = shorten(" → ".join([*circle, circle[0]]), _SHOWN)
    first, *others = (matter.exhibits_by_id[name].at("cites") for name in circle)
    return not_met(f"Exhibits rest on one another in a circle: {way}.", first, *others)
