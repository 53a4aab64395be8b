"""Finding the configuration: upwards from what is checked, and never out of the repository."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.dossier.discovery import STANDARD_INPUT, WILD
from sanctcheck.errors import UsageError
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = "sanctcheck.toml"


def configuration_of(arguments: Iterable[str]) -> Path | None:
    """The one configuration of all that the user named; None where there is none.

    Raises:
        UsageError: what the user named has more than one.
    """
    found: dict[Path, str] = {}
    for folder, argument in {_start(argument): argument for argument in arguments}.items():
        file = nearest(folder)
        if file is not None:
            found.setdefault(file, argument)
    if len(found) > 1:
        (one, first), (other, second), *_ = found.items()
        message = (
            f"{quoted(first)} belongs to {shown_name(one)}, and {quoted(second)} to {shown_name(other)}: check them "
            "one after the other, or name one configuration with --config."
        )
        raise UsageError(message)
    return next(iter(found), None)


def nearest(folder: Path) -> Path | None:
    """The first configuration in a folder or above it, up to the top of its repository.

    Outside of repositories the search ends at the user's own folder, or at the working folder; outside of both, only the
    folder itself is looked at: what lies in a folder for everybody, such as /tmp, may be anybody's.
    """
    top = _top(folder)
    for here in (folder, *folder.parents):
        if os.path.lexists(here / FILE):
            return here / FILE
        if here == top:
            break
    return None


def shown_name(file: Path) -> str:
    """How a configuration is named in messages: as seen from the working folder."""
    return os.path.relpath(file)


def _start(argument: str) -> Path:
    """The folder in which the search begins, by its real path."""
    if argument == STANDARD_INPUT:
        return Path.cwd()
    path = Path(argument)
    try:
        while WILD & set(path.name) and not os.path.lexists(path):
            path = path.parent
        return Path(os.path.realpath(path if path.is_dir() else path.parent))
    except (OSError, ValueError):
        return Path.cwd()


def _top(folder: Path) -> Path:
    for here in (folder, *folder.parents):
        if os.path.lexists(here / ".git"):
            return here
    home = Path(os.path.realpath(os.path.expanduser("~")))  # noqa: PTH111 - Path.home() fails where there is none
    own = [top for top in (home, Path.cwd()) if folder.is_relative_to(top) and top.parent != top]
    return min(own, key=lambda top: len(top.parts), default=folder)
