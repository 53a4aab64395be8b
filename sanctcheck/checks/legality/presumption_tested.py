"""A presumption is tested against what the target puts forward.

What it checks:
    Where a listing rests on a presumption (the legal basis states one, or a ground relies on a link that the regime names
    as presumed), and the file holds material that speaks against it or representations of the target, the legal basis
    says in `presumption_rebuttal` what was put forward and how it was assessed.

Why it matters:
    A presumption moves the burden to the target. It is fair only if what the target then brings is looked at.

Example:
    legal_basis: [{regime: example, presumption: Who leads a business there is held to support the Government.}]
    exhibits:
      - {id: E1, title: Papers on the sale of the business, kind: target-submission, bearing: against}

Use instead:
    legal_basis:
      - regime: example
        presumption: Who leads a business there is held to support the Government.
        presumption_rebuttal: The papers show a sale to a straw man; the target still signs for the business.
    exhibits:
      - {id: E1, title: Papers on the sale of the business, kind: target-submission, bearing: against}

Source:
    Anbouba v Council, C-630/13 P, EU:C:2015:247, paras 43-55; Charter of Fundamental Rights of the EU, art. 41(2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter, RelatedPart


class Parameters(base.Parameters):
    """Which links the law presumes."""

    presumed_by: tuple[str, ...] = ()
    """Ids of the links under which the tie that matters is presumed."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result where something was put against a presumption."""
    basis = matter.basis
    if basis is None or not _rests_on_presumption(matter, parameters):
        return []
    against = _put_forward(matter)
    if not against:
        return []
    if basis.part.presumption_rebuttal is None:
        message = (
            "The listing rests on a presumption, and how what speaks against it was assessed is not stated."
        )
        return [not_shown(message, basis.path, *against)]
    return [met("What speaks against the presumption was assessed.", basis.at("presumption_rebuttal"))]


def _rests_on_presumption(matter: Matter, parameters: Parameters) -> bool:
    if matter.basis is not None and matter.basis.part.presumption is not None:
        return True
    return any(claim.link is not None and claim.link.id in parameters.presumed_by for claim in matter.claims)


def _put_forward(matter: Matter) -> list[RelatedPart]:
    exhibits = [exhibit for exhibit in matter.exhibits if exhibit.part.bearing != "for"]
    return [
        *((exhibit.path, "speaks against it") for exhibit in exhibits),
        *((step.path, "put forward by the target") for step in matter.events("representations-received")),
    ]
