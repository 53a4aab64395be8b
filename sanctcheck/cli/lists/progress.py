"""How far a download is: a bar on a terminal, and elsewhere a line when something keeps it waiting."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sanctcheck.lists.fetch.asking import Progress


@contextmanager
def watching(list_id: str) -> Iterator[Callable[[Progress], None]]:
    """Shows the progress of one list on standard error."""
    if sys.stderr.isatty():
        with _bar(list_id) as watch:
            yield watch
    else:
        yield lambda progress: _line(list_id, progress)


def _line(list_id: str, progress: Progress) -> None:
    if progress.note is not None:
        click.echo(f"{list_id}: {visible(progress.note)}", err=True)


@contextmanager
def _bar(list_id: str) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console  # noqa: PLC0415 - loaded only once a bar is drawn
    from rich.markup import escape  # noqa: PLC0415
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(list_id, total=None)

        def watch(progress: object) -> None:
            note = getattr(progress, "note", None)
            described = list_id if note is None else f"{list_id}: {escape(visible(note))}"
            bars.update(
                task,
                description=described,
                completed=getattr(progress, "received", 0),
                total=getattr(progress, "total", None),
            )

        yield watch
