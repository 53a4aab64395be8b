"""What `sanctcheck screen` does: from its options to a report."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from sanctcheck.cli.lists.options import store_from
from sanctcheck.cli.options import view_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.screen.chosen import Against
    from sanctcheck.screen.decisions import Decisions
    from sanctcheck.screen.dossier.meeting import Meeting
    from sanctcheck.screen.dossier.reading import ReadDossier
    from sanctcheck.screen.query import Query
    from sanctcheck.screen.screening import Screened, Wanted
    from sanctcheck.screen.totals import Totals

_DOSSIERS = (".yaml", ".yml", ".json")


def screen_as_asked(options: dict[str, Any]) -> int:
    """One call; the exit status."""
    from sanctcheck.screen.totals import Totals  # noqa: PLC0415 - see `sanctcheck.cli`

    subject = _Subject.of(options["subject"])
    read = _dossier(subject, options) if subject.kind == "dossier" else None
    queries = _table(subject, options) if subject.kind == "table" else [] if read else [_named(options)]
    decisions = _decisions(options["decisions"])
    ready = _against(options)
    totals = Totals()
    met = None if read is None else _met(read, ready, options, decisions)
    screened = (
        _screened(queries, ready, subject, options, decisions)
        if met is None
        else [each.screened for each in met.meeting.met]
    )
    report = _Report(ready, totals, decisions, options, met, is_table=subject.kind == "table")
    for text in report.pieces(totals.counted(screened)):
        click.echo(text, nl=False)
    _say_what_is_not_sure(ready, totals, options)
    has_gaps = met is not None and any(note.severity for note in met.meeting.notes)
    return totals.exit_status(is_stale=ready.is_stale, has_gaps=has_gaps)


@dataclass(frozen=True, slots=True)
class _MetDossier:
    """A dossier and what the lists say of it."""

    read: ReadDossier
    meeting: Meeting


def _dossier(subject: _Subject, options: dict[str, Any]) -> ReadDossier:
    from sanctcheck.screen.dossier.reading import read_dossier  # noqa: PLC0415 - see `sanctcheck.cli`

    _refuse_with_a_file(options)
    return read_dossier(subject.text)


def _met(
    read: ReadDossier, ready: Against, options: dict[str, Any], decisions: Decisions | None
) -> _MetDossier:
    from sanctcheck.screen.dossier.meeting import meet  # noqa: PLC0415 - see `sanctcheck.cli`

    wanted = wanted_by(options, is_table=False)
    return _MetDossier(read, meet(read.dossier, read.document.value, ready.corpus, wanted, decisions))


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is to be screened."""

    kind: Literal["name", "table", "dossier"]
    text: str

    @classmethod
    def of(cls, text: str) -> _Subject:
        """What the argument means: a file by its ending, else a name."""
        from sanctcheck.screen.tables import table_ending  # noqa: PLC0415 - see `sanctcheck.cli`
        from sanctcheck.text import quoted  # noqa: PLC0415

        is_table = table_ending(text) is not None
        is_dossier = text.casefold().endswith(_DOSSIERS)
        is_there = "\0" not in text and os.path.lexists(text)
        if is_there and not (is_table or is_dossier):
            raise click.UsageError(
                f"{quoted(text)} is a file or folder, and its ending says neither a dossier (.yaml, .json) nor a table"
                " (.csv, .tsv, .txt, .jsonl, .parquet)."
            )
        if (is_table or is_dossier) and not is_there:
            raise click.UsageError(f"There is no file {quoted(text)}.")
        return cls("table" if is_table else "dossier" if is_dossier else "name", text)


def _table(subject: _Subject, options: dict[str, Any]) -> Iterable[Query]:
    from sanctcheck.screen.columns import mapping_from  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.screen.tables import open_table  # noqa: PLC0415
    from sanctcheck.text import visible  # noqa: PLC0415

    _refuse_with_a_file(options)
    mapped = {} if options["columns"] is None else mapping_from(options["columns"])
    table = open_table(Path(subject.text), mapped)
    if table.columns.by_field:
        click.echo(f"sanctcheck: columns: {visible(table.columns.summary())}", err=True)
    return table.queries()


def _refuse_with_a_file(options: dict[str, Any]) -> None:
    for name in ("aliases", "dob", "country", "kind", "gender", "numbers"):
        if options[name]:
            raise click.UsageError(
                "--alias, --dob, --country, --kind, --gender and --id go with a name: in a file, columns say it."
            )


def _named(options: dict[str, Any]) -> Query:
    """The query that the command line is."""
    from sanctcheck.screen.parties import query_from, stated_identifiers  # noqa: PLC0415 - see `sanctcheck.cli`

    if options["columns"] is not None:
        raise click.UsageError("--columns goes with a file.")
    cells = {
        "name": [options["subject"]],
        "aliases": options["aliases"],
        "dob": options["dob"],
        "country": options["country"],
        "kind": [options["kind"] or ""],
        "gender": [options["gender"] or ""],
        "identifiers": stated_identifiers(options["numbers"]),
    }
    query = query_from(0, cells)
    if query.problem:
        raise click.UsageError(query.problem)
    if query.not_understood:
        raise click.UsageError(f"Not understood: {query.not_understood[0]}. Days are written year-month-day.")
    return query


