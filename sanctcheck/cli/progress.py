"""A progress bar that appears once the work has taken a second, where the output is a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")
_PATIENCE = 1.0


def watched(items: Iterable[Item], total: int | None = None) -> Iterable[Item]:
    """The items; with a progress bar from the second second on where standard output or error is a terminal.

    Where `total` says how many there will be, none is asked for before its time.
    """
    if sys.stdout.isatty() or sys.stderr.isatty():
        there = list(items) if total is None else items
        return _with_bar(there, len(there) if isinstance(there, list) else total or 0)
    return items


def _with_bar(items: Iterable[Item], total: int) -> Iterator[Item]:
    started = time.monotonic()
    bar = None
    try:
        for item in items:
            if bar is None and time.monotonic() - started > _PATIENCE:
                bar = _Bar(total)
            yield item
            if bar is not None:
                bar.advance()
    finally:
        if bar is not None:
            bar.stop()


def counting(items: Iterable[Item], words: str) -> Iterator[Item]:
    """The items, however many there will be; their number so far on standard error, where that is a terminal."""
    if (
        not sys.stderr.isatty() or sys.stdout.isatty()
    ):  # a report on the same terminal shows itself how far it is
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 - loaded only once a bar is drawn
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words, total=None)
        for item in items:
            yield item
            progress.advance(task)


class _Bar:
    """rich's bar. Where the report goes to the same terminal, rich prints it above the bar."""

    def __init__(self, total: int) -> None:
        from rich.console import Console  # noqa: PLC0415 - loaded only once a bar is drawn
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=not sys.stdout.isatty()), transient=True)
        self._task = self._progress.add_task("checking", total=total)
        self._progress.start()

    def advance(self) -> None:
        self._progress.advance(self._task)

    def stop(self) -> None:
        self._progress.stop()
