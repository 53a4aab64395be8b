"""What speaks for the target is weighed.

What it checks:
    Each exhibit that speaks against an allegation, or both ways, says how it was weighed. Where the regime asks that
    such material is sought, a file without any records the review of the evidence and what it showed.

Why it matters:
    A file that holds one side only has not been examined. If the other side turns up in court first, the authority's
    word counts for less from then on.

Example:
    exhibits:
      - {id: E1, title: Duty roster that places the target elsewhere, kind: official-record, bearing: against}

Use instead:
    exhibits:
      - id: E1
        title: Duty roster that places the target elsewhere
        kind: official-record
        bearing: against
        answer: The roster was written a year later, and two witnesses who do not know each other saw the target there.

Source:
    Kadi II, Joined Cases C-584/10 P and others, EU:C:2013:518, para. 114: careful and impartial examination.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Exhibit


class Parameters(base.Parameters):
    """Whether the search for such material has to be on record."""

    search_recorded: bool = False
    """Whether a file without such material must record the review that found none."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each exhibit that speaks against an allegation."""
    against = [exhibit for exhibit in matter.exhibits if exhibit.part.bearing != "for"]
    if against or not parameters.search_recorded:
        return [_answered(exhibit) for exhibit in against]
    return [_searched(matter)]


def _answered(exhibit: Placed[Exhibit]) -> Result:
    if exhibit.part.answer is None:
        way = (
            "against the allegations"
            if exhibit.part.bearing == "against"
            else "for and against the allegations"
        )
        return not_shown(
            f"Exhibit {exhibit.part.id} speaks {way}, and how it was weighed is not stated.", exhibit.path
        )
    return met(f"How exhibit {exhibit.part.id} was weighed is stated.", exhibit.at("answer"))


def _searched(matter: Matter) -> Result:
    reviews = matter.events("evidence-reviewed")
    telling = [
        review for review in reviews if review.part.note is not None or review.part.outcome is not None
    ]
    if telling:
        return met(
            "The log records a review of the evidence, and what it showed.", *(each.path for each in telling)
        )
    if reviews:
        message = "The log records a review of the evidence, and not whether it looked for what speaks for the target."
        return not_shown(message, reviews[0].path)
    message = "No exhibit speaks for the target, and the log has no step that shows that any was looked for."
    return not_shown(message, ("process",))
