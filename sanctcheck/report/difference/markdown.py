"""Two versions of dossiers as Markdown, for a comment on a pull request."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sanctcheck.difference.results import TURN
from sanctcheck.report.difference.words import days, law_days, outcomes, title, totals
from sanctcheck.report.listed import law_of, settled_words, where
from sanctcheck.report.markdown import foreign
from sanctcheck.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.difference.compare import Difference
    from sanctcheck.difference.parts import Change
    from sanctcheck.difference.results import Turned
    from sanctcheck.record import Finding
    from sanctcheck.report.difference.words import Sides

LIMIT = 60_000
"""A comment on GitHub takes 65,536 characters."""
_LONGEST = 300


def text(compared: Iterable[Difference], sides: Sides) -> str:
    """The whole comparison, cut where a comment ends; dossiers without a difference are counted only."""
    every = list(compared)
    head = f"## sanctcheck: {foreign(sides.old)} → {foreign(sides.new)}\n\n{totals(every)}; {days(sides)}.\n"
    foot = "\nsanctcheck reports; a person decides.\n"
    body: list[str] = []
    room, shown = LIMIT - len(head) - len(foot) - 100, [each for each in every if not each.is_empty]
    for number, each in enumerate(shown):
        said = "".join(_dossier(each))
        room -= len(said)
        if room < 0:
            body.append(f"\n{len(shown) - number} more dossiers with differences are not shown here.\n")
            break
        body.append(said)
    return head + "".join(body) + foot


def _dossier(difference: Difference) -> Iterator[str]:
    yield f"\n### {foreign(title(difference))}\n\n"
    for record, when in ((difference.old, "before"), (difference.new, "now")):
        if record is not None and not record.is_assessed:
            yield f"It cannot be read as a dossier {when}, so nothing was assessed there.\n\n"
    yield from _flaws("Wrong with the file now, and not before", difference.flaws)
    yield from _flaws("Wrong with the file before, and mended", difference.mended_flaws)
    for under in difference.under:
        if under.turned or under.old_day is None or under.new_day is None:
            yield f"**{foreign(under.regime)}** {foreign(under.name)}: {law_days(under)}\n\n"
        for turn, alike in groupby(under.turned, key=lambda each: each.turn):
            yield f"- {TURN[turn]}\n"
            for each in alike:
                yield from _turned(each)
        yield "\n" if under.turned else ""
    yield from _changes("Evidence", difference.exhibits)
    yield from _changes("Process", difference.steps)


def _flaws(heading: str, flaws: Sequence[Finding]) -> Iterator[str]:
    if flaws:
        yield f"- {heading}\n"
        for flaw in flaws:
            yield f"  - {flaw.severity} `{flaw.rule}` {foreign(where(flaw))}: {foreign(flaw.message)}\n"
        yield "\n"


def _turned(turned: Turned) -> Iterator[str]:
    yield f"  - `{turned.regime}:{turned.criterion.id}` {outcomes(turned)}: {foreign(turned.criterion.title)}\n"
    for gap in turned.gaps:
        settled = f" ({foreign(settled_words(gap.settled))})" if gap.settled else ""
        yield f"    - **{gap.severity}** {foreign(where(gap))}: {foreign(gap.message)}{settled}\n"
    if turned.gaps:
        yield f"    - law: {foreign(law_of(turned.gaps[0]))}\n"
        yield f"    - do: {foreign(turned.gaps[0].remedy or '')}\n"


def _changes(heading: str, changes: Sequence[Change]) -> Iterator[str]:
    if not changes:
        return
    yield f"- {heading}\n"
    for change in changes:
        words = f": {foreign(shorten(change.words, _LONGEST))}" if change.words else ""
        yield f"  - {change.kind}: {foreign(change.name)}{words}\n"
    yield "\n"
