"""`sanctcheck lists update`: bring lists up to date."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click
import msgspec

from sanctcheck.cli.lists.options import (
    MISSING,
    acceptance_from,
    acceptance_options,
    format_option,
    max_age_option,
    plain_errors,
    say_lines,
    store_from,
    store_option,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sanctcheck.lists.catalogue import PublishedList
    from sanctcheck.lists.store import Store
    from sanctcheck.lists.update import Outcome


@click.command("update", short_help="Fetch lists from their publishers, and keep what is new.")
@click.argument("names", metavar="[LIST]...", nargs=-1)
@click.option(
    "--source",
    "sources",
    metavar="LIST=URL",
    multiple=True,
    help="Take this list from another address, from a file: address or from a file.",
)
@click.option(
    "--mirror", metavar="DIR|URL", help="Take every list from this folder or address, by its file name."
)
@click.option(
    "--timeout",
    type=click.FloatRange(1, 86_400),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="How long one list may take, all tries together.",
)
@acceptance_options
@max_age_option
@format_option("terminal", "json")
@store_option
def command(**options: Any) -> None:
    """Bring lists up to date: those named, all of a publisher (us-ofac), or all.

    A list that has not changed is not sent again. What comes is read whole and held beside the last good one before it
    is kept: where entries, a kind of entries or a field are gone, the list is refused and the last good one stays.

    \b
    Exit status
      0  every list that was asked for is up to date
      1  a list was refused, or did not come; the last good one is not too old
      2  could not run: wrong options, an unusable store, a mistake of ours
      4  a list that was asked for is missing or too old
    """  # noqa: D301 - click keeps the lines behind its \b as they stand
    with plain_errors(store_is_written=True):
        sys.exit(_run(options))


def _run(options: dict[str, Any]) -> int:
    from sanctcheck.lists.catalogue import chosen, published_lists  # noqa: PLC0415 - see `sanctcheck.cli`

    now = datetime.now(UTC)
    known = published_lists()
    wanted = chosen(options["names"], known, now.date())
    acceptance = acceptance_from(options["accept"], options["accept_older"])
    if (acceptance.drop or acceptance.older) and not options["names"]:
        raise click.UsageError("Name the lists that you accept: one reason can hardly hold for all of them.")
    lists = _sourced({list_id: known[list_id] for list_id in wanted}, options["sources"], options["mirror"])
    store = store_from(options["folder"])
    store.create()
    outcomes = _outcomes(store, lists, (acceptance, options["timeout"]))
    return _told(store, lists, outcomes, options)


def _sourced(
    lists: dict[str, PublishedList], sources: Iterable[str], mirror: str | None
) -> dict[str, PublishedList]:
    if mirror is not None:
        lists = {
            list_id: msgspec.structs.replace(each, url=f"{mirror.rstrip('/')}/{each.file}", hosts=())
            for list_id, each in lists.items()
        }
    for source in sources:
        list_id, given, url = source.partition("=")
        if not given or not url:
            raise click.UsageError(f"--source needs LIST=URL, and “{source}” is not that.")
        if list_id not in lists:
            raise click.UsageError(f"--source names “{list_id}”, which is not among the lists to update.")
        lists[list_id] = msgspec.structs.replace(lists[list_id], url=url)
    return lists


def _outcomes(store: Store, lists: Mapping[str, PublishedList], how: tuple[Any, float]) -> list[Outcome]:
    from sanctcheck.cli.lists.progress import watching  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.lists.fetch.asking import Limits  # noqa: PLC0415
    from sanctcheck.lists.update import Request, update  # noqa: PLC0415

    acceptance, timeout = how
    outcomes = []
    for list_id, published in lists.items():
        with watching(list_id) as watch:
            request = Request(Limits(total=timeout), watch, acceptance)
            outcomes.append(update(store.kept(list_id), published, request))
    return outcomes


def _told(
    store: Store, lists: Mapping[str, PublishedList], outcomes: list[Outcome], options: dict[str, Any]
) -> int:
    from sanctcheck.lists.standing import standing, usual_max_age  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.report.lists import json_form, terminal  # noqa: PLC0415

    max_age = usual_max_age() if options["max_age"] is None else options["max_age"]
    now = datetime.now(UTC)
    pairs = [
        (outcome, standing(store.kept(outcome.list_id), lists[outcome.list_id], now, max_age))
        for outcome in outcomes
    ]
    if options["format_"] == "json":
        click.echo(json_form.outcomes(pairs))
    else:
        say_lines(terminal.outcomes(pairs))
    if any(outcome.cause == "internal" for outcome in outcomes):
        return 2
    if any(stands.is_stale for _, stands in pairs):
        return MISSING
    return int(any(outcome.result in {"refused", "failed", "busy"} for outcome in outcomes))
