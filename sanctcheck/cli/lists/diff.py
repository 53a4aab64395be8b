"""`sanctcheck lists diff`: what two snapshots differ in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from sanctcheck.cli.lists.options import format_option, plain_errors, say_lines, store_from, store_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("diff", short_help="Say which listings were added, removed and amended.")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B", required=False)
@format_option("terminal", "json")
@store_option
def command(before: str, after: str | None, format_: str, folder: Path | None) -> None:
    """Say which listings were added, removed and amended between two snapshots A and B of a list.

    \b
    un-sc                the newest
    un-sc@previous       the one before it
    un-sc@2026-03-01     the newest that had come by this day
    un-sc@79743b32fe88   the one whose hash begins so
    With A alone, what has changed since: `sanctcheck lists diff un-sc@previous`.

    \b
    Exit status
      0  the difference was told, if there is any
      2  could not run: wrong options, a store that cannot be used
      4  a snapshot that was asked for is not kept
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    from sanctcheck.lists.cache import listings  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.lists.difference import difference  # noqa: PLC0415
    from sanctcheck.lists.snapshot_names import snapshot_named  # noqa: PLC0415
    from sanctcheck.report.lists import json_form, terminal  # noqa: PLC0415

    with plain_errors():
        store = store_from(folder)
        sides = snapshot_named(store, before), snapshot_named(store, after or before.partition("@")[0])
        found = difference(*(partial(listings, kept, manifest) for kept, manifest in sides))
        manifests = (sides[0][1], sides[1][1])
        if format_ == "json":
            click.echo(json_form.difference(found, manifests))
        else:
            say_lines(terminal.difference(found, manifests))
