"""`sanctcheck survey`: many dossiers at once, and the published lists beside one another."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from sanctcheck.cli.lists.options import max_age_option, plain_errors, store_option
from sanctcheck.cli.options import DAY, colour_option, criteria_option, max_bytes_option
from sanctcheck.cli.working import working_options

LEVELS = ("public", "unmarked", "official", "restricted")


@click.command("survey", short_help="Look at many dossiers, or at the lists of several states, at once.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--lists",
    "names",
    multiple=True,
    metavar="LIST[,LIST]",
    help="Survey these lists, publishers or snapshots, or “all” that are kept.",
)
@click.option(
    "--list-file",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Survey a list as its publisher publishes it (repeatable).",
)
@click.option("--state", metavar="STATE", help="Only gaps of this state: UK, or United Kingdom.")
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="What people judged of doubtful pairs before (docs/survey.md).",
)
@click.option(
    "--up-to",
    type=click.Choice(LEVELS),
    default=LEVELS[-1],
    show_default=True,
    help="Speak of parts of dossiers that are marked up to this level; never of what is protected.",
)
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="The day of the survey, year-month-day; today if left out."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json", "csv", "markdown", "html"]),
    default="terminal",
    show_default=True,
    help="Form of the output.",
)
@click.option("--table", metavar="NAME", help="Which table CSV holds; the first that is of use if left out.")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to this file, whole or not at all.",
)
@click.option(
    "--csv-raw",
    is_flag=True,
    help="Write CSV cells as they are, also those that a spreadsheet would compute.",
)
@max_age_option
@store_option
@working_options
@colour_option
@max_bytes_option
@criteria_option
def command(**options: Any) -> None:
    """Survey dossiers (files, folders, patterns), lists, or both.

    Of dossiers: kinds of conduct, actors, places and victims; how long they took; on what evidence they rest; and like cases
    treated unlike, as questions. Of lists: who is listed by which states for human-rights abuse or corruption, who by
    one alone, how long others took, and who does not list. It counts and asks; it ranks nobody. No connection is made.

    \b
    sanctcheck survey dossiers/
    sanctcheck survey --lists all --format html -o survey.html
    sanctcheck survey --lists all --state UK --format csv --table gaps

    \b
    Exit status
      0  the survey was made
      2  could not run: wrong options, a file that cannot be read
      3  nothing to survey
      4  a list is missing, or too old: then the survey is made all the same
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.cli.surveying.run import survey_as_asked  # noqa: PLC0415 - see `sanctcheck.cli`

    with plain_errors():
        sys.exit(survey_as_asked(options))
