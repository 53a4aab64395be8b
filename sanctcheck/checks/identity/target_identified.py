"""The target is identified by more than a name.

What it checks:
    Beside a name, at least one particular stands that tells who is meant: for a person, for example, a birth date, a
    number or a post; for an entity a register number or a seat. A birth date that is `unknown` does not count.

Why it matters:
    Names are shared and are spelt in many ways. A listing by name alone reaches people whom nobody meant.

Example:
    target:
      type: person
      names: [{name: Example Person}]

Use instead:
    target:
      type: person
      names: [{name: Example Person}]
      born: 1970-02

Source:
    Sayadi and Vinck v Belgium, CCPR/C/94/D/1472/2006; A/RES/60/1, para. 109.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown
from sanctcheck.days import stated_day
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Target

PersonNeed = Literal["born", "identifier", "post", "nationality", "birthplace"]
EntityNeed = Literal["identifier", "incorporated_in", "address"]

_FIELD = {"identifier": "identifiers", "post": "posts", "nationality": "nationalities"}
_WORDS = {
    "born": "a birth date",
    "identifier": "an identifier",
    "post": "a post",
    "nationality": "a nationality",
    "birthplace": "a place of birth",
    "incorporated_in": "a country of incorporation",
    "address": "an address",
}


class Parameters(base.Parameters):
    """What identifies a target."""

    person_needs: tuple[PersonNeed, ...] = ("born", "identifier", "post")
    """For a person: the particulars of which one is needed beside the name."""
    entity_needs: tuple[EntityNeed, ...] = ("identifier", "incorporated_in")
    """For any other target: the particulars of which one is needed beside the name."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether one of the particulars is stated."""
    target = matter.dossier.target
    needs = parameters.person_needs if target.type == "person" else parameters.entity_needs
    stated = [need for need in needs if _states(target, need)]
    if not stated:
        wanted = listed(_WORDS[need] for need in needs)
        return [not_shown(f"Beside the name, nothing says who is meant. Expected: {wanted}.", ("target",))]
    message = f"Beside the name, the target has {listed((_WORDS[need] for need in stated), 'and')}."
    return [met(message, *(("target", _FIELD.get(need, need)) for need in stated))]


def _states(target: Target, need: str) -> bool:
    if need == "born":
        return stated_day(target.born) is not None
    return bool(getattr(target, _FIELD.get(need, need)))
