"""Each element of the criterion is carried by evidence.

What it checks:
    Every element that an allegation sets out names at least one exhibit that speaks for it and that is evidence: the
    proposal to list repeats what is alleged; where the regime says so, neither the listing by another body nor a bare
    belief shows anything. Elements that the allegation does not set out at all are the matter of
    `elements-stated`.

Why it matters:
    A court asks whether each reason is made out on the facts. An element that nothing carries is a belief.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones.}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: severity, shown: The beatings broke bones., exhibits: [E1]}
    exhibits:
      - {id: E1, title: Medical report on two detainees, kind: medical-report}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 119 and 130.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Claim, Placed, Result, met, not_shown
from sanctcheck.dossier.vocabulary import Directness, ExhibitKind
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import ElementShown, Exhibit


class Parameters(base.Parameters):
    """What is no evidence of an element; the elements come from the regime's conduct and links."""

    no_evidence: tuple[ExhibitKind, ...] = ("proposal",)
    """The kinds of exhibit that say what is alleged, and do not show it."""
    no_ground: tuple[Directness, ...] = ()
    """The degrees of directness that give no ground."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each element that an allegation sets out."""
    entries = {entry.path: (claim, entry) for claim in matter.claims for entry in _entries(matter, claim)}
    return [_carried(matter, parameters, claim, entry) for claim, entry in entries.values()]


def _entries(matter: Matter, claim: Claim) -> Iterable[Placed[ElementShown]]:
    for index, entry in enumerate(claim.allegation.part.elements):
        if entry.regime in {None, matter.regime.id}:
            yield Placed(entry, claim.allegation.at("elements", index))


def _carried(matter: Matter, parameters: Parameters, claim: Claim, entry: Placed[ElementShown]) -> Result:
    speaking = [exhibit for exhibit in matter.cited(entry.part.exhibits) if exhibit.part.bearing != "against"]
    carrying = [exhibit for exhibit in speaking if _is_evidence(exhibit.part, parameters)]
    where = f"the element “{entry.part.element}” of allegation {claim.allegation.part.id}"
    if carrying:
        return met(f"Evidence carries {where}.", entry.path, *(exhibit.path for exhibit in carrying))
    if speaking:
        what = listed(dict.fromkeys(_what(exhibit.part, parameters) for exhibit in speaking), "and")
        paths = (exhibit.path for exhibit in speaking)
        return not_shown(
            f"Only {what} carries {where}; that is what is alleged, not what shows it.", entry.path, *paths
        )
    of_those = " of those that it names" if entry.part.exhibits else ""
    return not_shown(f"No exhibit{of_those} carries {where}.", entry.path)


def _is_evidence(exhibit: Exhibit, parameters: Parameters) -> bool:
    return exhibit.kind not in parameters.no_evidence and exhibit.directness not in parameters.no_ground


def _what(exhibit: Exhibit, parameters: Parameters) -> str:
    return exhibit.kind if exhibit.kind in parameters.no_evidence else f"a {exhibit.kind} of bare belief"
