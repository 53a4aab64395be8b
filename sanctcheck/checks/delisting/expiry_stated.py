"""The listing has a day on which it lapses unless it is renewed.

What it checks:
    The review part states the day on which the listing expires. Where the law sets the longest time that a listing may
    run, that day is not later than the law allows, counted from the day of the act.

Why it matters:
    A freeze is meant to be temporary. A listing that lapses by itself makes the authority look at the case again and
    give its reasons anew; one without an end goes on because nobody looks.

Example:
    with: {at_most: {number: 12, unit: months}}
    review: {expires: 2029-03-01}

Use instead:
    with: {at_most: {number: 12, unit: months}}
    review: {expires: 2027-03-01}

Source:
    Council Decision (CFSP) 2020/1999, art. 10; Watson Institute, Strengthening Targeted Sanctions through Fair
    and Clear Procedures (2006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_met, not_shown
from sanctcheck.checks.periods import Within, last_day
from sanctcheck.days import has_end, stated_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

PATH = ("review", "expires")


class Parameters(base.Parameters):
    """What the provision fixes."""

    at_most: Within | None = None
    """The longest time that a listing may run from the act, where the law sets one."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether the day is stated, and whether it is within the law's time."""
    review = matter.dossier.review
    expires = stated_day(review.expires) if review else None
    if review is None or expires is None or not has_end(expires):
        return [
            not_shown("The dossier does not say on which day the listing lapses unless it is renewed.", PATH)
        ]
    latest = last_day(matter.act_day, parameters.at_most) if matter.act_day else None
    if latest is not None and expires.earliest > latest:
        return [
            not_met(
                f"The listing is to expire on {review.expires}; under the law it can run to {latest} at most.",
                PATH,
                (("act",), "the time runs from the act"),
            )
        ]
    return [met(f"The listing expires on {review.expires} unless it is renewed.", PATH)]
