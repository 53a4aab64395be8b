"""`sanctcheck diff`: what was met and no longer is, what was mended, and what changed in evidence and process."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.options import (
    DAY,
    criteria_option,
    law_from,
    max_bytes_option,
    say_what_is_wrong_with,
    today,
    view_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sanctcheck.difference.compare import Difference, Version
    from sanctcheck.law.load import Law
    from sanctcheck.report.difference.words import Sides
    from sanctcheck.revisions.sides import Side


@click.command("diff", short_help="Compare two versions of dossiers: what is lacking now, what was mended.")
@click.argument("old")
@click.argument("new")
@click.argument("paths", metavar="[-- PATH...]", nargs=-1)
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="The day of both assessments; today, in UTC, if left out."
)
@click.option("--old-as-of", type=DAY, metavar="DATE", help="Another day for OLD.")
@click.option("--new-as-of", type=DAY, metavar="DATE", help="Another day for NEW.")
@click.option(
    "--regime",
    "regimes",
    metavar="ID",
    multiple=True,
    help="Assess under this regime (repeatable) instead of those that the dossiers name.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "none"]),
    default="error",
    show_default=True,
    help="From which severity on something newly lacking makes the exit status 1.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json", "markdown"]),
    default="terminal",
    show_default=True,
    help="Form of the comparison.",
)
@max_bytes_option
@criteria_option
def command(**options: Any) -> None:
    """Compare OLD with NEW: files, folders, or revisions of a git repository.

    Both are assessed by the law of their act, for the same day unless other days are given. Dossiers are paired by their
    id, else by their path. Files of exhibits are not opened.

    \b
    sanctcheck diff old.yaml new.yaml             two files, or two folders
    sanctcheck diff main HEAD                     two revisions
    sanctcheck diff main HEAD -- dossiers/gb      the same, below a path
    sanctcheck diff HEAD~1:a.yaml HEAD:b.yaml     a file of each
    sanctcheck diff HEAD dossiers/a.yaml          a revision and what is there now

    What is called like a file that is there is that file; REV: is always a revision. Nothing of the repository is run.

    \b
    Exit status
      0  nothing is newly lacking at or above --fail-on
      1  something is, or NEW cannot be read
      2  could not run: wrong options, unusable criteria
      3  nothing to compare: neither side has a dossier
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.errors import LawError, UsageError  # noqa: PLC0415 - see `sanctcheck.cli`

    try:
        sys.exit(_run(options))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except LawError as error:
        say_what_is_wrong_with(error)
        sys.exit(2)


def _run(options: dict[str, Any]) -> int:
    from sanctcheck.difference.compare import differences  # noqa: PLC0415
    from sanctcheck.report.difference.words import Sides  # noqa: PLC0415
    from sanctcheck.revisions.sides import sides_of  # noqa: PLC0415

    law = law_from(options["criteria"])
    common: date = options["as_of"].date() if options["as_of"] else today()
    days = [options[name].date() if options[name] else common for name in ("old_as_of", "new_as_of")]
    old, new = sides_of(options["old"], options["new"], options["paths"])
    before, after = (_versions(side, day, law, options) for side, day in zip((old, new), days, strict=True))
    compared = list(differences(before, after))
    if not compared:
        click.echo("sanctcheck: neither side has a dossier: no .yaml, .yml or .json file is one.", err=True)
        return 3
    _write(compared, Sides(options["old"], options["new"], *days), options["format_"])
    return _status(compared, options["fail_on"])


def _versions(side: Side, day: date, law: Law, options: dict[str, Any]) -> list[tuple[str, Version]]:
    from sanctcheck.difference.compare import version  # noqa: PLC0415
    from sanctcheck.validation import Request, validate  # noqa: PLC0415

    request = Request(day, options["regimes"], max_bytes=options["max_bytes"], opens_exhibits=False)
    with ExitStack() as open_:
        checked = validate(side.candidates(open_, options["max_bytes"]), law, request)
        return [
            (side.path(validated.document.name), version(validated, day))
            for validated in checked
            if validated is not None
        ]


def _write(compared: Sequence[Difference], sides: Sides, form: str) -> None:
    for piece in _written(compared, sides, form):
        click.echo(piece, nl=False)


def _written(compared: Sequence[Difference], sides: Sides, form: str) -> Iterable[str]:
    if form == "terminal":
        from sanctcheck.report.difference import terminal  # noqa: PLC0415 - only the form asked for is imported

        return terminal.text(compared, sides, view_of(sides.new_day))
    if form == "json":
        from sanctcheck.report.difference import json_document  # noqa: PLC0415

        return [json_document.text(compared, sides)]
    from sanctcheck.report.difference import markdown  # noqa: PLC0415

    return [markdown.text(compared, sides)]


def _status(compared: Iterable[Difference], fail_on: str) -> int:
    from sanctcheck.tally import COULD_NOT_RUN, FOUND, OK, SEVERITIES_THAT_FAIL  # noqa: PLC0415

    every = list(compared)
    records = [record for each in every for record in (each.old, each.new) if record is not None]
    if any(under.internal_errors for record in records for under in record.under):
        return COULD_NOT_RUN
    counted = SEVERITIES_THAT_FAIL[fail_on]  # type: ignore[index]
    lacking = (finding for each in every for finding in each.lacking)
    return FOUND if any(each.is_open and each.severity in counted for each in lacking) else OK
