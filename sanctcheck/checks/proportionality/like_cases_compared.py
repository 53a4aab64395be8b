"""People in a like position were looked at, and differences in treatment are explained.

What it checks:
    The dossier names at least one comparator. For each who is not listed it says what makes the difference.

Why it matters:
    Listing one of several who did the same, without a reason, is arbitrary. Comparing them shows that the choice
    followed the evidence and not the target's name or nationality.

Example:
    comparators:
      - {who: The deputy commander of the same unit, listed: false}

Use instead:
    comparators:
      - {who: The deputy commander, listed: false, difference: Left the unit before the events.}

Source:
    ICCPR, art. 26; Charter of Fundamental Rights of the EU, art. 20.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Comparator


class Parameters(base.Parameters):
    """None: who is in a like position depends on the case."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each comparator."""
    del parameters
    every = [Placed(part, ("comparators", at)) for at, part in enumerate(matter.dossier.comparators)]
    if not every:
        return [
            not_shown("The dossier compares the target with nobody in a like position.", ("comparators",))
        ]
    return [_explained(each) for each in every]


def _explained(comparator: Placed[Comparator]) -> Result:
    who = quoted(comparator.part.who)
    if comparator.part.listed:
        return met(f"{who} is listed too.", comparator.path)
    if comparator.part.difference is None:
        return not_shown(
            f"{who} is not listed, and the dossier does not say what makes the difference.", comparator.path
        )
    return met(f"The dossier says why {who} is treated differently.", comparator.at("difference"))
