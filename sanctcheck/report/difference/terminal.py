"""Two versions of dossiers, for a terminal: what a reviewer of a change looks for, the gravest first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sanctcheck.difference.results import TURN
from sanctcheck.report.difference.words import days, law_days, outcomes, sign, title, totals
from sanctcheck.report.listed import law_of, settled_words, where
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.difference.compare import Difference
    from sanctcheck.difference.parts import Change
    from sanctcheck.difference.results import Turned, UnderRegime
    from sanctcheck.record import Finding
    from sanctcheck.report.difference.words import Sides
    from sanctcheck.report.view import View

_LONGEST = 300


def text(compared: Iterable[Difference], sides: Sides, view: View) -> Iterator[str]:
    """The whole comparison; dossiers without a difference are counted only."""
    every = list(compared)
    yield view.wrapped(f"{sides.old} → {sides.new}, {days(sides)}", "") + "\n"
    for each in every:
        if not each.is_empty:
            yield from _dossier(each, view)
    yield view.paint("Summary", "strong") + "\n"
    yield view.wrapped(f"{totals(every)}. A person decides.", "  ")


def _dossier(difference: Difference, view: View) -> Iterator[str]:
    yield view.paint(f"Dossier {visible(title(difference))}", "strong") + "\n"
    if difference.old is not None and difference.new is not None and difference.old.id is not None:
        earlier = difference.old.file.rpartition(":")[2]
        if earlier != difference.new.file.rpartition(":")[2]:
            yield view.wrapped(f"before: {difference.old.file}", "  ")
    for record, when in ((difference.old, "before"), (difference.new, "now")):
        if record is not None and not record.is_assessed:
            yield view.wrapped(f"It cannot be read as a dossier {when}, so nothing was assessed there.", "  ")
    yield from _flaws("Wrong with the file now, and not before", difference.flaws, view)
    yield from _flaws("Wrong with the file before, and mended", difference.mended_flaws, view)
    for under in difference.under:
        yield from _regime(under, view)
    yield from _changes("Evidence", difference.exhibits, view)
    yield from _changes("Process", difference.steps, view)
    yield "\n"


def _flaws(heading: str, flaws: Sequence[Finding], view: View) -> Iterator[str]:
    if flaws:
        yield "\n    " + view.paint(heading, "strong") + "\n"
    for flaw in flaws:
        yield view.wrapped(f"{flaw.message} [{where(flaw)}]", f"    {flaw.severity}  {flaw.rule}  ", "      ")


def _regime(under: UnderRegime, view: View) -> Iterator[str]:
    if not under.turned and under.old_day is not None and under.new_day is not None:
        return
    yield "\n" + view.wrapped(under.name, f"  {under.regime}  ", "    ")
    yield view.wrapped(law_days(under), "    ")
    for turn, alike in groupby(under.turned, key=lambda each: each.turn):
        yield "\n    " + view.paint(TURN[turn], "strong") + "\n"
        for each in alike:
            yield from _turned(each, view)


def _turned(turned: Turned, view: View) -> Iterator[str]:
    name = view.paint(f"{turned.regime}:{turned.criterion.id}", "strong")
    yield f"    {name}  {outcomes(turned)}\n"
    yield view.wrapped(turned.criterion.title, "      ")
    for gap in turned.gaps:
        severity = gap.severity or "error"
        yield view.wrapped(f"{gap.message} [{where(gap)}]", f"      {severity}  ", "        ")
        if gap.settled is not None:
            yield view.wrapped(settled_words(gap.settled), "        ")
    if turned.gaps:
        yield view.wrapped(law_of(turned.gaps[0]), "      law  ")
        yield view.wrapped(turned.gaps[0].remedy or "", "      do   ")


def _changes(heading: str, changes: Sequence[Change], view: View) -> Iterator[str]:
    if changes:
        yield "\n    " + view.paint(heading, "strong") + "\n"
    for change in changes:
        words = f": {shorten(change.words, _LONGEST)}" if change.words else ""
        yield view.wrapped(f"{change.name}{words}", f"    {sign(change.kind)} ", "      ")
