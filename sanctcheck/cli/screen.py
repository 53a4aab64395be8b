"""`sanctcheck screen`: whether somebody is listed, and whether it is surely they."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from sanctcheck.cli.in_public import names_option
from sanctcheck.cli.lists.options import max_age_option, plain_errors, store_option


@click.command("screen", short_help="Hold a name, a dossier or a file of names against the lists.")
@click.argument("subject", metavar="NAME|FILE")
@click.option(
    "--alias", "aliases", multiple=True, metavar="NAME", help="Another name of theirs (repeatable)."
)
@click.option("--dob", multiple=True, metavar="DATE", help="Birth date, whole or partial: 1965-03-02, 1965.")
@click.option("--country", multiple=True, metavar="COUNTRY", help="A country of theirs, by code or name.")
@click.option("--kind", type=click.Choice(["person", "entity", "vessel", "aircraft"]), help="What they are.")
@click.option("--gender", type=click.Choice(["male", "female"]), help="Their gender.")
@click.option(
    "--id", "numbers", multiple=True, metavar="KIND:NUMBER", help="A number: passport:A123, imo:9285835."
)
@click.option("--columns", metavar="MAP", help="Which column says what: “name=Full Name,dob=Born”.")
@click.option(
    "--lists",
    "names",
    multiple=True,
    metavar="LIST[,LIST]",
    help="These lists, publishers or snapshots alone.",
)
@click.option(
    "--list-file",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A list as its publisher publishes it, instead of those that are kept (repeatable).",
)
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    metavar="SCORE",
    help="From which score on a listing is a hit.",
)
@click.option(
    "--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="Hits of a query at most."
)
@click.option("--removed", is_flag=True, help="Count those as hits too who are listed no more.")
@click.option("--explain", is_flag=True, help="Say what speaks for and against each hit.")
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="What people judged of hits before (docs/screening.md).",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json", "csv", "jsonl", "parquet", "decisions"]),
    default="terminal",
    show_default=True,
    help="Form of the output; “decisions” gives blocks to fill in.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to this file, whole or not at all; with --cluster, a folder.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS|NUMBER",
    help="Screen Parquet on this Dask cluster, or with so many workers here.",
)
@click.option(
    "--csv-raw",
    is_flag=True,
    help="Write CSV cells as they are, also those that a spreadsheet would compute.",
)
@click.option(
    "--processes", type=click.IntRange(1, 256), metavar="NUMBER", help="Cores for a file; else all."
)
@names_option
@max_age_option
@store_option
def command(**options: Any) -> None:
    """Hold NAME, or the names in FILE, against the published lists that are kept.

    FILE is a dossier (.yaml, .json) or a table of names (.csv, .tsv, .txt, .jsonl, .parquet). The columns of a table
    are known by their headings: name, or first and last; aliases, dob, country, kind, gender, numbers, id. No
    connection is made. A hit is a possible match; a person decides.

    \b
    Exit status
      0  no listing comes near
      1  there are possible matches, or rows that could not be screened
      2  could not run: wrong options, a file that cannot be read
      3  nothing to screen
      4  a list is missing or too old; what was found is shown all the same
      5  the output could not be written, and nothing of it is there
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.cli.screening.run import screen_as_asked  # noqa: PLC0415 - see `sanctcheck.cli`

    with plain_errors():
        sys.exit(screen_as_asked(options))
