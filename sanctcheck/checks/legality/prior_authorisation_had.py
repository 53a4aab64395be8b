"""A measure that needs prior authorisation has it.

What it checks:
    Each measure of the kinds named states its warrant or authorisation, or why none is needed.

Why it matters:
    Where the law puts a court or another authority before a measure, the measure has no force without it.

Example:
    with: {measures: [asset-freeze]}
    measures:
      - {kind: asset-freeze}

Use instead:
    with: {measures: [asset-freeze]}
    measures:
      - {kind: asset-freeze, authorisation: Order of the Court of Example of 27 February 2026}

Source:
    KindHearts v. Geithner, 647 F. Supp. 2d 857 (N.D. Ohio 2009); Al Haramain v. Treasury, 686 F.3d 965 (9th Cir. 2012).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown
from sanctcheck.checks.legality._measures import measures_of
from sanctcheck.dossier.vocabulary import MeasureKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter


class Parameters(base.Parameters):
    """Which measures need it."""

    measures: tuple[MeasureKind, ...] = ()
    """The kinds of measure that need prior authorisation; left out, all."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each measure that needs authorisation."""
    return [
        not_shown(f"The measure “{measure.part.kind}” states no prior authorisation.", measure.path)
        if measure.part.authorisation is None
        else met(f"The measure “{measure.part.kind}” states its authorisation.", measure.at("authorisation"))
        for measure in measures_of(matter)
        if not parameters.measures or measure.part.kind in parameters.measures
    ]
