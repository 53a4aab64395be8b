"""What would lift the listing is written down.

What it checks:
    The delisting part has at least one condition. Where the criterion names grounds, each of them is the ground of
    a condition.

Why it matters:
    Sanctions are meant to change conduct and must end when their reason does. A target who is not told what would
    lift the listing can neither act on it nor hold the authority to it.

Example:
    delisting: {body: The Minister}

Use instead:
    delisting:
      conditions:
        - {text: A court finds that the target is not the person meant., ground: mistaken-identity}

Source:
    World Summit Outcome (2005), A/RES/60/1, para. 109; S/RES/1730 (2006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown
from sanctcheck.dossier.vocabulary import ConditionGround

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

PATH = ("delisting", "conditions")


class Parameters(base.Parameters):
    """What the provision fixes."""

    grounds: tuple[ConditionGround, ...] = ()
    """The grounds for lifting that have to be among the conditions."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the conditions as such, or one for each ground that the criterion names."""
    delisting = matter.dossier.delisting
    conditions = delisting.conditions if delisting else []
    if not conditions:
        return [not_shown("The dossier does not say what would lift the listing.", PATH)]
    if not parameters.grounds:
        return [
            met(
                "The dossier says what would lift the listing.",
                *((*PATH, at) for at in range(len(conditions))),
            )
        ]
    stated = {condition.ground: (*PATH, at) for at, condition in reversed(list(enumerate(conditions)))}
    return [
        met(f"A condition rests on the ground “{ground}”.", stated[ground])
        if ground in stated
        else not_shown(f"No condition for lifting the listing rests on the ground “{ground}”.", PATH)
        for ground in parameters.grounds
    ]
