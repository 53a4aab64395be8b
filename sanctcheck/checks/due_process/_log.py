"""Questions to the log that several checks ask: when the time began, which step came since, which one answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sanctcheck.checks.base import Placed, Result, day_of, late, met, not_met, not_shown, pending, with_due
from sanctcheck.checks.periods import Within, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sanctcheck.checks.base import Matter
    from sanctcheck.days import StatedDay
    from sanctcheck.dossier.model import Event
    from sanctcheck.reading.document import Path_

_STEPS_OF_ACT = {
    "renewal": ("renewed",),
    "variation": ("varied",),
    "refusal-to-remove": ("removal-decided",),
    "removal": ("revoked",),
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A period that runs: when and where it began, and its last day, counted from the latest day of its start."""

    begins: StatedDay
    path: Path_
    latest: date | None

    @property
    def due(self) -> date | None:
        """The last day, where the start is known to the day."""
        return self.latest if self.begins.earliest == self.begins.latest else None

    def is_running(self, as_of: date) -> bool:
        """Whether the period can still be running on a day."""
        return self.latest is not None and as_of <= self.latest

    def is_missed(self, day: StatedDay) -> bool:
        """Whether a step of this day surely came too late."""
        return self.latest is not None and day.earliest > self.latest


@dataclass(frozen=True, slots=True)
class Words:
    """How messages speak of a step that is asked for."""

    subject: str
    missing: str


def deadline(begins: StatedDay | None, path: Path_, within: Within | None) -> Deadline | None:
    """The period from a day on; None where the day is not stated. A start with an open end has no last day."""
    if begins is None:
        return None
    latest = last_day(begins, within)
    return Deadline(begins, path, latest if latest != date.max else None)


def due_after(step: Placed[Event], within: Within | None) -> date | None:
    """The last day of a period that a step starts; None where there is none that is known to the day."""
    limit = deadline(day_of(step), step.path, within)
    return limit.due if limit else None


def steps_of_act(matter: Matter) -> tuple[str, ...]:
    """The steps in which an act of this kind takes effect."""
    act = matter.dossier.act
    return _STEPS_OF_ACT.get(act.kind, ("designated",)) if act else ("designated",)


def is_first_act(matter: Matter) -> bool:
    """Whether the act is the first listing, so that no earlier act can account for older steps."""
    act = matter.dossier.act
    return act is None or act.kind == "initial-designation"


def since_step(matter: Matter, since: str, within: Within | None) -> Deadline | None:
    """The period that runs from a step; `designated` stands for the step of the act, whatever its kind."""
    step = nearest_step(matter, *(steps_of_act(matter) if since == "designated" else (since,)))
    stated = day_of(step) if step else None
    if step is not None and stated is not None:
        return deadline(stated, step.path, within)
    return deadline(matter.act_day, ("act",), within)


def nearest_step(matter: Matter, *kinds: str) -> Placed[Event] | None:
    """The step of these kinds that belongs to the act: the first that is not older than it, else the last."""
    steps = matter.events(*kinds)
    return not_older(steps, matter.act_day) or (steps[-1] if steps else None)


def not_older(steps: Iterable[Placed[Event]], day: StatedDay | None) -> Placed[Event] | None:
    """The first of the steps that is not surely before a day."""
    return next((step for step in steps if not is_before(step, day)), None)


def is_before(step: Placed[Event], day: StatedDay | None) -> bool:
    """Whether a step was surely taken before a day."""
    stated = day_of(step)
    return stated is not None and day is not None and stated.surely_before(day)


def is_after(step: Placed[Event], day: StatedDay | None) -> bool:
    """Whether a step was surely taken after a day."""
    stated = day_of(step)
    return stated is not None and day is not None and stated.surely_after(day)


def precedes(first: Placed[Event], second: Placed[Event]) -> bool:
    """Whether one step came before another: by their days, or by the log's order where the days do not tell."""
    if is_before(first, day_of(second)):
        return True
    return not is_after(first, day_of(second)) and first.path < second.path


def answer_to(question: Placed[Event], answers: Iterable[Placed[Event]]) -> Placed[Event] | None:
    """The first step that answers another: by its id, or any later one that names none."""
    return next((answer for answer in answers if _answers(answer, question)), None)


def _answers(answer: Placed[Event], question: Placed[Event]) -> bool:
    named = {answer.part.answers, *answer.part.addressed} - {None}
    return question.part.id in named if named else precedes(question, answer)


def names(body: str, *texts: str | None) -> bool:
    """Whether a body is named in one of the texts, in capitals or not; no name asks for nothing."""
    return not body or any(body.casefold() in text.casefold() for text in texts if text is not None)


def timely(matter: Matter, steps: Sequence[Placed[Event]], limit: Deadline | None, words: Words) -> Result:
    """Whether one of the steps was taken since the time began, and within the period where there is one."""
    return with_due(_timely(matter, steps, limit, words), limit.due if limit else None)


def _timely(matter: Matter, steps: Sequence[Placed[Event]], limit: Deadline | None, words: Words) -> Result:
    step = not_older(steps, limit.begins if limit else None)
    if step is None:
        return _absent(matter, steps, limit, words)
    if step.part.not_possible_because is not None:
        return met(
            f"{words.subject} was not possible, and the log says why.", step.at("not_possible_because")
        )
    day = day_of(step)
    if day is None:
        return not_shown(f"{words.subject} has no day in the log.", step.path)
    if limit is not None and limit.is_missed(day):
        message = f"{words.subject} came on {step.part.day}; the last day for it was {limit.latest}."
        return late(message, step.at("day"), (limit.path, "the time ran from here"))
    return met(f"{words.subject} came on {step.part.day}.", step.path)


def _absent(matter: Matter, steps: Sequence[Placed[Event]], limit: Deadline | None, words: Words) -> Result:
    if steps and limit is not None and is_first_act(matter):
        message = f"{words.subject} is older than the act: it cannot be of this act."
        return not_met(message, steps[0].at("day"), (limit.path, "the act"))
    if limit is not None and limit.is_running(matter.as_of):
        return pending(f"{words.subject} is due {by_when(limit)}.", limit.path)
    return not_shown(words.missing, ("process",))


def by_when(limit: Deadline) -> str:
    """The last day as a sentence says it, with a reserve where the start is not known to the day."""
    return f"by {limit.latest}" if limit.due else f"by {limit.latest} at the latest"
