"""An urgent listing was certified in time, or came to its end.

What it checks:
    Where the urgent procedure was used, the log has a step `certified` within the first period after the listing, or
    shows that it lapsed or was revoked. A certificate that the conditions B and C are met still (its `outcome` says so)
    opens the second period, in which one that condition A is met is needed. Until a period runs out the step is pending.

Why it matters:
    The urgent procedure lists first and tests later. Without the certificate the listing lapses by law.

Example:
    legal_basis: [{regime: example, procedure: urgent}]
    process:
      - {event: designated, day: 2026-03-01}
      - {event: certified, day: 2026-05-15, outcome: Condition A is met}

Use instead:
    legal_basis: [{regime: example, procedure: urgent}]
    process:
      - {event: designated, day: 2026-03-01}
      - {event: certified, day: 2026-04-20, outcome: Condition A is met}

Source:
    SAMLA 2018, s. 11(2B) and (2C); SI 2021/488, reg. 5A(6) to (8).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sanctcheck.checks import base
from sanctcheck.checks.base import Placed, Result, day_of, late, met, not_shown, pending, with_due
from sanctcheck.checks.legality._words import contains
from sanctcheck.checks.periods import Within
from sanctcheck.days import after, has_end

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.checks.base import Matter
    from sanctcheck.days import StatedDay
    from sanctcheck.dossier.model import Event


class Parameters(base.Parameters):
    """How long an urgent listing lasts without a certificate."""

    first: Within = Within(number=56, unit="days")
    """The period for the first certificate, from the day after the listing."""
    second: Within = Within(number=56, unit="days")
    """The period for another certificate, from the day after the first period."""


def check(matter: Matter, parameters: Parameters) -> Iterable[Result]:
    """One result for each period that has begun."""
    if matter.basis is None or matter.basis.part.procedure != "urgent":
        return []
    if not matter.is_adopted:
        return [pending("The certificate is due once the act is adopted.", ("act",))]
    start = _start(matter)
    if start is None or not has_end(start):
        message = "When the certificate is due cannot be seen: the day of the act is not stated."
        return [not_shown(message, ("act",))]
    return _periods(matter, parameters, start)


def _start(matter: Matter) -> StatedDay | None:
    """The day of the listing: of the first step `designated` that is not older than the act, else of the act."""
    days = [day for step in matter.events("designated") if (day := day_of(step))]
    act_day = matter.act_day
    return next((day for day in days if not (act_day and day.surely_before(act_day))), act_day)


def _periods(matter: Matter, parameters: Parameters, start: StatedDay) -> Iterable[Result]:
    is_exact = start.earliest == start.latest
    certificates = _since(matter, start, "certified")
    first = _Period("first", after(start.latest, parameters.first.period), is_exact=is_exact)
    used = first.certificate(certificates)
    yield with_due(_result(matter, first, used, _since(matter, start, "lapsed", "revoked")), first.due)
    if used is not None and first.holds(used) and _is_of_b_and_c(used):
        second = _Period("second", after(first.end, parameters.second.period), is_exact=is_exact)
        others = [other for other in certificates if other is not used and not _is_of_b_and_c(other)]
        result = _result(
            matter, second, second.certificate(others), _since(matter, start, "lapsed", "revoked")
        )
        yield with_due(result, second.due)


def _is_of_b_and_c(certificate: Placed[Event]) -> bool:
    """Whether a certificate is on the conditions B and C, which keeps the listing alive once only."""
    outcome = certificate.part.outcome or ""
    return contains(outcome, "B and C") and not contains(outcome, "A is met")


def _since(matter: Matter, start: StatedDay, *kinds: str) -> list[Placed[Event]]:
    """The steps taken, but for those that are older than the listing."""
    steps = [step for step in matter.events(*kinds) if step.part.not_possible_because is None]
    return [step for step in steps if not ((day := day_of(step)) and day.surely_before(start))]


@dataclass(frozen=True, slots=True)
class _Period:
    """A period in which a certificate is needed, and its last day."""

    name: str
    end: date
    is_exact: bool = field(kw_only=True)

    @property
    def due(self) -> date | None:
        """The last day, where the day of the listing is known to the day."""
        return self.end if self.is_exact else None

    def holds(self, certificate: Placed[Event]) -> bool:
        """Whether a certificate can be of the period."""
        day = day_of(certificate)
        return day is not None and day.earliest <= self.end

    def certificate(self, certificates: list[Placed[Event]]) -> Placed[Event] | None:
        """The first certificate that can be of the period, else the first."""
        return next(filter(self.holds, certificates), next(iter(certificates), None))


def _result(
    matter: Matter, period: _Period, certificate: Placed[Event] | None, ends: list[Placed[Event]]
) -> Result:
    if certificate is not None and period.holds(certificate):
        return met(f"A certificate was given in the {period.name} period.", certificate.path)
    if ends:
        return met("The listing came to its end.", ends[0].path)
    if certificate is not None and day_of(certificate) is not None:
        when = f"The certificate is of {certificate.part.day}"
        message = f"{when}; the last day of the {period.name} period was {period.end}."
        return late(message, certificate.at("day"))
    if certificate is not None:
        return not_shown("The log does not say when the certificate was given.", certificate.path)
    if matter.as_of <= period.end:
        return pending(f"A certificate is due by {period.end}, or the listing lapses.", ("process",))
    ended = f"The {period.name} period ended on {period.end}"
    return not_shown(
        f"{ended}; the log shows neither a certificate nor that the listing lapsed.", ("process",)
    )
