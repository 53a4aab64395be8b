"""The days between which a fact of law is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sanctcheck.law.authority import Fact, InForce
    from sanctcheck.law.model import Regime

ABSENCE = "absence"
"""The instrument of a fact that the regime has no such rule."""
NOT_READ = "not-read"
"""The instrument of a fact whose provision could not be read, or was not looked for."""

_FIRST, _LAST = "0001-01-01", "9999-12-31"


def span_of(fact: Fact, regime: Regime) -> InForce | None:
    """The fact's own days, or those of its instrument where it states none; None where neither has days."""
    instrument = regime.instruments.get(fact.provision.instrument)
    return fact.in_force or (instrument.in_force if instrument else None)


def covers(span: InForce | None, day: date) -> bool:
    """Whether a span holds a day; no span holds every day."""
    first, last = _ends(span)
    return first <= day.isoformat() <= last


def overlap(one: Fact, other: Fact, regime: Regime) -> bool:
    """Whether two facts of a regime are in force on the same day."""
    return share_a_day(span_of(one, regime), span_of(other, regime))


def share_a_day(span: InForce | None, other: InForce | None) -> bool:
    """Whether there is a day that both spans hold."""
    first, last = _ends(span)
    begins, ends = _ends(other)
    return first <= ends and begins <= last


def within(span: InForce | None, frame: InForce | None) -> InForce | None:
    """The days of a span that lie within a frame; no span fills the frame, no frame leaves the span as it is."""
    if span is None or frame is None:
        return span or frame
    first = max(filter(None, (span.from_, frame.from_)), default=None)
    last = min(filter(None, (span.until, frame.until)), default=None)
    return span.model_copy(update={"from_": first, "until": last})


def _ends(span: InForce | None) -> tuple[str, str]:
    return (span.from_ if span else None) or _FIRST, (span.until if span else None) or _LAST
