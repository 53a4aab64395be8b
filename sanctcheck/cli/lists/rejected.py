"""`sanctcheck lists rejected`: what was not taken, ready to be reported to whoever mends the reader of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sanctcheck.cli.lists.options import plain_errors, say_lines, store_from, store_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("rejected", short_help="Say what was not taken and why, ready to be reported.")
@click.argument("names", metavar="[LIST]...", nargs=-1)
@store_option
def command(names: tuple[str, ...], folder: Path | None) -> None:
    """Say of each LIST what was not taken the last time, and why: when, from where, by which version.

    Where a publisher has changed the form of its list, these lines are what the makers of sanctcheck need to mend the
    reader of it. They hold words of the format, figures and ids of listings, no names.

    \b
    Exit status
      0  something was not taken, and is said
      2  could not run: a store that cannot be used
      3  nothing was rejected
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    import sys  # noqa: PLC0415 - see `sanctcheck.cli`

    from sanctcheck.lists.rejected import last_rejected  # noqa: PLC0415
    from sanctcheck.report.lists import terminal  # noqa: PLC0415

    with plain_errors():
        store = store_from(folder)
        asked = names or store.folders()
        found = {each: last_rejected(store.kept(each).folder / "rejected") for each in asked}
    said = [terminal.rejected(list_id, each) for list_id, each in found.items() if each is not None]
    if not said:
        click.echo("sanctcheck: nothing was rejected.", err=True)
        sys.exit(3)
    say_lines("\n".join(said))
