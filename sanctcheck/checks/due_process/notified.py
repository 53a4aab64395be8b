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
from sanctcheck.checks.base import Placed, Result, day_of, met, not_met, not_shown, pending
from sanctcheck.checks.periods import Within, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Event


class Parameters(base.Parameters):
    """What the provision fixes."""

    since: str = "designated"
    """The step from which the time runs."""
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
    if not notices:
        return [not_shown("The log does not show that the target was told of the act.", ("process",))]
    return [_timely(matter, parameters, notices[0])]


def _timely(matter: Matter, parameters: Parameters, notice: Placed[Event]) -> Result:
    if notice.part.not_possible_because is not None:
        return met("Notice was not possible, and the log says why.", notice.at("not_possible_because"))
    told = day_of(notice)
    if told is None:
        return not_shown("The log does not say when the target was told.", notice.path)
    begins = next(iter(matter.events(parameters.since)), None)
    from_day = (day_of(begins) if begins else None) or matter.act_day
    if from_day is None:
        return not_shown("Whether notice was in time cannot be seen: the day of the act is not stated.", ("act",))
    if told.surely_before(from_day):
        return not_met("The notice is older than the act: it cannot have told of it.", notice.at("day"))
    latest = last_day(from_day, parameters.within)
    if latest is not None and told.earliest > latest:
        return not_met(
            f"Notice came on {notice.part.day}; the last day for it was {latest}.",
            notice.at("day"),
            (begins.path if begins else ("act",), "the time ran from here"),
        )
    return met(f"The target was told on {notice.part.day}.", notice.path)
