"""What the dossier says about giving an exhibit to the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.checks.base import Placed, day_of
from sanctcheck.days import stated_day

if TYPE_CHECKING:
    from sanctcheck.checks.base import Matter
    from sanctcheck.days import StatedDay
    from sanctcheck.dossier.model import Event, Exhibit
    from sanctcheck.dossier.vocabulary import DisclosureExtent

GIVEN: tuple[DisclosureExtent, ...] = ("full", "redacted", "summary")


def disclosing_step(matter: Matter, exhibit: Placed[Exhibit]) -> Placed[Event] | None:
    """The step of the log that says that an exhibit was given to the target."""
    steps = matter.events("disclosed")
    return next((step for step in steps if exhibit.part.id in step.part.exhibits), None)


def disclosed_on(matter: Matter, exhibit: Placed[Exhibit]) -> StatedDay | None:
    """The day on which an exhibit was given to the target, as far as it is stated."""
    disclosure = exhibit.part.disclosure
    step = disclosing_step(matter, exhibit)
    return (stated_day(disclosure.day) if disclosure else None) or (day_of(step) if step else None)


def may_be_withheld(exhibit: Exhibit) -> bool:
    """Whether an exhibit is withheld for its protection, or with a reason and a summary in its place."""
    disclosure = exhibit.disclosure
    if disclosure is None or disclosure.extent != "withheld":
        return False
    if exhibit.handling is not None and exhibit.handling.level in {"restricted", "protected"}:
        return True
    return disclosure.because is not None and disclosure.summary is not None
