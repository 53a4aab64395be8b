"""`sanctcheck lists show`: one listing, whole."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sanctcheck.cli.lists.options import format_option, plain_errors, say_lines, store_from, store_option

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.lists.model import Listing
    from sanctcheck.lists.snapshot import Manifest

NOTHING = 3


@click.command("show", short_help="Show one listing, whole.")
@click.argument("listing_id", metavar="ID")
@click.option(
    "--in",
    "snapshot",
    metavar="SNAPSHOT",
    help="Look in this list or snapshot alone: un-sc, un-sc@previous, un-sc@2026-03-01.",
)
@format_option("terminal", "json")
@store_option
def command(listing_id: str, snapshot: str | None, format_: str, folder: Path | None) -> None:
    """Show everything that a list says under ID: its own id (un-sc:6908555, 6908555) or reference (QDi.001).

    \b
    Exit status
      0  it was found
      2  could not run: wrong options, a store that cannot be used
      3  no list that is kept has such an id
      4  nothing is kept, or not the snapshot that was asked for
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    with plain_errors():
        sys.exit(_run(listing_id, snapshot, format_, folder))


def _run(listing_id: str, snapshot: str | None, format_: str, folder: Path | None) -> int:
    from sanctcheck.report.lists import json_form, terminal  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.text import listed, quoted, visible  # noqa: PLC0415

    found, looked_in = _found(listing_id, snapshot, folder)
    if not found:
        where = listed([manifest.short for manifest in looked_in], "and")
        click.echo(f"sanctcheck: {visible(quoted(listing_id))} is in none of {where}.", err=True)
        return NOTHING
    if format_ == "json":
        click.echo(json_form.listings(found))
    else:
        say_lines("\n".join(terminal.listing(listing, manifest) for manifest, listing in found))
    return 0


def _found(
    listing_id: str, snapshot: str | None, folder: Path | None
) -> tuple[list[tuple[Manifest, Listing]], list[Manifest]]:
    from sanctcheck.lists.search import found_in  # noqa: PLC0415
    from sanctcheck.lists.snapshot_names import MissingError, snapshot_named  # noqa: PLC0415 - see `sanctcheck.cli`

    store = store_from(folder)
    names = store.ids() if snapshot is None else [snapshot]
    if not names:
        raise MissingError("No list is kept. Fetch them: sanctcheck lists update")
    pairs = [snapshot_named(store, name) for name in names]
    found = [
        (manifest, listing) for kept, manifest in pairs for listing in found_in(kept, manifest, listing_id)
    ]
    return found, [manifest for _, manifest in pairs]
