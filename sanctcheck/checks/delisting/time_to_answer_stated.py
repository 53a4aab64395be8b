"""It is stated how long the authority may take to answer a request for removal.

What it checks:
    The delisting part states the longest time for an answer. Where the law sets a number of days, months or years,
    the time stated is not longer. Where the law sets none, a note of what binds the authority can be enough.

Why it matters:
    While a request waits the measures go on. Without a time limit a refusal never comes, and there is nothing that a
    court could review.

Example:
    with: {at_most: {number: 90, unit: days}}
    delisting:
      time_to_answer: {number: 6, unit: months}

Use instead:
    with: {at_most: {number: 90, unit: days}}
    delisting:
      time_to_answer: {number: 90, unit: days}

Source:
    PACE Resolution 1597 (2008), paras 5.1-5.2; S/RES/1730 (2006), annex.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_met, not_shown
from sanctcheck.checks.periods import Within, duration_of, surely_longer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

PATH = ("delisting", "time_to_answer")


class Parameters(base.Parameters):
    """What the provision fixes."""

    at_most: Within | None = None
    """The longest time that the law gives, where it sets one."""
    note_suffices: bool = False
    """Whether a note of what binds the authority counts, where the law sets no number."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether the time is stated, and whether it is within the law's."""
    delisting = matter.dossier.delisting
    if delisting is None or delisting.time_to_answer is None:
        if parameters.note_suffices and delisting is not None and delisting.time_to_answer_note is not None:
            return [
                met("The dossier says what binds the answer in time.", ("delisting", "time_to_answer_note"))
            ]
        return [
            not_shown("The dossier does not say how long an answer to a request for removal may take.", PATH)
        ]
    stated = duration_of(delisting.time_to_answer)
    if parameters.at_most is not None and surely_longer(stated, parameters.at_most.period):
        limit = parameters.at_most.period
        return [not_met(f"The time stated for an answer is {stated}; the law gives at most {limit}.", PATH)]
    return [met(f"An answer is due within {stated}.", PATH)]
