"""A screening for the log of a CI: how many possible matches there are, of whom nobody is named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.report.view import View
    from sanctcheck.screen.dossier.meeting import Meeting
    from sanctcheck.screen.screening import Screened

HINT = "Whom the lists name is not shown in the log of a CI: write a report to a file (--output), or ask for --names."


def of_queries(every: Iterable[Screened], view: View) -> Iterator[str]:
    """The rows of which there is something to say, by their number alone."""
    for screened in every:
        row = f"row {screened.query.row}"
        if screened.query.problem:
            yield view.wrapped(f"{row}: not screened", "  ")
        if screened.hits:
            lists = sorted({hit.listed.list for hit in screened.hits})
            number = len(screened.hits)
            words = "1 possible match" if number == 1 else f"{number} possible matches"
            yield view.wrapped(f"{row}: {words} on {listed(lists, 'and')}", "  ")


def of_notes(meeting: Meeting, view: View) -> Iterator[str]:
    """What the lists say of a dossier, by rule."""
    for rule, number in sorted(Counter(note.rule for note in meeting.notes).items()):
        yield view.wrapped(f"{rule}: {number}", "  ")


def hint(view: View) -> str:
    """Where the names are."""
    return view.wrapped(HINT, "\n  ", "  ")
