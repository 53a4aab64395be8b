"""`sanctcheck validate`: what each dossier lacks, line by line."""

from __future__ import annotations

import os
import sys
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, cast

import click

from sanctcheck.cli.against_lists import held_against_lists, lists_options
from sanctcheck.cli.lists.options import MISSING, plain_errors
from sanctcheck.cli.options import (
    DAY,
    colour_option,
    criteria_option,
    law_from,
    max_bytes_option,
    say_what_is_wrong_with_the_law,
    today,
    view_of,
)
from sanctcheck.cli.outputs import Reports, asked_for, output_options
from sanctcheck.cli.progress import watched
from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from sanctcheck.cli.outputs import Output
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.law.load import Law
    from sanctcheck.record import FileRecord
    from sanctcheck.report.base import Run
    from sanctcheck.tally import FailOn, Tally

_SHOWN = ("met", "pending", "not-applicable")


_FORMS = "\n".join(f"  {name:<10}{each.words}" for name, each in FORMATS.items())


@click.command(
    "validate",
    short_help="Check dossiers, and say what each lacks and what to do.",
    epilog=f"\b\nForms of the report\n{_FORMS}",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--regime",
    "regimes",
    metavar="ID",
    multiple=True,
    help="Assess under this regime (repeatable) instead of those that the dossier names.",
)
@click.option(
    "--all-regimes", is_flag=True, help="Assess under every regime, to see under which else it would stand."
)
@click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="The day of the assessment, year-month-day; today, in UTC, if left out.",
)
@output_options
@click.option(
    "--show",
    type=click.Choice([*_SHOWN, "all"]),
    multiple=True,
    help="Show these results beside gaps; “met” with the lines relied on.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "none"]),
    default="error",
    show_default=True,
    help="From which severity on the exit status is 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit status 0 although there are findings.")
@click.option("--watch", is_flag=True, help="Go on, and check again what has changed, until Ctrl-C.")
@colour_option
@max_bytes_option
@criteria_option
@lists_options
def command(**options: Any) -> None:
    """Check dossiers: files, folders, patterns, or - for standard input.

    Every criterion that the law of the regime asks for on the day is tested. A result is met, not met (the dossier
    shows the contrary), not shown (it is silent or too thin), pending (not due yet) or not applicable. Nothing is
    changed, and no connection is made.

    One run writes as many reports as are asked for:
    `--output terminal --output sarif=report.sarif`.

    \b
    Exit status
      0  nothing at or above --fail-on
      1  findings (a dossier that cannot be read is one)
      2  could not run: wrong options, unusable criteria, a mistake of ours
      3  nothing to check: no dossier was found
      4  a list of --lists is missing or too old
      5  a report could not be written
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    with plain_errors():
        sys.exit(_watch(options) if options["watch"] else _run(_Options(options)))


def _watch(given: dict[str, Any]) -> int:
    """Checks again and again what has changed."""
    from sanctcheck.cli.watching import Watch  # noqa: PLC0415 - few calls watch

    def check(paths: tuple[str, ...], notice: Callable[[FileRecord], None]) -> int:
        return _run(_Options({**given, "paths": paths}, notice))

    options = _Options(given)
    files = [output.file for output in options.outputs if output.file is not None]
    return Watch(options.paths, check, files, options.criteria, takes_all=bool(files)).run()


class _Options:
    """The options of one call, by name."""

    def __init__(self, given: dict[str, Any], notice: Callable[[FileRecord], None] = lambda _: None) -> None:
        self.notice = notice
        self.paths: tuple[str, ...] = given["paths"]
        self.regimes: tuple[str, ...] = given["regimes"]
        self.all_regimes: bool = given["all_regimes"]
        self.as_of: date = given["as_of"].date() if given["as_of"] else today()
        self.outputs = asked_for(given["outputs"], given["format_"])
        self.show = frozenset(_SHOWN if "all" in given["show"] else (*given["show"], "pending"))
        self.fail_on = cast("FailOn", given["fail_on"])
        self.exit_zero: bool = given["exit_zero"]
        self.quiet: bool = given["quiet"]
        self.colour: bool | None = given["colour"]
        self.csv_raw: bool = given["csv_raw"]
        self.max_bytes: int = given["max_bytes"]
        self.criteria: Path | None = given["criteria"]
        self.given = given
        self.has_stale_list = False

    def run(self, output: Output, law: Callable[[], Law]) -> Run:
        """What one report is told of the run. A file has no colours unless they are asked for, and no width of its own."""
        from sanctcheck.report.base import Run  # noqa: PLC0415
        from sanctcheck.report.view import View  # noqa: PLC0415

        if output.file is None:
            view = view_of(self.as_of, self.show)
        else:
            view = View(self.as_of, self.show, colour=bool(self.colour))
        return Run(view, law, self.fail_on, os.getcwd(), self.quiet, self.csv_raw)  # noqa: PTH109 - text is asked for


def _run(options: _Options) -> int:
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.errors import LawError, UsageError  # noqa: PLC0415
    from sanctcheck.tally import FOUND, NOT_WRITTEN, NOTHING_TO_CHECK, OK, Tally  # noqa: PLC0415

    tally = Tally()
    try:
        files = candidates(options.paths)
        is_written = _report(options, files if options.quiet else watched(files), tally)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except LawError as error:
        say_what_is_wrong_with_the_law(error)
        return 2
    status = tally.exit_status(options.fail_on)
    if options.has_stale_list and status in {OK, FOUND}:
        return MISSING
    if status == NOTHING_TO_CHECK:
        click.echo("sanctcheck: no dossier was found there: no .yaml, .yml or .json file is one.", err=True)
    if not is_written:
        return NOT_WRITTEN
    return OK if status == FOUND and options.exit_zero else status


def _report(options: _Options, files: Iterable[Candidate], tally: Tally) -> bool:
    """Writes every report; whether all of them were written."""
    from sanctcheck.finding import recorded  # noqa: PLC0415
    from sanctcheck.report.formats import form  # noqa: PLC0415
    from sanctcheck.validation import Request, validate  # noqa: PLC0415

    law = law_from(options.criteria)
    request = Request(options.as_of, options.regimes, options.all_regimes, options.max_bytes)
    checked, options.has_stale_list = held_against_lists(validate(files, law, request), options.given)
    records = recorded(checked)
    # Before a word is written: a regime that nobody knows ends the run here.
    first = list(islice(records, 1))
    reports = Reports(
        (form(output.form, options.run(output, lambda: law)), output) for output in options.outputs
    )
    try:
        for record in chain(first, records):
            tally.count(record)
            if record is not None:
                reports.add(record)
                options.notice(record)
        reports.close(tally)
    finally:
        reports.abandon()
    return not reports.failed
