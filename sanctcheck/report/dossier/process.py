"""The process: what is due, a picture of all days, and the table behind it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sanctcheck.deadlines import STATUS
from sanctcheck.report.dossier.bounds import cut_rows
from sanctcheck.report.dossier.document import Cell, Figure, Paragraph, Section, Table, row
from sanctcheck.report.dossier.told import cited, day_words, spaced
from sanctcheck.report.listed import count
from sanctcheck.report.pictures.timeline import Mark, Timeline

if TYPE_CHECKING:
    from sanctcheck.portrait.model import DeadlineShown, Portrait, Step
    from sanctcheck.report.dossier.document import Block, Tone
    from sanctcheck.report.dossier.told import Told

_LATE = {"overdue", "done-late"}


def section(told: Told) -> Section:
    """What was done, and what the law asks to be done by when."""
    portrait, words = told.portrait, told.words
    blocks: list[Block] = []
    if not portrait.steps:
        blocks.append(Paragraph(words["no_process"], "warning"))
    due = [each for each in portrait.deadlines if each.status in {"overdue", "due"}]
    if due:
        blocks.append(_due(due, portrait.as_of))
    elif not portrait.deadlines:
        blocks.append(Paragraph(words["no_deadlines"], "quiet"))
    if portrait.steps or portrait.deadlines:
        blocks += [Paragraph(words["process_text"], "quiet"), _figure(told)]
    return Section("process", words["process"], tuple(blocks), new_page=True)


def _due(deadlines: list[DeadlineShown], as_of: date) -> Table:
    rows = (
        row(
            each.day.isoformat(),
            Cell(_left(each, as_of), tone="error" if each.status == "overdue" else ""),
            f"{each.what}{f' Else: {each.effect}' if each.effect else ''}",
            f"{each.regime}: {cited(each.provisions, each.verified)}",
        )
        for each in sorted(deadlines, key=lambda each: each.day)
    )
    return Table(
        "What is due", ("Day", "When", "What the law asks", "Provision"), cut_rows(tuple(rows)), (2, 2, 6, 5)
    )


def _left(deadline: DeadlineShown, as_of: date) -> str:
    days = (deadline.day - as_of).days
    earliest = " at the earliest" if deadline.is_earliest else ""
    if days == 0:
        return f"today{earliest}"
    return f"overdue by {count(-days, 'day')}" if days < 0 else f"in {count(days, 'day')}{earliest}"


def _figure(told: Told) -> Figure:
    portrait = told.portrait
    picture = Timeline(tuple(_marks(portrait)), portrait.as_of, _act_day(portrait))
    rows = [_step(each) for each in portrait.steps] + [_deadline(each) for each in portrait.deadlines]
    table = Table(
        told.words["steps"],
        ("Day", "What", "Particulars"),
        cut_rows([cells for _, cells in sorted(rows, key=lambda each: each[0])]),
        (2, 4, 7),
    )
    drawn = picture.drawn("timeline")
    says = (
        f"A line of time with {count(len(portrait.steps), 'step')} of the log and"
        f" {count(len(portrait.deadlines), 'day')} set by law; the day of the report is marked. The table says the same."
    )
    return Figure("timeline", told.words["process"], says, drawn.svg, drawn.width, drawn.height, table)


def _act_day(portrait: Portrait) -> date | None:
    day = portrait.act.day if portrait.act else None
    return day.earliest if day is not None and day.earliest == day.latest else None


def _marks(portrait: Portrait) -> list[Mark]:
    steps = [
        Mark(day_words(each.day) or "no day", spaced(each.event), each.day.earliest, each.day.latest, "step")
        if each.day
        else Mark("no day", spaced(each.event), None, None, "step")
        for each in portrait.steps
    ]
    deadlines = [
        Mark(
            each.day.isoformat(),
            each.what,
            each.day,
            each.day,
            "late" if each.status in _LATE else "deadline",
        )
        for each in portrait.deadlines
    ]
    return [*steps, *deadlines]


def _step(step: Step) -> tuple[date, tuple[Cell, ...]]:
    said = [f"{what}: {text}" for what, text in step.detail]
    if step.due is not None:
        said.append(f"due: {step.due.stated}")
    if step.regime is not None:
        said.append(f"under {step.regime}")
    day = step.day.earliest or step.day.latest if step.day else None
    return day or date.max, row(day_words(step.day) or "no day", spaced(step.event), "; ".join(said))


def _deadline(deadline: DeadlineShown) -> tuple[date, tuple[Cell, ...]]:
    tone: Tone = "error" if deadline.status in _LATE else "quiet"
    particulars = (
        f"{STATUS[deadline.status]}; {deadline.regime}: {cited(deadline.provisions, deadline.verified)}"
    )
    return deadline.day, row(deadline.day.isoformat(), Cell(f"Law: {deadline.what}", tone=tone), particulars)
