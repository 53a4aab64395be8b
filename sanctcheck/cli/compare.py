"""`sanctcheck compare`: regimes side by side, standard by standard."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.options import (
    DAY,
    colour_option,
    criteria_option,
    law_from,
    say_what_is_wrong_with_the_law,
    today,
    view_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.compare import Table

_FAMILIES = (
    *("identity", "scope", "legality", "evidence", "due-process", "delisting"),
    *("proportionality", "confidentiality", "accountability"),
)


@click.command("compare", short_help="Lay regimes side by side, standard by standard.")
@click.argument("regimes", metavar="[REGIME[@DATE]]...", nargs=-1)
@click.option(
    "--against",
    metavar="REGIME[@DATE]",
    help="Hold each regime against this one, for example common: where it is weaker, and where stricter.",
)
@click.option(
    "--family",
    "families",
    metavar="FAMILY",
    type=click.Choice(_FAMILIES),
    multiple=True,
    help=f"Only standards of this family (repeatable): {', '.join(_FAMILIES)}.",
)
@click.option("--standard", "standards", metavar="ID", multiple=True, help="Only this standard (repeatable).")
@click.option("--diff", is_flag=True, help="Only standards on which the regimes differ.")
@click.option(
    "--all",
    "programmes",
    is_flag=True,
    help="Without REGIME: programmes on other subjects than human rights and corruption too.",
)
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="The day of regimes named without one; today if left out."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "markdown", "csv", "json", "html"]),
    default="terminal",
    show_default=True,
    help="Form of the comparison.",
)
@colour_option
@criteria_option
def command(**options: Any) -> None:
    """Compare regimes: rows are standards, columns regimes on a day, cells typed values with provision and mark.

    Without REGIME, every regime against human-rights abuse or corruption, and the draft of a collective standard. One regime on two days shows what was
    gained and lost between them.

    \b
    sanctcheck compare gb-ghr eu-ghr ca-jvcfoa --family due-process
    sanctcheck compare --against common --diff
    sanctcheck compare gb-ghr@2021-01-01 gb-ghr@2026-01-01 --diff
    sanctcheck compare --format html > comparison.html
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.compare import Question, compared  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.errors import LawError, UsageError  # noqa: PLC0415

    day: date = options["as_of"].date() if options["as_of"] else today()
    question = Question(
        day=day,
        names=options["regimes"],
        programmes=options["programmes"],
        against=options["against"],
        families=options["families"],
        standards=options["standards"],
        only_differing=options["diff"],
    )
    try:
        table = compared(law_from(options["criteria"]), question)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except LawError as error:
        say_what_is_wrong_with_the_law(error)
        sys.exit(2)
    for piece in _written(table, options["format_"], day):
        click.echo(piece, nl=False)


def _written(table: Table, form: str, day: date) -> Iterable[str]:
    if form == "terminal":
        from sanctcheck.report.compare import terminal  # noqa: PLC0415 - only the form asked for is imported

        return terminal.text(table, view_of(day))
    if form == "markdown":
        from sanctcheck.report.compare import markdown  # noqa: PLC0415

        return markdown.text(table)
    if form == "csv":
        from sanctcheck.report.compare import csv_table  # noqa: PLC0415

        return csv_table.text(table)
    if form == "html":
        from sanctcheck.report.compare import html  # noqa: PLC0415

        return [html.text(table, day)]
    from sanctcheck.report.compare import json_table  # noqa: PLC0415

    return [json_table.text(table)]
