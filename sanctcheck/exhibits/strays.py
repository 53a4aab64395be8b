"""Files that lie among the exhibits and that no exhibit names."""

from __future__ import annotations

import os
import stat
from itertools import islice
from typing import TYPE_CHECKING

from sanctcheck.exhibits.folder import Refused, components

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.exhibits.folder import Folder

MAX_ENTRIES = 10_000
"""Names that are looked at; more than any dossier has exhibits."""
_MAX_DEPTH = 32
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})


def folders_of(files: Iterable[str]) -> list[str]:
    """The folders of exhibits: those below the dossier's own in which a named file stands, the topmost of each."""
    found: dict[str, None] = {}
    for written in files:
        try:
            steps = components(written)
        except Refused:
            continue
        if len(steps) > 1:
            found[steps[0]] = None
    return list(found)


def strays(folder: Folder, files: Iterable[str]) -> Iterator[str]:
    """The path of each file in these folders that is not among the named ones, in order; hidden ones left out.

    No link is followed; one that stands there is a file that nobody named.
    """
    named = list(files)
    known = {"/".join(steps) for steps in map(_steps, named) if steps}
    left = MAX_ENTRIES
    for top in sorted(folders_of(named)):
        try:
            with folder.folder(top) as here:
                for path in _below(here, top, left):
                    left -= 1
                    if path not in known:
                        yield path
        except Refused:
            continue


def _steps(written: str) -> list[str]:
    try:
        return components(written)
    except Refused:
        return []


def _below(top: int, name: str, most: int) -> Iterator[str]:
    """Files below an open folder, in order, at most so many."""
    pending = [(os.dup(top), name, 0)]
    seen = 0
    try:
        while pending:
            here, path, depth = pending.pop()
            try:
                entries = _entries(here, most - seen)
                seen += len(entries)
                for entry, is_folder in entries:
                    below = f"{path}/{entry}"
                    if not is_folder:
                        yield below
                    elif depth < _MAX_DEPTH:
                        pending += _opened(entry, here, below, depth + 1)
            finally:
                os.close(here)
    finally:
        for descriptor, _, _ in pending:
            os.close(descriptor)


def _entries(here: int, most: int) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    with os.scandir(here) as entries:
        for entry in entries:
            if len(found) >= most:
                break
            if not entry.name.startswith(".") and entry.name.lower() not in _OF_SYSTEMS:
                found.append((entry.name, entry.is_dir(follow_symlinks=False)))
    return sorted(found)


def _opened(name: str, folder: int, path: str, depth: int) -> list[tuple[int, str, int]]:
    flags = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        return [(os.open(name, flags, dir_fd=folder), path, depth)]
    except OSError:
        return []


def folder_sights(folder: str, files: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    """Each folder of exhibits with its facts: when a file is added to one or taken away, its times change."""
    pending = [(top, 0) for top in folders_of(files)]
    left = MAX_ENTRIES
    while pending and left:
        written, depth = pending.pop()
        left -= 1
        here = os.path.join(folder, written)  # noqa: PTH118 - as in `sanctcheck.checking.beside`
        try:
            facts = os.lstat(here)
            if not stat.S_ISDIR(facts.st_mode):
                continue
            yield written, facts
            with os.scandir(here) as entries:
                looked_at = islice(entries, MAX_ENTRIES)
                below = [each.name for each in looked_at if _is_shown_folder(each)]
        except (OSError, ValueError):
            continue
        if depth < _MAX_DEPTH:
            pending += [(f"{written}/{name}", depth + 1) for name in sorted(below)]


def _is_shown_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
