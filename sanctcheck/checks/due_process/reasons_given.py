"""The reasons were put in writing and given to the target.

What it checks:
    The dossier has a statement of reasons with a text or points, and the log has a step `reasons-given` on or after
    the act, within the period where the law sets one. Where the law joins the reasons to the notice, the notice
    counts too if the statement is not younger than it. For a proposed act the statement itself is asked, and giving
    it is not yet due.

Why it matters:
    A target who does not know the reasons cannot answer them, and a court cannot review them.

Example:
    process:
      - {event: designated, day: 2026-03-01}
      - {event: notified, day: 2026-03-02}

Use instead:
    process:
      - {event: designated, day: 2026-03-01}
      - {event: reasons-given, day: 2026-03-02, to: the target}
    statement_of_reasons:
      day: 2026-03-01
      text: As head of Prison 4 the target ordered the beating of three detainees there in May 2019.

Source:
    TFEU art. 296; Council v Bamba, Case C-417/11 P, EU:C:2012:718, paras 49-54; PACE Resolution 1597 (2008).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, day_of, not_met, not_shown, pending
from sanctcheck.checks.due_process._log import Deadline, Words, is_before, not_older, since_step, timely
from sanctcheck.checks.due_process._reasons import STATEMENT, stated_reasons
from sanctcheck.checks.periods import Within
from sanctcheck.days import stated_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Event, StatementOfReasons

_REASONS = Words(
    "The statement of reasons", "The log does not show that the statement of reasons was given to the target."
)


class Parameters(base.Parameters):
    """What the provision fixes."""

    with_notice: bool = False
    """Whether the reasons go with the notice, so that the notice shows that they were given."""
    within: Within | None = None
    """The period for it from the act, where the law sets one."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether there are reasons, and whether and when the target was given them."""
    statement = stated_reasons(matter)
    if statement is None:
        return [not_shown("The dossier holds no statement of reasons.", STATEMENT)]
    if not matter.is_adopted:
        return [pending("The statement of reasons is to be given once the act is adopted.", ("act",))]
    limit = since_step(matter, "designated", parameters.within)
    given = matter.events("reasons-given")
    if parameters.with_notice and not_older(given, limit.begins if limit else None) is None:
        return _with_notice(matter, limit, statement)
    return [timely(matter, given, limit, _REASONS)]


def _with_notice(matter: Matter, limit: Deadline | None, statement: StatementOfReasons) -> list[Result]:
    """Whether the notice brought the reasons; whether and when there was notice is the matter of `notified`."""
    notice = not_older(_notices(matter), limit.begins if limit else None)
    if notice is None:
        return []
    if is_before(notice, stated_day(statement.day)):
        message = (
            f"The statement of reasons is of {statement.day}, later than the notice of {notice.part.day}."
        )
        return [not_met(message, (*STATEMENT, "day"), (notice.path, "the notice"))]
    if day_of(notice) is None and notice.part.not_possible_because is None:
        return []
    return [timely(matter, [notice], limit, _REASONS)]


def _notices(matter: Matter) -> list[Placed[Event]]:
    published = [] if matter.dossier.target.address_known is True else matter.events("published")
    return matter.events("notified") or published
