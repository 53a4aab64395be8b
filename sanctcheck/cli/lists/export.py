"""`sanctcheck lists export`: the listings, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from sanctcheck.cli.lists.options import format_option, plain_errors, store_from, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.snapshot import Manifest


@click.command("export", short_help="Write listings as CSV, JSON or FollowTheMoney.")
@click.argument("names", metavar="[SNAPSHOT]...", nargs=-1)
@format_option("csv", "json", "ftm")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file.",
)
@click.option(
    "--csv-raw",
    is_flag=True,
    help="Write cells as they are; else a ' stands before those that a spreadsheet would compute.",
)
@store_option
def command(names: tuple[str, ...], **options: Any) -> None:
    """Write the listings of lists or snapshots (un-sc, un-sc@previous); of every list that is kept without a name.

    csv is a table with a row a listing, json an array with everything that is known of each, ftm a line of
    FollowTheMoney an entity. The lists have their own terms of use: `lists status --format json` names what is known.

    \b
    Exit status
      0  the listings were written
      2  could not run: wrong options, a file that cannot be written
      4  nothing is kept, or not the snapshot that was asked for
      5  the output could not be written, and nothing of it is there
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    with plain_errors():
        _run(names, options)


def _run(names: tuple[str, ...], options: dict[str, Any]) -> None:
    from sanctcheck.cli.places import report_at  # noqa: PLC0415
    from sanctcheck.lists.cache import listings  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.lists.snapshot_names import MissingError, snapshot_named  # noqa: PLC0415

    store = store_from(options["folder"])
    chosen = [snapshot_named(store, name) for name in names or store.ids()]
    if not chosen:
        raise MissingError("No list is kept. Fetch them: sanctcheck lists update")
    found = ((manifest, listing) for kept, manifest in chosen for listing in listings(kept, manifest))
    if options["output"] is None:
        _write(sys.stdout.buffer, found, options)
    else:
        with report_at(options["output"]) as file:
            _write(file, found, options)


def _write(file: IO[bytes], found: Iterator[tuple[Manifest, Listing]], options: dict[str, Any]) -> None:
    from sanctcheck.report.lists.exported import as_csv, as_ftm, as_json  # noqa: PLC0415 - see `sanctcheck.cli`

    pieces = {
        "csv": lambda: as_csv(found, raw=options["csv_raw"]),
        "json": lambda: as_json(found),
        "ftm": lambda: as_ftm(found),
    }[options["format_"]]()
    for piece in pieces:
        file.write(piece)
    file.flush()
