"""From what the user named to the files to check: files, folders, patterns, standard input."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.errors import UsageError
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SUFFIXES = (".yaml", ".yml", ".json")
STANDARD_INPUT = "-"
WILD = frozenset("*?[")
_ANY_DEPTH = "**"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a dossier.

    Attributes:
        path: where it is; None for standard input.
        name: how it is named in reports: as the user wrote it, or as it was found below the folder they named.
        by_name: whether the user named this very file; one found in a folder may be something else than a dossier.
        also: regimes under which it is assessed besides those that it names.
        content: what it holds, where it stands in no folder: a file of a revision.
    """

    path: Path | None
    name: str
    by_name: bool
    also: tuple[str, ...] = ()
    content: bytes | None = None


def candidates(arguments: Iterable[str], *, skip_others: bool = False) -> list[Candidate]:
    """Each file that the arguments lead to, once, in an order of their own, whatever the order of the arguments.

    The files of a folder come before those of the folders in it.

    Args:
        arguments: files, folders, patterns, or - for standard input.
        skip_others: files that are named may be something else than dossiers, like those found in a folder.

    Raises:
        UsageError: a pattern matches nothing, or an argument is empty.
    """
    found: dict[str, Candidate] = {}
    for argument in arguments:
        for candidate in _of(argument):
            known = found.setdefault(os.path.normpath(candidate.name), candidate)
            if candidate.by_name and not known.by_name:
                found[os.path.normpath(candidate.name)] = candidate
    ordered = sorted(found.values(), key=_order)
    return [replace(each, by_name=False) for each in ordered] if skip_others else ordered


def _order(candidate: Candidate) -> tuple[tuple[bool, str], ...]:
    parts = Path(candidate.name).parts
    return *((True, part) for part in parts[:-1]), (False, parts[-1])


def _of(argument: str) -> Iterator[Candidate]:
    if argument == STANDARD_INPUT:
        yield Candidate(None, "<stdin>", by_name=True)
        return
    if not argument:
        # A variable of a script that was never set is not the folder one stands in.
        raise UsageError("An empty path names no file and no folder.")
    path = Path(argument)
    if _is_folder(path):
        yield from _below(path)
    elif WILD & set(argument) and not os.path.lexists(argument):
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
    for path in _files(folder):
        if path.name.endswith(SUFFIXES):
            yield Candidate(path, str(path), by_name=False)


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder, then those of its folders: a stack, because folders can be deeper than calls may be."""
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                shown = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:
            continue
        shown.sort(key=lambda entry: entry.name)
        yield from (here / entry.name for entry in shown if not _is_folder(here / entry.name))
        pending += [here / entry.name for entry in reversed(shown) if entry.is_dir(follow_symlinks=False)]


def _matching(pattern: str) -> Iterator[Candidate]:
    import glob  # noqa: PLC0415 - most calls name files and folders

    parts = Path(pattern).parts
    names = _at_any_depth(parts) if _ANY_DEPTH in parts else glob.iglob(pattern)  # noqa: PTH207
    found = sorted(name for name in names if not _is_folder(Path(name)))
    if not found:
        raise UsageError(f"No file matches {quoted(pattern)}.")
    for name in found:
        yield Candidate(Path(name), name, by_name=True)


def _at_any_depth(parts: Sequence[str]) -> Iterator[str]:
    """What a pattern with `**` matches. Unlike glob's own it follows no link: links can lead round in circles."""
    import glob  # noqa: PLC0415

    start = parts.index(_ANY_DEPTH)
    folders = glob.iglob(str(Path(*parts[:start]))) if start else iter(["."])  # noqa: PTH207
    for folder in folders:
        for path in _files(Path(folder)):
            if fits(path.relative_to(folder).parts, parts[start:]):
                yield str(path)


def fits(path: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether the parts of a path fit those of a pattern, going once along the path."""
    reached = _passed_over({0}, pattern)
    for part in path:
        deeper = {at for at in reached if at < len(pattern) and pattern[at] == _ANY_DEPTH}
        ahead = {at + 1 for at in reached - deeper if at < len(pattern) and fnmatchcase(part, pattern[at])}
        reached = _passed_over(deeper | ahead, pattern)
    return len(pattern) in reached


def _passed_over(reached: set[int], pattern: Sequence[str]) -> set[int]:
    """The places reached in a pattern, and those behind each `**`, which may stand for nothing."""
    for at, part in enumerate(pattern):
        if part == _ANY_DEPTH and at in reached:
            reached.add(at + 1)
    return reached
