"""The listing was published.

What it checks:
    The log has a step `published` on or after the step from which the time runs, and within the period where the law
    sets one. A step that says why publication was not possible or was put off counts.

Why it matters:
    Banks and others can only apply a measure that they can read, and a target who cannot be reached learns of it
    from the publication.

Example:
    process:
      - {event: designated, day: 2026-03-01}

Use instead:
    process:
      - {event: designated, day: 2026-03-01}
      - {event: published, day: 2026-03-02, means: in the official gazette}

Source:
    Regulation (EU) 2020/1998, art. 15; SI 2020/680, reg. 8(6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, pending
from sanctcheck.checks.due_process._log import Words, since_step, timely
from sanctcheck.checks.periods import Within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

_PUBLICATION = Words("Publication", "The log does not show that the listing was published.")


class Parameters(base.Parameters):
    """What the provision fixes."""

    since: str = "designated"
    """The step from which the time runs; `designated` stands for the act, whatever its kind."""
    within: Within | None = None
    """The period for it, where the law sets one."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether, and when, the listing was published."""
    if not matter.is_adopted:
        return [pending("Publication is due once the act is adopted.", ("act",))]
    limit = since_step(matter, parameters.since, parameters.within)
    return [timely(matter, matter.events("published"), limit, _PUBLICATION)]
