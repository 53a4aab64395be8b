"""`sanctcheck lists purge`: remove what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sanctcheck.cli.lists.options import plain_errors, store_from, store_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("purge", short_help="Remove old snapshots, or everything that is kept of a list.")
@click.argument("names", metavar="LIST...", nargs=-1, required=True)
@click.option(
    "--keep",
    type=click.IntRange(0, 100_000),
    required=True,
    metavar="NUMBER",
    help="How many of the newest snapshots stay; 0 removes the list from the store.",
)
@store_option
def command(names: tuple[str, ...], keep: int, folder: Path | None) -> None:
    """Remove all but the newest snapshots of each LIST. What was found in them cannot be repeated afterwards."""
    from sanctcheck.screen.home import forget_corpora  # noqa: PLC0415 - see `sanctcheck.cli`

    with plain_errors(store_is_written=True):
        store = store_from(folder)
        forget_corpora(store.folder)
        for list_id in names:
            kept = store.kept(list_id)
            if not kept.numbers():
                click.echo(f"{list_id}: nothing is kept", err=True)
                continue
            with kept.at_work():
                gone = kept.purge(keep)
            click.echo(f"{list_id}: {gone} snapshots removed, {len(kept.numbers())} kept")
