"""One call of `sanctcheck screen`, from its options to its exit status."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.screening.asked import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sanctcheck.screen.chosen import Against
    from sanctcheck.screen.decisions import Decisions
    from sanctcheck.screen.dossier.meeting import Meeting
    from sanctcheck.screen.dossier.reading import ReadDossier
    from sanctcheck.screen.screening import Screened
    from sanctcheck.screen.totals import Totals


@dataclass(frozen=True, slots=True)
class Found:
    """What a report is made of."""

    every: Iterable[Screened]
    against: Against
    totals: Totals
    decisions: Decisions | None
    read: ReadDossier | None = None
    meeting: Meeting | None = None

    @property
    def has_gaps(self) -> bool:
        """Whether the dossier lacks something."""
        return self.meeting is not None and any(note.severity for note in self.meeting.notes)


def screen_as_asked(options: dict[str, Any]) -> int:
    """One call; the exit status."""
    asked = Asked(options)
    if asked.cluster is not None:
        from sanctcheck.cli.screening.on_cluster import screen_on_cluster  # noqa: PLC0415 - Dask is an extra

        return screen_on_cluster(asked)
    found = _found(asked)
    _write(asked, found)
    say_what_is_not_sure(found.against, found.totals, asked)
    return found.totals.exit_status(is_stale=found.against.is_stale, has_gaps=found.has_gaps)


def _found(asked: Asked) -> Found:
    """What there is to report; the queries of a table are read as the report is written."""
    from sanctcheck.screen.screening import screen, screen_one  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.screen.totals import Totals  # noqa: PLC0415

    totals = Totals()
    if asked.kind == "dossier":
        return _of_dossier(asked, totals)
    wanted = asked.wanted()
    if asked.kind == "name":
        query, decisions, against = asked.query(), asked.decisions(), asked.against()
        every: Iterable[Screened] = [screen_one(query, against.corpus, wanted, decisions)]
    else:
        from sanctcheck.cli.progress import counting  # noqa: PLC0415

        table, decisions, against = asked.table(), asked.decisions(), asked.against()
        every = counting(screen(table.queries(), against.corpus, wanted, decisions), "Screening")
    return Found(totals.counted(every), against, totals, decisions)


def _of_dossier(asked: Asked, totals: Totals) -> Found:
    from sanctcheck.screen.dossier.meeting import meet  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.screen.dossier.reading import read_dossier  # noqa: PLC0415

    read = read_dossier(asked.subject)
    decisions, against = asked.decisions(), asked.against()
    meeting = meet(read.dossier, read.document.value, against.corpus, asked.wanted(), decisions)
    every = [each.screened for each in meeting.met]
    return Found(totals.counted(every), against, totals, decisions, read, meeting)


def _write(asked: Asked, found: Found) -> None:
    """To standard output piece by piece, or to a file that is whole or not there."""
    from sanctcheck.cli.screening.formats import pieces  # noqa: PLC0415 - see `sanctcheck.cli`

    if asked.format == "parquet":
        from sanctcheck.report.screening.parquet_table import write  # noqa: PLC0415

        assert asked.output is not None  # noqa: S101 - `Asked` refuses it otherwise
        write(found.every, asked.output, explain=asked.explain)
        return
    with _output(asked) as put:
        for text in pieces(asked, found):
            put(text)


@contextmanager
def _output(asked: Asked) -> Iterator[Callable[[str], Any]]:
    if asked.output is None:
        yield lambda text: click.echo(text, nl=False)
        return
    from sanctcheck.cli.places import report_at  # noqa: PLC0415 - see `sanctcheck.cli`

    with report_at(asked.output) as file:
        yield lambda text: file.write(text.encode("utf-8", "backslashreplace"))


def say_what_is_not_sure(against: Against, totals: Totals, asked: Asked) -> None:
    """What a person must know whose output is for a program; a terminal report says it itself."""
    from sanctcheck.text import listed, visible  # noqa: PLC0415 - see `sanctcheck.cli`

    def say(text: str) -> None:
        click.echo(f"sanctcheck: {visible(text)}", err=True)

    if asked.format != "terminal":
        stale = [each.list_id for each in against.standings.values() if each.is_stale]
        if stale:
            say(f"too old: {listed(stale, 'and')}. Update them: sanctcheck lists update")
        if against.not_kept:
            say(f"not kept, and so not screened against: {', '.join(against.not_kept)}.")
        if totals.problems:
            say(f"{totals.problems:,} rows were not screened: {'; '.join(totals.first_problems)}")
        if totals.not_understood:
            first = "; ".join(totals.first_not_understood)
            say(f"{totals.not_understood:,} values were not understood: {first}")
    if not totals.queries:
        say("there is nothing to screen in it.")
    sys.stdout.flush()
