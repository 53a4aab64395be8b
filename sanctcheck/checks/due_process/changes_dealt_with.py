"""What changed since the listing was dealt with.

What it checks:
    Each step `circumstances-changed`, `new-evidence` or `judgment` that came after the listing and before a review, a
    renewal or a refusal to remove is among the ids that such a later step names in `addressed`. What nobody has yet
    had occasion to deal with is pending.

Why it matters:
    Reasons that were right when they were written may have been overtaken. An authority that keeps a listing on has
    to look at what is new.

Example:
    act: {kind: renewal, status: adopted, day: 2026-03-01}
    process:
      - {event: designated, day: 2025-03-01}
      - {event: circumstances-changed, id: X1, day: 2025-11-01, note: the target left the post}
      - {event: renewed, day: 2026-03-01}

Use instead:
    act: {kind: renewal, status: adopted, day: 2026-03-01}
    process:
      - {event: designated, day: 2025-03-01}
      - {event: circumstances-changed, id: X1, day: 2025-11-01, note: the target left the post}
      - {event: renewed, day: 2026-03-01, addressed: [X1]}

Source:
    El-Qaddafi v Council, Case T-322/19; Council Decision (CFSP) 2020/1999, art. 5(3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, met, not_shown, pending
from sanctcheck.checks.due_process._log import is_after, is_before, precedes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter
    from sanctcheck.dossier.model import Event

_FIRST_ACTS = frozenset({"initial-designation", "redesignation"})
_LATER_ACTS = frozenset({"renewal", "refusal-to-remove"})


class Parameters(base.Parameters):
    """None: what is new has to be looked at, whatever it is."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each change since the listing."""
    del parameters
    changes = matter.events("circumstances-changed", "new-evidence", "judgment")
    return [_dealt_with(matter, change) for change in changes if not _precedes_listing(matter, change)]


def _precedes_listing(matter: Matter, change: Placed[Event]) -> bool:
    """Whether a change came before the act that first listed the target, so that this act took it in."""
    act = matter.dossier.act
    if act is None or (act.kind in _FIRST_ACTS and not matter.is_adopted):
        return True
    listings = matter.events("designated")
    if act.kind in _FIRST_ACTS and is_before(change, matter.act_day):
        return True
    return bool(listings) and precedes(change, listings[-1])


def _dealt_with(matter: Matter, change: Placed[Event]) -> Result:
    name = f"The step “{change.part.event}”"
    occasions = [
        step for step in matter.events("reviewed", "renewed", "removal-decided") if precedes(change, step)
    ]
    for step in occasions:
        if change.part.id is not None and change.part.id in step.part.addressed:
            return met(f"{name} was dealt with.", step.path, change.path)
    if not occasions and not _precedes_later_act(matter, change):
        return pending(f"{name} is to be dealt with at the next review.", change.path)
    if change.part.id is None:
        return not_shown(
            f"{name} has no id by which a later step could say that it was dealt with.", change.path
        )
    return not_shown(f"No later step says that it dealt with {change.part.id}.", change.path)


def _precedes_later_act(matter: Matter, change: Placed[Event]) -> bool:
    act = matter.dossier.act
    if act is None or act.kind not in _LATER_ACTS or not matter.is_adopted:
        return False
    return matter.act_day is not None and not is_after(change, matter.act_day)
