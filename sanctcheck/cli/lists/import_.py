"""`sanctcheck lists import`: take in files that are carried in by hand."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.cli.lists.options import (
    acceptance_from,
    acceptance_options,
    format_option,
    plain_errors,
    say_lines,
    store_from,
    store_option,
)
from sanctcheck.cli.options import DAY

if TYPE_CHECKING:
    from sanctcheck.lists.store import Store
    from sanctcheck.lists.update import Outcome


@click.command("import", short_help="Take in list files that were carried in by hand.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--list", "list_id", metavar="ID", help="Which list the files are, where their content does not say."
)
@click.option(
    "--fetched-on",
    type=DAY,
    metavar="DATE",
    help="The day on which the files were downloaded; else as old as the files are.",
)
@acceptance_options
@format_option("terminal", "json")
@store_option
def command(**options: Any) -> None:
    """Take in FILEs as their publishers publish them; whose they are is seen from their content.

    Files of a set, such as OFAC's sdn.csv, alt.csv, add.csv and sdn_comments.csv, are given together. The guards are
    those of `lists update`, and no connection is made.

    \b
    Exit status
      0  every list was taken in, or is there already
      1  a list was refused, or cannot be read; the last good one stays
      2  could not run: a file that is not there or no list, wrong options
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    with plain_errors(store_is_written=True):
        sys.exit(_run(options))


def _run(options: dict[str, Any]) -> int:
    from sanctcheck.lists.standing import standing, usual_max_age  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.report.lists import json_form, terminal  # noqa: PLC0415

    store = store_from(options["folder"])
    store.create()
    outcomes, known = _outcomes(store, options)
    now = datetime.now(UTC)
    pairs = [
        (each, standing(store.kept(each.list_id), known.get(each.list_id), now, usual_max_age()))
        for each in outcomes
    ]
    if options["format_"] == "json":
        click.echo(json_form.outcomes(pairs))
    else:
        say_lines(terminal.outcomes(pairs))
    if any(outcome.cause == "internal" for outcome in outcomes):
        return 2
    return int(any(outcome.result in {"refused", "failed"} for outcome in outcomes))


def _outcomes(store: Store, options: dict[str, Any]) -> tuple[list[Outcome], dict[str, Any]]:
    from sanctcheck.lists.at_hand import list_of, sorted_by_list  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.lists.carried import take_in_carried  # noqa: PLC0415
    from sanctcheck.lists.catalogue import published_lists  # noqa: PLC0415

    known = published_lists()
    acceptance = acceptance_from(options["accept"], options["accept_older"])
    day = None if options["fetched_on"] is None else options["fetched_on"].date()
    carried = sorted_by_list(options["files"])
    if options["list_id"] is not None and len(carried) > 1:
        raise click.UsageError("--list names one list, and the files are several.")
    outcomes = []
    for each in carried:
        list_id = options["list_id"] or list_of(each, known)
        outcomes.append(
            take_in_carried(store.kept(list_id), known.get(list_id), each, acceptance=acceptance, day=day)
        )
    return outcomes, known
