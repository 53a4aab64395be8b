"""The target was invited to make representations.

What it checks:
    The log has a step `representations-invited`, or says why the invitation was not possible.

Why it matters:
    The right to be heard begins with being told that one may speak, to whom, and until when.

Example:
    process:
      - {event: designated, day: 2026-03-01}
      - {event: notified, day: 2026-03-02}

Use instead:
    process:
      - {event: designated, day: 2026-03-01}
      - {event: notified, day: 2026-03-02}
      - {event: representations-invited, day: 2026-03-02, due: 2026-05-02}

Source:
    Charter of Fundamental Rights of the EU, art. 41(2)(a); PACE Resolution 1597 (2008), para. 5.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_shown, pending

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter


class Parameters(base.Parameters):
    """None: an invitation is an invitation."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """Whether the target was invited."""
    del parameters
    invitations = matter.events("representations-invited")
    if invitations:
        return [met("The target was invited to make representations.", *(each.path for each in invitations))]
    if not matter.is_adopted:
        return [pending("The invitation to make representations is still to come.", ("act",))]
    return [
        not_shown("The log does not show that the target was invited to make representations.", ("process",))
    ]
