"""`sanctcheck portability`: under which other regimes a dossier would stand, and what each of them lacks."""

from __future__ import annotations

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
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.portability import Portability


@click.command(
    "portability", short_help="Show under which regimes a dossier would stand, and what is missing."
)
@click.argument("dossier", metavar="DOSSIER")
@click.option(
    "--regime",
    "regimes",
    metavar="ID",
    multiple=True,
    help="Only under this regime (repeatable).",
)
@click.option("--as-of", type=DAY, metavar="DATE", help="The day whose law is applied; today if left out.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "markdown", "json"]),
    default="terminal",
    show_default=True,
    help="Form of the report.",
)
@max_bytes_option
@colour_option
@criteria_option
def command(**options: Any) -> None:
    """Hold one DOSSIER (a file, or - for standard input) against every regime, so that States can list together.

    A matrix of standards and regimes, then what each regime lacks: the line, the provision, and what to do. Under a
    regime that the dossier does not name it is taken as a proposal. The law is that of the day of the report.

    \b
    Exit status
      0  the report was made, whatever it shows
      1  the dossier could not be read
      2  could not run: wrong options, unusable criteria
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.errors import LawError, UsageError  # noqa: PLC0415 - see `sanctcheck.cli`

    as_of: date = options["as_of"].date() if options["as_of"] else today()
    try:
        found = _found(options, as_of)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except LawError as error:
        say_what_is_wrong_with_the_law(error)
        sys.exit(2)
    if found is None:
        sys.exit(1)
    for piece in _written(found, options["format_"], as_of):
        click.echo(piece, nl=False)
    if any(column.under.internal_errors for column in found.columns):
        click.echo("sanctcheck: a check failed; `sanctcheck validate --all-regimes` names it.", err=True)
        sys.exit(2)


def _found(options: dict[str, Any], as_of: date) -> Portability | None:
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415
    from sanctcheck.portability import portability  # noqa: PLC0415
    from sanctcheck.text import visible  # noqa: PLC0415
    from sanctcheck.validation import Request, validate  # noqa: PLC0415

    law = law_from(options["criteria"])
    files = list(candidates([options["dossier"]]))
    if len(files) != 1:
        raise click.UsageError(f"Name one dossier; {len(files)} were found there.")
    [validated] = validate(files, law, Request(as_of, max_bytes=options["max_bytes"]))
    found = portability(validated, law, as_of, options["regimes"]) if validated else None
    if found is None:
        name = visible(files[0].name)
        click.echo(f"sanctcheck: {name} could not be read; see: sanctcheck validate {name}", err=True)
    return found


def _written(found: Portability, form: str, as_of: date) -> Iterable[str]:
    if form == "terminal":
        from sanctcheck.report.portability import terminal  # noqa: PLC0415 - only the form asked for is imported

        return terminal.text(found, view_of(as_of))
    if form == "markdown":
        from sanctcheck.report.portability import markdown  # noqa: PLC0415

        return markdown.text(found, as_of)
    from sanctcheck.report.portability import json_matrix  # noqa: PLC0415

    return [json_matrix.text(found, as_of)]
