"""The legal basis is stated.

What it checks:
    The dossier has an entry in `legal_basis` for the regime, and that entry names the instrument and provision under
    which the act is done.

Why it matters:
    A power that nobody names cannot be checked, by the target or by a court. Without a basis there is no listing.

Example:
    legal_basis:
      - {regime: example}

Use instead:
    legal_basis:
      - {regime: example, instrument: "Example Act, s. 1"}

Source:
    HM Treasury v Ahmed [2010] UKSC 2; TFEU art. 296.
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
    """Whether the basis for the regime is there, with its instrument."""
    del parameters
    basis = matter.basis
    if basis is None:
        return [not_shown(f"The dossier states no legal basis under {matter.regime.name}.", ("legal_basis",))]
    if basis.part.instrument is None:
        return [not_shown("The legal basis does not name the instrument and provision.", basis.path)]
    return [met("The legal basis names its instrument.", basis.at("instrument"))]
