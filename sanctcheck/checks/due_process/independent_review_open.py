"""A body outside the deciding authority can look at the merits.

What it checks:
    The dossier names an independent reviewer and, where that is asked for, states that the reviewer sees the whole
    file and can have the listing lifted.

Why it matters:
    Nobody is a good judge of their own decision. Where part of the file is secret, somebody independent has to have
    seen it.

Example:
    delisting: {body: the ministry}

Use instead:
    with: {sees_file: true}
    delisting:
      body: the ministry
      independent_reviewer: {body: Ombudsperson for Listings, sees_file: true, can_lift: true}

Source:
    S/RES/1904 (2009), paras 20-21; PACE Resolution 1597 (2008), para. 5.2; Al-Dulimi v Switzerland, ECtHR (GC),
    no. 5809/08, 21 June 2016.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Result, met, not_met, not_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.checks.base import Matter

_PATH = ("delisting", "independent_reviewer")


class Parameters(base.Parameters):
    """What the provision fixes."""

    sees_file: bool = False
    """Whether the reviewer has to see the whole file."""
    can_lift: bool = False
    """Whether the reviewer has to be able to have the listing lifted."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for the reviewer, and one for each power asked for."""
    delisting = matter.dossier.delisting
    if delisting is None or delisting.independent_reviewer is None:
        message = "The dossier names no body outside the deciding authority that can review the listing."
        return [not_shown(message, ("delisting",))]
    reviewer = delisting.independent_reviewer
    results = [met("The dossier names an independent reviewer.", _PATH)]
    if parameters.sees_file:
        results.append(_power("sees_file", "sees the whole file", has=reviewer.sees_file))
    if parameters.can_lift:
        results.append(_power("can_lift", "can have the listing lifted", has=reviewer.can_lift))
    return results


def _power(field: str, says: str, *, has: bool | None) -> Result:
    if has is None:
        return not_shown(f"The dossier does not say whether the reviewer {says}.", _PATH)
    if not has:
        return not_met(f"The dossier denies that the reviewer {says}.", (*_PATH, field))
    return met(f"The reviewer {says}.", (*_PATH, field))
