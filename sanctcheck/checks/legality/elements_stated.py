"""Each element that the law asks for is set out.

What it checks:
    For each allegation, every element of the conduct limb and of the link under which it falls has an entry in
    `elements`, which says in `shown` how the facts meet it. Whether evidence carries the entry is the matter of
    `evidence-for-each-element`.

Why it matters:
    A criterion is met when each of its elements is. What is not set out can be neither answered nor reviewed.

Example:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: act, shown: Detainees were beaten in cell block B.}
          - {element: responsibility, shown: The target gave the order.}

Use instead:
    allegations:
      - id: A1
        summary: Ordered the beating of detainees in May 2019.
        conduct: torture
        elements:
          - {element: act, shown: Detainees were beaten in cell block B.}
          - {element: severity, shown: The beatings broke bones.}
          - {element: responsibility, shown: The target gave the order.}

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, paras 116 to 119; PACE Resolution 1597 (2008).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Claim, Result, met, not_shown
from sanctcheck.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter, RelatedPart
    from sanctcheck.law.model import Element


class Parameters(base.Parameters):
    """None: the elements come from the regime's conduct and links."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each element of each allegation, also where several grounds ask for it."""
    del parameters
    asked = {
        (claim.allegation.path, element.id): (claim, element)
        for claim in matter.claims
        if claim.limb and claim.link
        for element in claim.elements()
    }
    return [_set_out(matter, claim, element) for claim, element in asked.values()]


def _misspelt(matter: Matter, claim: Claim, element: Element) -> Iterable[RelatedPart]:
    """Entries whose element the law does not know and that may mean this one."""
    known = {each.id for claim in matter.claims for each in claim.elements()}
    for index, entry in enumerate(claim.allegation.part.elements):
        if entry.element not in known and did_you_mean(entry.element, [element.id]):
            yield claim.allegation.at("elements", index), "is this entry meant? Its element has another name"


def _set_out(matter: Matter, claim: Claim, element: Element) -> Result:
    entry = claim.shown(element.id, matter.regime.id)
    where = f"llegation {claim.allegation.part.id}"
    if entry is None:
        message = f"A{where} does not set out the element “{element.id}”: {element.asks}."
        return not_shown(message, claim.allegation.at("elements"), *_misspelt(matter, claim, element))
    if entry.part.shown is None:
        return not_shown(f"A{where} does not say how the facts meet the element “{element.id}”.", entry.path)
    return met(f"A{where} sets out the element “{element.id}”.", entry.at("shown"))
