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

from itertools import islice
from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Claim, Result, met, not_shown
from sanctcheck.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter, RelatedPart
    from sanctcheck.law.model import Element

_LOOKED_AT = 20


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
    known = {element.id for _, element in asked.values()}
    return [_set_out(matter, claim, element, known) for claim, element in asked.values()]


def _misspelt(claim: Claim, element: Element, known: set[str]) -> Iterable[RelatedPart]:
    """Entries whose element the law does not know and that may mean this one; of many, the first."""
    entries = enumerate(claim.allegation.part.elements)
    unknown = ((index, entry.element) for index, entry in entries if entry.element not in known)
    for index, name in islice(unknown, _LOOKED_AT):
        if did_you_mean(name, [element.id]):
            yield claim.allegation.at("elements", index), "is this entry meant? Its element has another name"


def _set_out(matter: Matter, claim: Claim, element: Element, known: set[str]) -> Result:
    entry = claim.shown(element.id, matter.regime.id)
    where = f"llegation {claim.allegation.part.id}"
    if entry is None:
        message = f"A{where} does not set out the element “{element.id}”: {element.asks}."
        return not_shown(message, claim.allegation.at("elements"), *_misspelt(claim, element, known))
    if entry.part.shown is None:
        return not_shown(f"A{where} does not say how the facts meet the element “{element.id}”.", entry.path)
    return met(f"A{where} sets out the element “{element.id}”.", entry.at("shown"))
