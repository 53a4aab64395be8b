"""Each condition for lifting the listing is tied to a human-rights norm.

What it checks:
    Every condition names the norm from which it comes. A dossier without conditions is the matter of
    `lifting-conditions`.

Why it matters:
    A listing that answers a breach of human-rights law ends by the measure of that law: by a remedy, a prosecution, a
    guarantee that it will not happen again. Conditions from elsewhere turn it into a bargaining chip.

Example:
    delisting:
      conditions:
        - {id: C1, text: The victims have been compensated.}

Use instead:
    delisting:
      conditions:
        - {id: C1, text: The victims have been compensated., norm: "CAT, art. 14"}

Source:
    ICCPR, art. 2(3); CAT, arts 12-14.
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
    """None: the norm depends on the condition."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each condition."""
    del parameters
    delisting = matter.dossier.delisting
    conditions = delisting.conditions if delisting else []
    return [_normative(condition, at) for at, condition in enumerate(conditions)]


def _normative(condition: Condition, at: int) -> Result:
    path: Path_ = ("delisting", "conditions", at)
    name = condition.id or str(at + 1)
    if condition.norm is None:
        return not_shown(f"Condition {name} names no human-rights norm to which it is tied.", path)
    return met(f"Condition {name} names the norm to which it is tied.", (*path, "norm"))
