"""The way off the list is stated: who decides, where to write, who may ask.

What it checks:
    The delisting part names the body that decides on a request for removal, where the request is sent, and who may
    make it; or those of the three that the criterion asks for.

Why it matters:
    A right to ask for removal is worth little to someone who does not know whom to ask, or whether an heir or a
    lawyer may do it for them.

Example:
    delisting: {body: The Minister}

Use instead:
    delisting:
      body: The Minister
      contact: Sanctions Office, PO Box 1, Capital
      who_may_ask: [the target, a representative, an heir]

Source:
    S/RES/1730 (2006), annex; World Summit Outcome (2005), A/RES/60/1, para. 109.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

RoutePart = Literal["body", "contact", "who_may_ask"]
_IN_WORDS: dict[RoutePart, str] = {
    "body": "who decides on a request for removal",
    "contact": "where the request is sent",
    "who_may_ask": "who may make it",
}


class Parameters(base.Parameters):
    """What the provision fixes."""

    needs: tuple[RoutePart, ...] = ("body", "contact", "who_may_ask")
    """Which parts of the way off the list have to be stated."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the way as a whole."""
    delisting = matter.dossier.delisting
    missing = [need for need in parameters.needs if not getattr(delisting, need, None)]
    if missing:
        lacks = listed(_IN_WORDS[need] for need in missing)
        return [not_shown(f"The dossier does not state {lacks}.", ("delisting",))]
    return [met("The way off the list is stated.", *(("delisting", need) for need in parameters.needs))]
