"""The power was weighed, and not only found to exist.

What it checks:
    The legal basis says in `discretion` why the power was used in this case: what spoke for it and against it.

Why it matters:
    That somebody may be listed does not say that they should be. A discretion that nobody exercised is an error of
    law in most systems.

Example:
    legal_basis:
      - {regime: example, instrument: "Example Act, s. 1"}

Use instead:
    legal_basis:
      - regime: example
        instrument: Example Act, s. 1
        discretion: The target still commands the unit. Prosecution at home was considered and is not in sight.

Source:
    22 U.S.C. 10102(a) (“may”); Shvidler v SSFCDA [2025] UKSC 30.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter


class Parameters(base.Parameters):
    """None."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether the legal basis says why the power was used."""
    del parameters
    basis = matter.basis
    if basis is None:
        return []
    if basis.part.discretion is None:
        return [not_shown("The legal basis does not say why the power was used in this case.", basis.path)]
    return [met("The legal basis says why the power was used in this case.", basis.at("discretion"))]
