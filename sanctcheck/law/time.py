"""What is in force on a day, and what a gap weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sanctcheck.days import Period
from sanctcheck.law.spans import ABSENCE, NOT_READ, covers, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sanctcheck.law.authority import Fact, Provision
    from sanctcheck.law.model import Criterion, Regime
    from sanctcheck.law.position import TimeLimit
    from sanctcheck.reading.document import Severity

SomeFact = TypeVar("SomeFact", bound="Fact")


def is_in_force(fact: Fact, regime: Regime, day: date) -> bool:
    """Whether a fact is the law on a day: between its own days, or those of its instrument where it states none."""
    return covers(span_of(fact, regime), day)


def was_law(regime: Regime, day: date) -> bool:
    """Whether the regime was the law on a day: there was conduct for which it allowed a listing.

    A procedure that lists nobody was the law while it asked for something. A draft is held against any day.
    """
    if regime.kind == "collective-standard":
        return True
    facts: Sequence[Fact] = regime.conduct or regime.criteria
    spans = [span for span in (span_of(each, regime) for each in facts) if span is not None]
    return any(covers(span, day) for span in spans) or not spans


def in_force(facts: Iterable[SomeFact], regime: Regime, day: date) -> list[SomeFact]:
    """Those facts that are the law on a day."""
    return [fact for fact in facts if is_in_force(fact, regime, day)]


def first_day(regime: Regime) -> str | None:
    """The day on which the first of a regime's criteria came into force; None where one has no such day."""
    spans = [span_of(each, regime) for each in regime.criteria]
    days = [span.from_ if span else None for span in spans]
    return None if None in days else min(day for day in days if day is not None)


def severity(criterion: Criterion) -> Severity:
    """What a gap weighs: an error where a duty is surely the law, else a warning.

    A duty known from the text, or from knowledge where it is settled law, makes an error. What is uncertain never
    does by itself, nor does policy or good practice.
    """
    if criterion.force != "duty" or criterion.verified == "uncertain":
        return "warning"
    return "error" if criterion.verified == "text" or criterion.settled else "warning"


def citation(provision: Provision, regime: Regime) -> str:
    """A provision as a lawyer cites it: `SI 2020/680, reg. 8(2)`; `Kadi II, para. 119`."""
    if provision.instrument == ABSENCE:
        return f"no rule{f' ({provision.at})' if provision.at else ''}"
    if provision.instrument == NOT_READ:
        return f"not read{f' ({provision.at})' if provision.at else ''}"
    instrument = regime.instruments[provision.instrument]
    name = instrument.short or instrument.citation
    return f"{name}, {provision.at}" if provision.at else name


def limit_in_words(limit: TimeLimit) -> str:
    """A time limit as a sentence says it: `90 days from receipt`; `without delay (from the designation)`."""
    if limit.number is None or limit.unit is None:
        return f"{limit.promptly} ({limit.from_})"
    preposition = "before" if limit.direction == "before" else "from"
    begins = limit.from_.removeprefix(f"{preposition} ")
    return f"{Period(limit.number, limit.unit)} {preposition} {begins}"
