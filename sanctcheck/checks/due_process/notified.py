"""The target was told of the act.

What it checks:
    The log has a step `notified` (or, where the law allows it, `published`) on or after the step from which the time
    runs, and within the period where the law sets one. A step that says why notice was not possible counts, because
    the duty is to take reasonable steps.

Why it matters:
    Nobody can answer a case that they have not heard of. Time limits for going to court run from notice too.

Example:
    process:
      - {event: designated, day: 2026-03-01}

Use instead:
    process:
      - {event: designated, day: 2026-03-01}
      - {event: notified, day: 2026-03-02, to: the target, means: by letter to the last known address}

Source:
    PACE Resolution 1597 (2008), para. 5.1; S/RES/1730 (2006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, not_shown, pending
from sanctcheck.checks.due_process._log import Words, since_step, timely
from sanctcheck.checks.periods import Within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

_NOTICE = Words("Notice", "The log does not show that the target was told of the act.")


class Parameters(base.Parameters):
    """What the provision fixes."""

    since: str = "designated"
    """The step from which the time runs; `designated` stands for the act, whatever its kind."""
    within: Within | None = None
    """The period for it, where the law sets one."""
    publication_suffices: bool = False
    """Whether publication counts as notice where the address is not known."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether, and when, the target was told."""
    if not matter.is_adopted:
        return [pending("Notice is due once the act is adopted.", ("act",))]
    notices = matter.events("notified")
    if parameters.publication_suffices and matter.dossier.target.address_known is not True:
        notices = notices or matter.events("published")
    limit = since_step(matter, parameters.since, parameters.within)
    if limit is None and any(notice.part.not_possible_because is None for notice in notices):
        return [
            not_shown(
                "Whether notice was in time cannot be seen: the day of the act is not stated.", ("act",)
            )
        ]
    return [timely(matter, notices, limit, _NOTICE)]
