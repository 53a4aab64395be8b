"""`sanctcheck validate`: what each dossier lacks, line by line."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

import click

from sanctcheck.cli.options import (
    DAY,
    criteria_option,
    law_from,
    max_bytes_option,
    say_what_is_wrong_with_the_law,
    view_of,
)
from sanctcheck.cli.progress import watched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.record import FileRecord
    from sanctcheck.tally import FailOn, Tally

_SHOWN = ("met", "pending", "not-applicable")


@click.command("validate", short_help="Check dossiers, and say what each lacks and what to do.")
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
    help="The day of the assessment, year-month-day; today if left out.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="Form of the report.",
)
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
@max_bytes_option
@criteria_option
def command(**options: Any) -> None:
    """Check dossiers: files, folders, patterns, or - for standard input.

    Every criterion that the law of the regime asks for on the day is tested. A result is met, not met (the dossier
    shows the contrary), not shown (it is silent or too thin), pending (not due yet) or not applicable. Nothing is
    changed, and no connection is made.

    \b
    Exit status
      0  nothing at or above --fail-on
      1  findings (a dossier that cannot be read is one)
      2  could not run: wrong options, unusable criteria, a mistake of ours
      3  nothing to check: no dossier was found
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    sys.exit(_run(_Options(options)))


class _Options:
    """The options of one call, by name."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.paths: tuple[str, ...] = given["paths"]
        self.regimes: tuple[str, ...] = given["regimes"]
        self.all_regimes: bool = given["all_regimes"]
        self.as_of: date = (given["as_of"] or datetime.now(UTC).astimezone()).date()
        self.format: str = given["format_"]
        self.show = frozenset(_SHOWN if "all" in given["show"] else (*given["show"], "pending"))
        self.fail_on = cast("FailOn", given["fail_on"])
        self.max_bytes: int = given["max_bytes"]
        self.criteria: Path | None = given["criteria"]


def _run(options: _Options) -> int:
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.errors import LawError, UsageError  # noqa: PLC0415
    from sanctcheck.tally import NOTHING_TO_CHECK, Tally  # noqa: PLC0415

    tally = Tally()
    try:
        _report(options, watched(candidates(options.paths)), tally)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except LawError as error:
        say_what_is_wrong_with_the_law(error)
        return 2
    status = tally.exit_status(options.fail_on)
    if status == NOTHING_TO_CHECK:
        click.echo("sanctcheck: no dossier was found there: no .yaml, .yml or .json file is one.", err=True)
    return status


def _report(options: _Options, files: Iterable[Candidate], tally: Tally) -> None:
    from sanctcheck.finding import recorded  # noqa: PLC0415
    from sanctcheck.validation import Request, validate  # noqa: PLC0415

    request = Request(options.as_of, options.regimes, options.all_regimes, options.max_bytes)
    records = recorded(validate(files, law_from(options.criteria), request))
    write = _write_json if options.format == "json" else _write_terminal
    for text in write(options, records, tally):
        click.echo(text, nl=False)


def _write_terminal(options: _Options, records: Iterable[FileRecord | None], tally: Tally) -> Iterator[str]:
    from sanctcheck.report.terminal import dossier_report, summary  # noqa: PLC0415

    view = view_of(options.as_of, options.show)
    for record in records:
        tally.count(record)
        if record is not None:
            yield dossier_report(record, view)
    yield summary(tally, view)


def _write_json(options: _Options, records: Iterable[FileRecord | None], tally: Tally) -> Iterator[str]:
    from sanctcheck.report.json_report import closing, dossier_report, opening  # noqa: PLC0415

    yield opening(options.as_of)
    for record in records:
        if record is not None:
            yield f",\n{dossier_report(record)}" if tally.dossiers else dossier_report(record)
        tally.count(record)
    yield closing(tally)
