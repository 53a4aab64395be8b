"""From what the user named to the files to check: files, folders, patterns, standard input."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.errors import UsageError
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIXES = (".yaml", ".yml", ".json")
STANDARD_INPUT = "-"
_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a dossier.

    Attributes:
        path: where it is; None for standard input.
        name: how it is named in reports: as the user wrote it, or as it was found below the folder they named.
        by_name: whether the user named this very file; one found in a folder may be something else than a dossier.
    """

    path: Path | None
    name: str
    by_name: bool


def candidates(arguments: Iterable[str]) -> Iterator[Candidate]:
    """Each file that the arguments lead to, once, in a stable order.

    Raises:
        UsageError: a pattern matches nothing.
    """
    seen: set[str] = set()
    for argument in arguments:
        for candidate in _of(argument):
            if candidate.name not in seen:
                seen.add(candidate.name)
                yield candidate


def _of(argument: str) -> Iterator[Candidate]:
    if argument == STANDARD_INPUT:
        yield Candidate(None, "<stdin>", by_name=True)
        return
    path = Path(argument)
    if _is_folder(path):
        yield from _below(path)
    elif _WILD & set(argument) and not os.path.lexists(argument):
        yield from _matching(argument)
    else:
        yield Candidate(path, argument, by_name=True)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _below(folder: Path) -> Iterator[Candidate]:
    """Files below a folder, in order; links to folders and hidden folders are not entered."""
    for parent, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                path = Path(parent, name)
                yield Candidate(path, str(path), by_name=False)


def _matching(pattern: str) -> Iterator[Candidate]:
    import glob  # noqa: PLC0415 - most calls name files and folders

    found = sorted(name for name in glob.glob(pattern, recursive=True) if not _is_folder(Path(name)))  # noqa: PTH207
    if not found:
        raise UsageError(f"No file matches {quoted(pattern)}.")
    for name in found:
        yield Candidate(Path(name), name, by_name=True)
