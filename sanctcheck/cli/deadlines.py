"""`sanctcheck deadlines`: every day that the law sets for dossiers."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click

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

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from sanctcheck.days import Period, Unit
    from sanctcheck.deadlines import Calendar, Deadline

_UNITS: dict[str, tuple[Unit, int]] = {
    "d": ("days", 1),
    "w": ("days", 7),
    "m": ("months", 1),
    "y": ("years", 1),
}


def _within(ctx: click.Context, param: click.Parameter, value: str | None) -> Period | None:  # noqa: ARG001
    """The period that `30d`, `6w`, `3m` or `1y` stands for."""
    from sanctcheck.days import Period  # noqa: PLC0415 - see `sanctcheck.cli`

    if value is None:
        return None
    found = re.fullmatch(r"([0-9]{1,5})([dwmy])", value)
    if found is None:
        raise click.BadParameter(f"“{value}” is no time: write 30d, 6w, 3m or 1y.")
    unit, times = _UNITS[found[2]]
    return Period(int(found[1]) * times, unit)


@click.command("deadlines", short_help="List every day that the law sets for dossiers.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--within",
    callback=_within,
    metavar="TIME",
    help="Only what is overdue, or due within this time: 30d, 6w, 3m, 1y.",
)
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="The day of the report, year-month-day; today if left out."
)
@click.option(
    "--regime",
    "regimes",
    metavar="ID",
    multiple=True,
    help="Under this regime (repeatable) instead of those that the dossier names.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json", "ics"]),
    default="terminal",
    show_default=True,
    help="Form of the list; ics is a calendar file.",
)
@max_bytes_option
@colour_option
@criteria_option
def command(**options: Any) -> None:
    """List what the law sets a day for: reviews, certificates, answers, reports, lapses, and days of the regime itself.

    Each with the provision, the day, the days left, and whether the log shows that it was done.

    \b
    sanctcheck deadlines dossiers/ --within 30d      what is overdue or due soon
    sanctcheck deadlines dossiers/ --format ics > deadlines.ics

    \b
    Exit status
      0  nothing is overdue, nor due within --within
      1  something is, or a dossier could not be read
      2  could not run: wrong options, unusable criteria
      3  nothing to check: no dossier was found
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.errors import LawError, UsageError  # noqa: PLC0415 - see `sanctcheck.cli`

    as_of: date = options["as_of"].date() if options["as_of"] else today()
    try:
        sys.exit(_run(options, as_of))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except LawError as error:
        say_what_is_wrong_with_the_law(error)
        sys.exit(2)


def _run(options: dict[str, Any], as_of: date) -> int:
    from sanctcheck.days import after  # noqa: PLC0415
    from sanctcheck.deadlines import Calendar  # noqa: PLC0415

    calendar = Calendar(as_of)
    found, unread = _gather(calendar, options)
    deadlines = calendar.all()
    if options["within"] is not None:
        last = after(as_of, options["within"])
        deadlines = [each for each in deadlines if each.is_open and each.day <= last]
    if unread and unread == found:
        return 1
    for piece in _written(deadlines, options["format_"], as_of):
        click.echo(piece, nl=False)
    if not found:
        click.echo("sanctcheck: no dossier was found there: no .yaml, .yml or .json file is one.", err=True)
        return 3
    counts = [each for each in deadlines if options["within"] is not None or each.status == "overdue"]
    return 1 if counts or unread else 0


def _gather(calendar: Calendar, options: dict[str, Any]) -> tuple[int, int]:
    """Reads the dossiers into the calendar; how many there were, and how many of them could not be read."""
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415
    from sanctcheck.text import visible  # noqa: PLC0415
    from sanctcheck.validation import Request, validate  # noqa: PLC0415

    criteria: Path | None = options["criteria"]
    request = Request(calendar.as_of, options["regimes"], max_bytes=options["max_bytes"])
    found = unread = 0
    for validated in validate(candidates(options["paths"]), law_from(criteria), request):
        if validated is None:
            continue
        found += 1
        if validated.dossier is None:
            unread += 1
            name = visible(validated.document.name)
            click.echo(f"sanctcheck: {name} could not be read; see: sanctcheck validate {name}", err=True)
        calendar.add(validated)
    return found, unread


def _written(deadlines: Sequence[Deadline], form: str, as_of: date) -> Iterable[str]:
    if form == "terminal":
        from sanctcheck.report.deadlines import terminal  # noqa: PLC0415 - only the form asked for is imported

        return terminal.text(deadlines, view_of(as_of))
    if form == "json":
        from sanctcheck.report.deadlines import json_list  # noqa: PLC0415

        return [json_list.text(deadlines, as_of)]
    from sanctcheck.report.deadlines import calendar_file  # noqa: PLC0415

    return [calendar_file.text(deadlines, as_of)]
