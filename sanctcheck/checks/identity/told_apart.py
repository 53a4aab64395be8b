"""The target was told apart from others of a similar name.

What it checks:
    The log has a step `identity-checked`, or the target's entry names people or entities of a similar name with what
    tells them apart.

Why it matters:
    The person who is frozen out by mistake has done nothing, and has the burden of showing it.

Example:
    target:
      type: person
      names: [{name: Example Person}]

Use instead:
    target:
      type: person
      names: [{name: Example Person}]
      told_apart_from:
        - {name: Exemple Person, difference: Born in 1991 and a national of another country.}

Source:
    Sayadi and Vinck v Belgium, CCPR/C/94/D/1472/2006; S/RES/1730 (2006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.reading.document import Path_


class Parameters(base.Parameters):
    """None."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether anything shows that the identity was checked."""
    del parameters
    shown_by = _checks_of_identity(matter)
    if not shown_by:
        message = (
            "Nothing shows that the target was told apart from others of a similar name. Expected: a step "
            "“identity-checked” in the log, or an entry in “told_apart_from”."
        )
        return [not_shown(message, ("target",))]
    return [met("The target was told apart from others of a similar name.", *shown_by)]


def _checks_of_identity(matter: Matter) -> list[Path_]:
    steps = [
        step.path for step in matter.events("identity-checked") if step.part.not_possible_because is None
    ]
    others = range(len(matter.dossier.target.told_apart_from))
    return [*steps, *(("target", "told_apart_from", index) for index in others)]
