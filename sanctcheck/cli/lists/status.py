"""`sanctcheck lists status`: what is kept, and how old it is."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from sanctcheck.cli.lists.options import (
    MISSING,
    format_option,
    max_age_option,
    plain_errors,
    say_lines,
    store_from,
    store_option,
)
from sanctcheck.cli.settings import asked_of_lists

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@click.command("status", short_help="Say what is kept of each list, and how old it is.")
@click.argument("names", metavar="[LIST]...", nargs=-1)
@max_age_option
@format_option("terminal", "json")
@store_option
def command(names: tuple[str, ...], max_age: int | None, format_: str, folder: Path | None) -> None:
    """Say of each list when it was published and fetched, from where, what it holds, and how old it is.

    Its age counts from the last time that it came whole. No connection is made.

    \b
    Exit status
      0  every list that was asked for is there and not too old
      2  could not run: wrong options, a store that cannot be used
      4  a list that was asked for (without LIST: one that is kept, or that a
         sanctcheck.toml asks for) is missing or too old
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    with plain_errors():
        sys.exit(_run(names, max_age, format_, folder))


def _run(names: Sequence[str], max_age: int | None, format_: str, folder: Path | None) -> int:
    from sanctcheck.lists.catalogue import chosen, published_lists  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.lists.standing import standing, usual_max_age  # noqa: PLC0415
    from sanctcheck.report.lists import json_form, terminal  # noqa: PLC0415

    now = datetime.now(UTC)
    known = published_lists()
    store = store_from(folder)
    there = store.ids()
    asked = list(
        dict.fromkeys(
            key for name in names for key in ([name] if name in there else chosen([name], known, now.date()))
        )
    )
    of_lists = asked_of_lists()
    days = of_lists.days(max_age, usual_max_age())
    wanted = asked or list(dict.fromkeys([*there, *of_lists.require]))
    stands = [standing(store.kept(list_id), known.get(list_id), now, days) for list_id in wanted]
    others = [] if asked else [each for each in chosen([], known, now.date()) if each not in wanted]
    if format_ == "json":
        click.echo(json_form.status(stands, others, days))
    else:
        say_lines(terminal.status(stands, others, now))
    return MISSING if not stands or any(each.is_stale for each in stands) else 0
