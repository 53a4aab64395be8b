"""`sanctcheck lists purge`: remove what is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from sanctcheck.cli.lists.options import plain_errors, store_from, store_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sanctcheck.lists.store import Store

_OURS = re.compile(r"[0-9a-f]{64}(?:\.pack)?(?:\.[0-9a-f]{1,64}\.tmp)?")
"""What the files of caches are called."""


@click.command("purge", short_help="Remove old snapshots, or everything that is kept.")
@click.argument("names", metavar="[LIST]...", nargs=-1)
@click.option(
    "--keep",
    type=click.IntRange(0, 100_000),
    metavar="NUMBER",
    help="How many of the newest snapshots stay; 0 removes the list from the store.",
)
@click.option(
    "--everything",
    is_flag=True,
    help="Remove all lists, what was made of them, results of checks that were kept, and answers of addresses.",
)
@store_option
def command(names: tuple[str, ...], keep: int | None, folder: Path | None, *, everything: bool) -> None:
    """Remove all but the newest snapshots of each LIST. What was found in them cannot be repeated afterwards.

    With --everything, nothing of what sanctcheck keeps by itself is left on this machine: neither lists and the record
    of asking for them, nor what was refused, nor results. Reports are where you had them written; they are yours to remove.
    """
    if everything == bool(names) or (keep is None) != everything:
        raise click.UsageError("Name lists and say how many stay (--keep NUMBER), or ask for --everything.")
    with plain_errors(store_is_written=True):
        store = store_from(folder)
        for line in _all_gone(store) if everything else _gone(store, names, keep or 0):
            click.echo(line)


def _gone(store: Store, names: Iterable[str], keep: int) -> Iterator[str]:
    from sanctcheck.lists.cache import forget_old  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.screen.home import forget_corpora  # noqa: PLC0415 - see `sanctcheck.cli`

    forget_corpora(store.folder)
    for list_id in names:
        kept = store.kept(list_id)
        if not kept.folder.is_dir():
            click.echo(f"{list_id}: nothing is kept", err=True)
            continue
        with kept.at_work():
            gone = kept.purge(keep)
            if keep:
                forget_old(kept)
        yield f"{list_id}: {gone} snapshots removed, {len(kept.numbers())} kept"


def _all_gone(store: Store) -> Iterator[str]:
    from sanctcheck.checking import result_cache  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.links import kept  # noqa: PLC0415

    yield from _gone(store, store.folders(), 0)
    for folder, what in (
        (result_cache.usual_folder(), "results"),
        (kept.usual_folder(), "answers of addresses"),
    ):
        number = 0 if folder is None else _emptied(folder)
        yield f"{what}: {number} files removed"


def _emptied(folder: Path) -> int:
    """Removes the files of a cache, which lie side by side in it; whatever else is there is not ours."""
    if folder.is_symlink() or not folder.is_dir():
        return 0
    files = [
        path
        for path in folder.iterdir()
        if _OURS.fullmatch(path.name) and path.is_file() and not path.is_symlink()
    ]
    for path in files:
        path.unlink(missing_ok=True)
    return len(files)
