"""The conditions of the urgent procedure are set out.

What it checks:
    Where the legal basis relies on the urgent procedure, it names the provision of the other State under which the
    target is listed, and says why urgency is in the public interest.

Why it matters:
    The urgent procedure puts off the test of the ordinary one. It is open only while its own conditions are met.

Example:
    legal_basis:
      - {regime: example, procedure: urgent, urgent_because: Assets were about to be moved.}

Use instead:
    legal_basis:
      - regime: example
        procedure: urgent
        urgent_because: Assets were about to be moved.
        corresponding_listing: Council Regulation of the other organisation, Annex I, entry 5

Source:
    SAMLA 2018, s. 11(2D) and (2E).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

_LACKS = {
    "corresponding_listing": "does not name the provision of the other State under which the target is listed",
    "urgent_because": "does not say why the urgent procedure is in the public interest",
}


class Parameters(base.Parameters):
    """None."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each condition."""
    del parameters
    basis = matter.basis
    if basis is None or basis.part.procedure != "urgent":
        return []
    return [
        not_shown(f"The legal basis {lacks}.", basis.path)
        if getattr(basis.part, field) is None
        else met("The legal basis sets out this condition of the urgent procedure.", basis.at(field))
        for field, lacks in _LACKS.items()
    ]
