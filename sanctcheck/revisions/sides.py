"""The two sides of a comparison, as the command line names them: files, folders, or revisions."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.dossier.discovery import Candidate, candidates
from sanctcheck.errors import UsageError
from sanctcheck.revisions.revision import Revision, revision_of
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import ExitStack


@dataclass(frozen=True, slots=True)
class Side:
    """One side: a revision, or what stands at some paths."""

    revision: Revision | None = None
    paths: tuple[str, ...] = ()
    top: str = ""

    def candidates(self, open_: ExitStack, max_bytes: int) -> Iterator[Candidate]:
        """Its files; a revision is held open as long as `open_` is.

        Raises:
            UsageError: there is no such revision or path.
        """
        if self.revision is None:
            return iter(candidates(self.paths))
        return open_.enter_context(self.revision.candidates(max_bytes))

    def path(self, name: str) -> str:
        """A file's path from where the side begins, so that the same file is called the same on both sides."""
        if self.revision is not None:
            return name[len(self.revision.name) + 1 :]
        if name.startswith("<") or not self.top:
            return name
        return Path(
            os.path.relpath(Path(os.path.realpath(Path(name).parent), Path(name).name), self.top)
        ).as_posix()


def sides_of(old: str, new: str, paths: Sequence[str]) -> tuple[Side, Side]:
    """Both sides.

    Raises:
        UsageError: no repository is there for a revision, or paths are named beside files.
    """
    names = (old, new)
    here = [_is_here(name) for name in names]
    if all(here):
        if paths:
            raise UsageError(
                f"{quoted(old)} and {quoted(new)} are files or folders that are there: a PATH behind -- is for revisions. "
                f"“{old}:” and “{new}:” are revisions of that name."
            )
        return _of_paths((old,), folder=old), _of_paths((new,), folder=new)
    # A file or folder beside a revision is compared with the same path of that revision.
    there = [name for name, is_here in zip(names, here, strict=True) if is_here]
    made = [
        _of_paths((name,), revision_top=True) if is_here else Side(_revision(name, [*there, *paths]))
        for name, is_here in zip(names, here, strict=True)
    ]
    return made[0], made[1]


def _is_here(name: str) -> bool:
    return name == "-" or (not name.endswith(":") and os.path.lexists(name))


def _revision(name: str, paths: Sequence[str]) -> Revision:
    begin = Path(paths[0]).parent if paths and os.path.lexists(paths[0]) else Path.cwd()
    revision = revision_of(name, () if ":" in name[:-1] else paths, folder=begin)
    return replace(revision, name=name.partition(":")[0])


def _of_paths(paths: tuple[str, ...], *, folder: str = "", revision_top: bool = False) -> Side:
    if revision_top:
        from sanctcheck.revisions.repository import repository_of  # noqa: PLC0415 - two files need none

        return Side(paths=paths, top=str(repository_of(Path(paths[0]).parent).top))
    is_folder = bool(folder) and Path(folder).is_dir()
    return Side(paths=paths, top=os.path.realpath(folder) if is_folder else "")
