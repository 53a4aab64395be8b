"""The dossier says how often the listing will be reviewed.

What it checks:
    `review.interval` is stated, and is not longer than the law allows.

Why it matters:
    A review that nobody has planned is forgotten. A stated interval can be relied on by the target.

Example:
    review: {by: the ministry}

Use instead:
    review: {interval: {number: 12, unit: months}, by: the ministry}

Source:
    PACE Resolution 1597 (2008), para. 5.2; Regulation (EU) 2020/1998, art. 14(4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_met, not_shown
from sanctcheck.checks.periods import Within, duration_of, surely_longer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter


class Parameters(base.Parameters):
    """What the provision fixes."""

    at_least_every: Within | None = None
    """The longest interval that the law allows, where it sets one."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether an interval is stated, and is short enough."""
    review = matter.dossier.review
    if review is None or review.interval is None:
        return [not_shown("The dossier does not say how often the listing will be reviewed.", ("review",))]
    interval, path = duration_of(review.interval), ("review", "interval")
    longest = parameters.at_least_every
    if longest is not None and surely_longer(interval, longest.period):
        return [
            not_met(
                f"A review every {interval} is planned; at least every {longest.period} is asked for.", path
            )
        ]
    return [met(f"A review every {interval} is planned.", path)]
