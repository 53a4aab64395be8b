"""Each condition for lifting the listing can be seen to be met.

What it checks:
    Every condition says what would show that it is met, and who can see that. A dossier without conditions is the
    matter of `lifting-conditions`.

Why it matters:
    Whether someone has changed is a matter of opinion; whether a court has acquitted them is not. A condition that
    nobody can observe leaves the end of the listing to the authority alone.

Example:
    delisting:
      conditions:
        - {id: C1, text: The target has changed.}

Use instead:
    delisting:
      conditions:
        - {id: C1, text: The target no longer commands the unit., observable_by: The gazette announces a successor.}

Source:
    World Summit Outcome (2005), A/RES/60/1, para. 109.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Condition
    from sanctcheck.reading.document import Path_


class Parameters(base.Parameters):
    """None: what shows a condition depends on the condition."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each condition."""
    del parameters
    delisting = matter.dossier.delisting
    conditions = delisting.conditions if delisting else []
    return [_observable(condition, at) for at, condition in enumerate(conditions)]


def _observable(condition: Condition, at: int) -> Result:
    path: Path_ = ("delisting", "conditions", at)
    name = condition.id or str(at + 1)
    if condition.observable_by is None:
        return not_shown(
            f"Condition {name} does not say what would show that it is met, and who can see that.", path
        )
    return met(f"Condition {name} says what would show that it is met.", (*path, "observable_by"))
