"""The right standard of proof was applied, and the dossier says why it is reached.

What it checks:
    The legal basis names a standard of proof that the regime has on the day, case and punctuation aside (its provision
    may follow), and says in `standard_met_because` why the material reaches it.

Why it matters:
    Whether material is enough can be judged only against a standard. Another regime's standard is not the law's.

Example:
    legal_basis:
      - regime: example
        standard_of_proof: credible evidence
        standard_met_because: Two witnesses and a medical report agree.

Use instead:
    legal_basis:
      - regime: example
        standard_of_proof: Reasonable grounds to suspect
        standard_met_because: Two witnesses and a medical report agree.

Source:
    SAMLA 2018, s. 11(2A); HR/PUB/18/3 (2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.checks.legality._words import begins_with
from sanctcheck.law.time import in_force
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import LegalBasis


class Parameters(base.Parameters):
    """None: the standard comes from the regime."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the standard, and one for why it is reached."""
    del parameters
    if matter.basis is None:
        return []
    terms = [standard.term for standard in in_force(matter.regime.proof, matter.regime, matter.law_day)]
    return [*([_named(matter.basis, terms)] if terms else []), _reached(matter.basis)]


def _named(basis: Placed[LegalBasis], terms: list[str]) -> Result:
    stated = basis.part.standard_of_proof
    expected = listed(f"“{term}”" for term in terms)
    if stated is None:
        return not_shown(f"The legal basis names no standard of proof. Expected: {expected}.", basis.path)
    path = basis.at("standard_of_proof")
    if not any(begins_with(stated, term) for term in terms):
        return not_met(f"The standard of proof named is {quoted(stated)}. Expected: {expected}.", path)
    return met(f"The standard of proof named is {quoted(stated)}.", path)


def _reached(basis: Placed[LegalBasis]) -> Result:
    if basis.part.standard_met_because is None:
        return not_shown(
            "The legal basis does not say why the material reaches the standard of proof.", basis.path
        )
    return met("The legal basis says why the standard is reached.", basis.at("standard_met_because"))
