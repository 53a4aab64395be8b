"""New evidence was put to the target before the listing was renewed.

What it checks:
    For a renewal: each exhibit against the target that came to the file since the last listing or renewal was given
    to the target before the renewal, and the target was invited to comment before that day. An exhibit whose
    handling is restricted or protected may be withheld. What the target handed in, and what speaks for the target,
    is left out.

Why it matters:
    A first listing may come by surprise; a renewal need not. So a new ground or new evidence is put to the target
    first.

Example:
    act: {kind: renewal, status: adopted, day: 2026-03-01}
    process:
      - {event: designated, day: 2025-03-01}
      - {event: new-evidence, day: 2025-10-01, exhibits: [E1]}
      - {event: renewed, day: 2026-03-01}
    exhibits:
      - {id: E1, title: Report on a second prison, kind: ngo-report, obtained: 2025-10-01}

Use instead:
    act: {kind: renewal, status: adopted, day: 2026-03-01}
    process:
      - {event: designated, day: 2025-03-01}
      - {event: new-evidence, day: 2025-10-01, exhibits: [E1]}
      - {event: disclosed, day: 2025-12-01, exhibits: [E1]}
      - {event: representations-invited, day: 2025-12-01, due: 2026-01-15}
      - {event: renewed, day: 2026-03-01}
    exhibits:
      - {id: E1, title: Report on a second prison, kind: ngo-report, obtained: 2025-10-01}

Source:
    France v People's Mojahedin Organization of Iran, Case C-27/09 P, EU:C:2011:853, paras 61-65; Amisi Kumba v
    Council, Case T-163/18.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, day_of, met, not_applicable, not_met, not_shown, pending
from sanctcheck.checks.due_process._disclosure import GIVEN, disclosed_on, disclosing_step, may_be_withheld
from sanctcheck.checks.due_process._log import is_after, is_before
from sanctcheck.days import stated_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.days import StatedDay
    from sanctcheck.dossier.model import Event, Exhibit


class Parameters(base.Parameters):
    """None: the rule is the same wherever it is asked."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each new exhibit or step without exhibits, and one for the invitation."""
    del parameters
    act = matter.dossier.act
    if act is None or act.kind != "renewal":
        return [not_applicable("Asked of renewals only.")]
    last = _last_listing(matter)
    exhibits, steps = _new_exhibits(matter, last), _new_steps(matter, last)
    if not exhibits and not steps:
        return [not_applicable("No new evidence came to the file before the renewal.")]
    results = [_put_to_target(matter, exhibit) for exhibit in exhibits]
    results += [_step_put_to_target(matter, step) for step in steps]
    return [*results, _invited(matter, last)]


def _last_listing(matter: Matter) -> StatedDay | None:
    days = [day for event in matter.events("designated", "renewed") if (day := day_of(event))]
    earlier = [day for day in days if matter.act_day is None or day.surely_before(matter.act_day)]
    return max(earlier, key=lambda day: day.latest, default=None)


def _new_events(matter: Matter, last: StatedDay | None) -> list[Placed[Event]]:
    events = matter.events("new-evidence")
    return [event for event in events if not is_before(event, last) and not is_after(event, matter.act_day)]


def _new_steps(matter: Matter, last: StatedDay | None) -> list[Placed[Event]]:
    return [event for event in _new_events(matter, last) if not event.part.exhibits]


def _new_exhibits(matter: Matter, last: StatedDay | None) -> list[Placed[Exhibit]]:
    named = {name for event in _new_events(matter, last) for name in event.part.exhibits}
    return [
        exhibit
        for exhibit in matter.exhibits
        if exhibit.part.bearing != "against"
        and exhibit.part.kind != "target-submission"
        and (exhibit.part.id in named or _came_between(exhibit.part, last, matter.act_day))
    ]


def _came_between(exhibit: Exhibit, last: StatedDay | None, act_day: StatedDay | None) -> bool:
    obtained = stated_day(exhibit.obtained)
    if obtained is None or last is None or not obtained.surely_after(last):
        return False
    return act_day is None or not obtained.surely_after(act_day)


def _put_to_target(matter: Matter, exhibit: Placed[Exhibit]) -> Result:
    name, disclosure = exhibit.part.id, exhibit.part.disclosure
    if may_be_withheld(exhibit.part):
        return met(f"Exhibit {name} is new and protected from disclosure.", exhibit.at("disclosure"))
    step = disclosing_step(matter, exhibit)
    if step is None and (disclosure is None or disclosure.extent not in GIVEN):
        return _not_yet(
            matter, f"New exhibit {name} was not shown to the target before the renewal.", exhibit.path
        )
    shown_at = step.path if step is not None else exhibit.at("disclosure")
    given = disclosed_on(matter, exhibit)
    if given is not None and _is_not_before(given, matter.act_day):
        return not_met(
            f"New exhibit {name} was not given to the target before the day of the renewal.", shown_at
        )
    return met(f"New exhibit {name} was given to the target.", shown_at)


def _step_put_to_target(matter: Matter, new: Placed[Event]) -> Result:
    for step in matter.events("disclosed"):
        day = day_of(step)
        if not is_before(step, day_of(new)) and not (day and _is_not_before(day, matter.act_day)):
            return met("The new evidence was put to the target.", step.path, new.path)
    return _not_yet(matter, "The log does not show that this new evidence was put to the target.", new.path)


def _invited(matter: Matter, last: StatedDay | None) -> Result:
    for step in matter.events("representations-invited"):
        day = day_of(step)
        if not is_before(step, last) and not (day and _is_not_before(day, matter.act_day)):
            return met("The target was invited to comment before the renewal.", step.path)
    message = (
        "The log does not show that the target was invited to comment on the new evidence before the renewal."
    )
    return _not_yet(matter, message, ("process",))


def _is_not_before(day: StatedDay, act_day: StatedDay | None) -> bool:
    """Whether a day surely falls on the day of the act or later."""
    return act_day is not None and day.earliest >= act_day.latest


def _not_yet(matter: Matter, message: str, path: tuple[str | int, ...]) -> Result:
    if not matter.is_adopted:
        return pending("New evidence is to be put to the target before the renewal.", path)
    return not_shown(message, path)
