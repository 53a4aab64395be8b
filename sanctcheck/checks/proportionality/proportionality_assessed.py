"""It is set out why the measures are not out of proportion to their aim.

What it checks:
    The proportionality part states the aim, how listing this target serves it, the effects on the target and on
    others, milder courses considered, and why the effects are justified; or those of the five that the criterion
    asks for.

Why it matters:
    A freeze touches property, family life and livelihood. Courts uphold it where somebody weighed that before the
    act, and have little to go by where nobody did.

Example:
    proportionality: {aim: To deter torture in detention.}

Use instead:
    proportionality:
      aim: To deter torture in detention.
      rational_connection: The target commands the unit and holds assets here.
      effects: [{on: family, text: The family home is held by the target.}]
      alternatives: [{measure: A protest note, rejected_because: Three such notes had no answer.}]
      balance: Basic needs are exempt, and the target can end the effects by stepping back.

Source:
    ECHR, Protocol No. 1, art. 1; Charter of Fundamental Rights of the EU, arts 17 and 52(1); Nada v Switzerland,
    no. 10593/08, ECtHR (Grand Chamber), 12 September 2012.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

Step = Literal["aim", "rational_connection", "effects", "alternatives", "balance"]
_IN_WORDS: dict[Step, str] = {
    "aim": "the aim of the measures",
    "rational_connection": "how listing the target serves that aim",
    "effects": "the effects on the target and on others",
    "alternatives": "milder courses considered",
    "balance": "why the effects are justified by the aim",
}


class Parameters(base.Parameters):
    """What the provision fixes."""

    needs: tuple[Step, ...] = ("aim", "rational_connection", "effects", "alternatives", "balance")
    """Which steps of the test have to be set out."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the assessment as a whole."""
    stated = matter.dossier.proportionality
    missing = [need for need in parameters.needs if not getattr(stated, need, None)]
    if missing:
        lacks = listed(_IN_WORDS[need] for need in missing)
        return [not_shown(f"On proportionality the dossier does not set out {lacks}.", ("proportionality",))]
    return [met("Proportionality is assessed.", *(("proportionality", need) for need in parameters.needs))]
