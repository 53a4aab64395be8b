"""`validate --lists`: dossiers held against the published lists while they are checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.basis import SnapshotUsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sanctcheck.cli.settings import AskedOfLists
    from sanctcheck.screen.chosen import Against
    from sanctcheck.validation import Validated

ALL = "all"


@dataclass(frozen=True, slots=True)
class Held:
    """Files held against lists: which ones, and whether one of them is too old."""

    checked: Iterable[Validated | None]
    lists: tuple[SnapshotUsed, ...]
    is_stale: bool


def lists_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--lists LIST[,LIST]`, `--list-file FILE` and `--store DIR`."""
    from sanctcheck.cli.lists.options import store_option  # noqa: PLC0415 - see `sanctcheck.cli`

    function = store_option(function)
    function = click.option(
        "--list-file",
        "list_files",
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Hold against a list as its publisher publishes it (repeatable).",
    )(function)
    return click.option(
        "--lists",
        "list_names",
        multiple=True,
        metavar="LIST[,LIST]",
        help="Hold those named in a dossier against these lists, or “all” that are kept.",
    )(function)


def asks_lists(given: dict[str, Any]) -> bool:
    """Whether the options ask for what the lists say."""
    return bool(given["list_names"] or given["list_files"])


def held_against_lists(
    checked: Iterable[Validated | None], given: dict[str, Any], of_lists: AskedOfLists
) -> Held:
    """The same files with what the lists say of them, which the options ask for.

    Raises:
        MissingError: a list that was asked for, on the command line or by the configuration, is not kept.
    """
    from sanctcheck.screen.dossier.checked import held_against  # noqa: PLC0415 - few runs ask for lists
    from sanctcheck.screen.screening import Wanted  # noqa: PLC0415

    ready = lists_asked_for(given, of_lists)
    used = tuple(SnapshotUsed(each.list, each.sha256, each.dated) for each in ready.corpus.lists)
    return Held(held_against(checked, ready.corpus, Wanted()), used, is_stale=ready.is_stale)


def lists_asked_for(given: dict[str, Any], of_lists: AskedOfLists) -> Against:
    """The lists that the options ask for, ready to be screened against; those that are too old are named.

    Raises:
        MissingError: a list that was asked for, on the command line or by the configuration, is not kept.
    """
    from datetime import UTC, datetime  # noqa: PLC0415 - few runs ask for lists

    from sanctcheck.cli.lists.options import store_from  # noqa: PLC0415
    from sanctcheck.lists.standing import usual_max_age  # noqa: PLC0415
    from sanctcheck.screen.chosen import Choice, against  # noqa: PLC0415
    from sanctcheck.text import listed  # noqa: PLC0415

    asked = [name.strip() for text in given["list_names"] for name in text.split(",") if name.strip()]
    names = tuple(name for name in asked if name != ALL)
    files = () if ALL in asked and not names else given["list_files"]
    choice = Choice(names, files, of_lists.days(None, usual_max_age()), datetime.now(UTC))
    store = store_from(given["folder"])
    if not names and not files:
        of_lists.refuse_missing(store.ids())
    ready = against(store, choice)
    stale = [each.list_id for each in ready.standings.values() if each.is_stale]
    if stale:
        click.echo(
            f"sanctcheck: too old: {listed(stale, 'and')}. Update them: sanctcheck lists update", err=True
        )
    return ready
