"""`sanctcheck lists verify`: whether everything that is kept is as it was written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sanctcheck.cli.lists.options import plain_errors, say_lines, store_from, store_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("verify", short_help="Compare everything that is kept with its hash.")
@click.argument("names", metavar="[LIST]...", nargs=-1)
@store_option
def command(names: tuple[str, ...], folder: Path | None) -> None:
    """Compare every raw file with its hash, and every manifest with the one after it, which holds its hash.

    \b
    Exit status
      0  everything is as it was written
      1  something is not
      2  could not run: wrong options, a store that cannot be used
      4  nothing is kept of a list that was asked for
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.lists.snapshot_names import MissingError  # noqa: PLC0415 - see `sanctcheck.cli`

    with plain_errors():
        store = store_from(folder)
        found = False
        for list_id in names or store.ids(even_damaged=True):
            kept = store.kept(list_id)
            if not kept.numbers() and not kept.is_damaged():
                raise MissingError(f"Nothing is kept of {list_id}.")
            faults = list(kept.faults())
            found = found or bool(faults)
            say_lines("".join(f"{list_id}: {fault}\n" for fault in faults))
            if not faults:
                click.echo(f"{list_id}: {len(kept.numbers())} snapshots, all as they were written")
        sys.exit(int(found))
