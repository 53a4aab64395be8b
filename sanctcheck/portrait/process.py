"""The process in a portrait: what was done when, and what the law asks to be done by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.days import has_end, stated_day
from sanctcheck.deadlines import Calendar
from sanctcheck.dossier.vocabulary import PROCESS_STEP
from sanctcheck.portrait.model import Day, DeadlineShown, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from sanctcheck.deadlines import Deadline
    from sanctcheck.dossier.model import Dossier, Event
    from sanctcheck.portrait.visibility import Sight
    from sanctcheck.validation import Validated


def day_of(text: str | None) -> Day | None:
    """A day as it was stated, with the span that it can mean; None where none is stated."""
    if text is None:
        return None
    span = stated_day(text)
    if span is None:
        return Day(text)
    begins = None if span.earliest.year == 1 else span.earliest
    return Day(text, begins, span.latest if has_end(span) else None)


def steps_of(dossier: Dossier, sight: Sight, label: Callable[[str], str]) -> Iterator[Step]:
    """The steps that may be seen, in the order of the log; `label` names an exhibit as its reader may know it."""
    for index, event in enumerate(dossier.process):
        if sight.look("process", index):
            yield Step(
                event=event.event,
                meaning=PROCESS_STEP[event.event],
                day=day_of(event.day),
                regime=event.regime,
                detail=tuple(_detail(event, label)),
                due=day_of(event.due),
            )


def _detail(event: Event, label: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    exhibits = [*([event.exhibit] if event.exhibit else []), *event.exhibits]
    said = {
        "by": event.by,
        "to": event.to,
        "bodies": ", ".join(event.bodies),
        "means": event.means,
        "answers": event.answers,
        "exhibits": ", ".join(dict.fromkeys(label(each) for each in exhibits)),
        "outcome": event.outcome,
        "not possible because": event.not_possible_because,
        "note": event.note,
    }
    yield from ((what, text) for what, text in said.items() if text)


def deadlines_of(validated: Validated, as_of: date, sight: Sight) -> Iterator[DeadlineShown]:
    """The days that the law sets for the dossier and for its regimes, by day; those of parts that are hidden left out."""
    calendar = Calendar(as_of)
    calendar.add(validated)
    for deadline in calendar.all():
        where = deadline.where
        if where is None or sight.may_see(*where.pointer):
            yield _shown(deadline)


def _shown(deadline: Deadline) -> DeadlineShown:
    return DeadlineShown(
        regime=deadline.regime,
        rule=deadline.rule,
        what=deadline.what,
        provisions=deadline.provisions,
        verified=deadline.verified,
        day=deadline.day,
        status=deadline.status,
        of_regime=deadline.where is None,
        line=deadline.where.place.line if deadline.where else None,
        effect=deadline.effect,
        is_earliest=deadline.is_earliest,
        is_good_practice=deadline.is_good_practice,
    )
