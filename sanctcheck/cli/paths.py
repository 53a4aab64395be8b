"""Which files a command reads: named one by one, in a file of names, found in folders."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.dossier.discovery import Candidate

_MOST_BYTES = 16 * 1024 * 1024
"""More names than a repository has files."""


def paths_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`PATH...`, `--files-from` and `--skip-others`; `named_files` reads what they say."""
    for option in (
        click.option(
            "--skip-others",
            is_flag=True,
            help="Pass over files that do not begin as a dossier, also where they are named: for hooks.",
        ),
        click.option(
            "--files-from",
            metavar="FILE",
            help="Also take what this file names, separated by NUL characters, or else one a line; - reads standard input.",
        ),
        click.argument("paths", metavar="PATH...", nargs=-1),
    ):
        command = option(command)
    return command


def named_paths(given: dict[str, Any]) -> tuple[str, ...]:
    """What was named, on the command line and in a file of names.

    Raises:
        click.UsageError: nothing was named, or the file of names cannot be read.
    """
    from sanctcheck.dossier.discovery import STANDARD_INPUT  # noqa: PLC0415 - see `sanctcheck.cli`

    names: tuple[str, ...] = given["paths"]
    if given["files_from"] is not None:
        if given["files_from"] == STANDARD_INPUT and STANDARD_INPUT in names:
            raise click.UsageError(
                "Standard input is either a dossier or the names of files: leave out one “-”."
            )
        return (*names, *_names_in(given["files_from"]))
    if not names:
        raise click.UsageError("Name a file, a folder or a pattern, or - for standard input.")
    return names


def named_files(given: dict[str, Any]) -> list[Candidate]:
    """The files that what was named leads to.

    Raises:
        click.UsageError: nothing was named, or what was named cannot be.
    """
    from sanctcheck.dossier.discovery import candidates  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.errors import UsageError  # noqa: PLC0415

    try:
        return candidates(named_paths(given), skip_others=given["skip_others"])
    except UsageError as error:
        raise click.UsageError(str(error)) from error


def _names_in(file: str) -> list[str]:
    try:
        with sys.stdin.buffer if file == "-" else open(file, "rb") as stream:  # noqa: PTH123 - one of two streams
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise click.UsageError(f"The names of --files-from cannot be read: {error.strerror}.") from error
    if len(data) > _MOST_BYTES:
        raise click.UsageError(f"The file of --files-from has more than {_MOST_BYTES} bytes.")
    parts = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(part) for part in parts if part]
