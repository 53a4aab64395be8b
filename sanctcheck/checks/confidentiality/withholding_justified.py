"""What is kept from the target is kept for a reason that the law knows.

What it checks:
    Each matter left out of the statement of reasons rests on one of the grounds that the law allows and, where the law
    asks for it, its gist was given. Each exhibit that was disclosed in part, as a summary or not at all says why.

Why it matters:
    Secrets can be real. But what is withheld for no stated reason cannot be weighed against the right to answer.

Example:
    statement_of_reasons:
      withheld: [{because: It would be awkward to say more., ground: other}]

Use instead:
    statement_of_reasons:
      withheld: [{because: It would show how a foreign service works., ground: national-security}]

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 125 to 129; A v United Kingdom, ECtHR, 3455/05.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_met, not_shown
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Disclosure, Exhibit, WithheldReason

Ground = Literal[
    "national-security", "international-relations", "serious-crime", "interests-of-justice", "other"
]

_IN_PART = {
    "redacted": "was disclosed with redactions",
    "summary": "was disclosed as a summary",
    "withheld": "was withheld",
}


class Parameters(base.Parameters):
    """What the law allows to withhold."""

    grounds: tuple[Ground, ...] = (
        "national-security",
        "international-relations",
        "serious-crime",
        "interests-of-justice",
    )
    """The grounds on which a matter may be left out of the statement of reasons."""
    gist: bool = False
    """Whether the target must be given the gist of what is left out."""
    exhibits: bool = True
    """Whether each exhibit that was not disclosed in full has to say why."""
    summary: bool = False
    """Whether the target must be given a summary of an exhibit that is withheld."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each matter left out, and for each exhibit not disclosed in full."""
    statement = matter.dossier.statement_of_reasons
    for index, part in enumerate(statement.withheld if statement else ()):
        yield _left_out(Placed(part, ("statement_of_reasons", "withheld", index)), parameters)
    for exhibit in matter.exhibits if parameters.exhibits else ():
        disclosure = exhibit.part.disclosure
        if disclosure is not None and disclosure.extent in _IN_PART:
            yield _disclosed_in_part(exhibit, disclosure, parameters)


def _left_out(withheld: Placed[WithheldReason], parameters: Parameters) -> Result:
    ground, gist_given = withheld.part.ground, withheld.part.gist_given
    if ground not in parameters.grounds:
        message = f"The ground “{ground}” does not allow a matter to be left out of the reasons."
        return not_met(f"{message} Expected: {listed(parameters.grounds)}.", withheld.at("ground"))
    if parameters.gist and gist_given is False:
        return not_met("The target was not given the gist of what was left out.", withheld.at("gist_given"))
    if parameters.gist and gist_given is None:
        return not_shown(
            "Nothing says whether the target was given the gist of what was left out.", withheld.path
        )
    return met(f"A matter was left out on the ground “{ground}”.", withheld.path)


def _disclosed_in_part(exhibit: Placed[Exhibit], disclosure: Disclosure, parameters: Parameters) -> Result:
    how = f"Exhibit {exhibit.part.id} {_IN_PART[disclosure.extent]}"
    if disclosure.because is None:
        return not_shown(f"{how}, and nothing says why.", exhibit.at("disclosure"))
    if parameters.summary and disclosure.extent == "withheld" and disclosure.summary is None:
        return not_shown(f"{how}, and the target was given no summary of it.", exhibit.at("disclosure"))
    return met(f"{how}, and the dossier says why.", exhibit.at("disclosure", "because"))
