"""What is said of a mistake of ours: where it arose, and nothing that a dossier holds, unless a person asks for that."""

from __future__ import annotations

import hashlib
import os
import traceback
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST: Final = 12
_asked: list[bool] = []
"""Filled where a person asked for everything: a process is one call."""


def ask_for_all() -> None:
    """Notes that everything is to be shown of a mistake of ours; in the log of a CI, it is refused.

    Raises:
        UsageError: this is a CI. Whatever was protected in a dossier would stand in its log.
    """
    if os.environ.get("CI"):
        raise click.UsageError(
            "--debug shows what dossiers hold, protected parts too: it is refused where CI is set. Run it on your own machine."
        )
    _asked.append(True)


def say_that_it_is_ours(error: Exception) -> None:
    """The kind of a mistake, an id by which two reports of it can be told to be one, and the lines that led to it."""
    frames = list(_frames(error))
    last = frames[-1].rpartition("/")[2] if frames else "unknown place"
    name = hashlib.sha256("\n".join([type(error).__name__, *frames]).encode()).hexdigest()[:8]
    lines = [
        f"sanctcheck: internal error ({type(error).__name__} in {last}). This is a mistake of ours: please report it.",
        f"  id {name}, by way of",
        *(f"    {frame}" for frame in frames[-_DEEPEST:]),
    ]
    if _asked:
        lines += _everything(error)
    else:
        lines.append(
            "  What it was about is not shown, because it may be protected: sanctcheck --debug shows it."
        )
    click.echo("\n".join(lines), err=True)


def _frames(error: BaseException) -> Iterator[str]:
    """Files and lines, from the outermost call to the place: of ours below the package, of others by their name alone."""
    for frame in traceback.extract_tb(error.__traceback__):
        file = frame.filename.replace(os.sep, "/")
        _, found, ours = file.rpartition("/sanctcheck/")
        yield f"{ours if found else file.rpartition('/')[2]}:{frame.lineno}"


def _everything(error: BaseException) -> list[str]:
    from sanctcheck.text import visible  # noqa: PLC0415 - only a mistake needs it

    text = "".join(traceback.format_exception(error))
    return [f"  {visible(line)}" for line in text.splitlines()]