def _decisions(path: Path | None) -> Decisions | None:
    if path is None:
        return None
    from sanctcheck.screen.decisions import read_decisions  # noqa: PLC0415 - see `sanctcheck.cli`

    return read_decisions(path)


def _against(options: dict[str, Any]) -> Against:
    from sanctcheck.lists.standing import usual_max_age  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.screen.chosen import Choice, against  # noqa: PLC0415

    names = tuple(name.strip() for text in options["names"] for name in text.split(",") if name.strip())
    days = usual_max_age() if options["max_age"] is None else options["max_age"]
    choice = Choice(names, options["files"], days, datetime.now(UTC))
    return against(store_from(options["folder"]), choice, _say_that_it_is_made)


def _say_that_it_is_made() -> None:
    click.echo(
        "sanctcheck: preparing the lists for screening; this is done once for each version of them.", err=True
    )


def _screened(
    queries: Iterable[Query],
    ready: Against,
    subject: _Subject,
    options: dict[str, Any],
    decisions: Decisions | None,
) -> Iterable[Screened]:
    from sanctcheck.cli.progress import counting  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.screen.screening import screen, screen_one  # noqa: PLC0415

    wanted = wanted_by(options, is_table=subject.kind == "table")
    if subject.kind == "table":
        return counting(screen(queries, ready.corpus, wanted, decisions), "Screening")
    return [screen_one(query, ready.corpus, wanted, decisions) for query in queries]


def wanted_by(options: dict[str, Any], *, is_table: bool) -> Wanted:
    """What the options ask for."""
    from sanctcheck.screen.screening import THRESHOLD, Wanted  # noqa: PLC0415 - see `sanctcheck.cli`

    cores = options["processes"] or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return Wanted(
        threshold=THRESHOLD if options["threshold"] is None else options["threshold"],
        limit=options["limit"],
        removed=options["removed"],
        processes=cores if is_table else 1,
    )


@dataclass(frozen=True, slots=True)
class _Report:
    """How what was found is written."""

    ready: Against
    totals: Totals
    decisions: Decisions | None
    options: dict[str, Any]
    met: _MetDossier | None
    is_table: bool

    def pieces(self, found: Iterable[Screened]) -> Iterator[str]:
        """The report, piece by piece."""
        form = self.options["format_"]
        explain: bool = self.options["explain"]
        if form == "jsonl":
            from sanctcheck.report.screening.json_form import line  # noqa: PLC0415 - one format a call

            yield from (line(each, explain=explain) for each in found)
        elif form == "json":
            yield from self._json(found, explain=explain)
        elif form == "csv":
            from sanctcheck.report.screening.csv_table import rows  # noqa: PLC0415

            yield from rows(found, explain=explain, raw=self.options["csv_raw"])
        elif form == "decisions":
            from sanctcheck.report.screening.pasted import blocks  # noqa: PLC0415

            yield from blocks(found, headed=self.decisions is None)
        else:
            yield from self._terminal(found, explain=explain)

    def _json(self, found: Iterable[Screened], *, explain: bool) -> Iterator[str]:
        from sanctcheck.report.screening.json_form import Run, report  # noqa: PLC0415

        threshold = wanted_by(self.options, is_table=self.is_table).threshold
        meeting = None if self.met is None else self.met.meeting
        run = Run(self.ready, threshold, self.totals, self.decisions, meeting)
        yield from report(found, run, explain=explain)

    def _terminal(self, found: Iterable[Screened], *, explain: bool) -> Iterator[str]:
        from sanctcheck.report.screening import terminal  # noqa: PLC0415

        view = view_of(datetime.now(UTC).date())
        if self.met is not None:
            from sanctcheck.report.screening.dossier import of_dossier  # noqa: PLC0415 - one kind of report a call

            yield from of_dossier(self.met.meeting, self.met.read.document, found, view, explain=explain)
        elif self.is_table:
            yield from terminal.of_many(found, view, explain=explain)
        else:
            for each in found:
                yield from terminal.of_one(each, view, explain=explain)
        yield from terminal.closing(self.totals, self.ready, self.decisions, view)


def _say_what_is_not_sure(ready: Against, totals: Totals, options: dict[str, Any]) -> None:
    """What a person must know whose output is for a program; a terminal report says it itself."""
    from sanctcheck.text import listed, visible  # noqa: PLC0415

    if options["format_"] != "terminal":
        stale = [each.list_id for each in ready.standings.values() if each.is_stale]
        if stale:
            click.echo(
                f"sanctcheck: too old: {listed(stale, 'and')}. Update them: sanctcheck lists update", err=True
            )
        if ready.not_kept:
            click.echo(
                f"sanctcheck: not kept, and so not screened against: {', '.join(ready.not_kept)}.", err=True
            )
        if totals.problems:
            first = visible("; ".join(totals.first_problems))
            click.echo(f"sanctcheck: {totals.problems:,} rows were not screened: {first}", err=True)
        if totals.not_understood:
            first = visible("; ".join(totals.first_not_understood))
            click.echo(f"sanctcheck: {totals.not_understood:,} values were not understood: {first}", err=True)
    if not totals.queries:
        click.echo("sanctcheck: there is nothing to screen in it.", err=True)
    sys.stdout.flush()
