"""What the commands on lists share: the store, acceptance, and how a failure is told."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sanctcheck.lists.intake import Acceptance
    from sanctcheck.lists.store import Store

MISSING = 4
"""The exit status where a list that was asked for is missing or too old."""


def store_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--store DIR`: another store than the usual one."""
    return click.option(
        "--store",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Where the lists are kept; else what SANCTCHECK_LISTS names, or a folder among your caches.",
    )(function)


def acceptance_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--accept REASON` and `--accept-older REASON`."""
    function = click.option(
        "--accept-older",
        metavar="REASON",
        help="Take a list that is dated before the one that is kept; the reason is recorded.",
    )(function)
    return click.option(
        "--accept",
        "--accept-drop",
        "accept",
        metavar="REASON",
        help="Take a list although it has lost entries or fields, or changed its form; the reason is recorded.",
    )(function)


def acceptance_from(accept: str | None, accept_older: str | None) -> Acceptance:
    """What the options accept. A reason says something."""
    from sanctcheck.lists.intake import Acceptance  # noqa: PLC0415 - see `sanctcheck.cli`

    reasons = [reason.strip() for reason in (accept, accept_older) if reason is not None]
    if not all(reasons):
        raise click.UsageError("Say why the list is accepted: --accept “the programme on X was ended”.")
    return Acceptance(
        "; ".join(dict.fromkeys(reasons)), drop=accept is not None, older=accept_older is not None
    )


def format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--format`, the first being the usual one."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Form of the output.",
    )


def max_age_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--max-age DAYS`."""
    return click.option(
        "--max-age",
        type=click.IntRange(0, 36_500),
        metavar="DAYS",
        help="From how many days on a list is too old; else 7, and 2 where CI is set.",
    )(function)


def store_from(folder: Path | None) -> Store:
    """The store that an option names, or the usual one."""
    from sanctcheck.lists.store import Store, usual_folder  # noqa: PLC0415 - see `sanctcheck.cli`

    return Store(usual_folder() if folder is None else folder)


@contextmanager
def plain_errors(*, store_is_written: bool = False) -> Iterator[None]:
    """What stops the work ends with its sentence: exit status 4 where something is missing, else 2."""
    from sanctcheck.errors import ListError, StoreError, UsageError  # noqa: PLC0415 - see `sanctcheck.cli`
    from sanctcheck.lists.snapshot_names import MissingError  # noqa: PLC0415

    try:
        yield
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except MissingError as error:
        _say(error)
        sys.exit(MISSING)
    except (StoreError, ListError) as error:
        _say(error)
        sys.exit(2)
    except BrokenPipeError:
        # Nobody reads on: `main` ends quietly.
        raise
    except OSError as error:
        from sanctcheck.cli.places import NO_ROOM  # noqa: PLC0415

        if error.errno in NO_ROOM and not store_is_written:
            # It is standard output that has no room; `main` says so.
            raise
        _say(f"{error.strerror or error}: {error.filename or 'the store'}")
        sys.exit(2)


def _say(what: object) -> None:
    from sanctcheck.text import visible  # noqa: PLC0415

    click.echo(f"sanctcheck: {visible(str(what))}", err=True)


def say_lines(text: str) -> None:
    """Prints text that holds words of a list: every line made visible, and no line is a command to a CI runner."""
    from sanctcheck.text import visible  # noqa: PLC0415

    click.echo("\n".join(visible(line) for line in text.split("\n")), nl=False)
