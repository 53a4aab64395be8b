"""The dossiers of one revision: a name made into a commit, and its files into candidates."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sanctcheck.dossier.discovery import SUFFIXES, Candidate
from sanctcheck.errors import UsageError
from sanctcheck.revisions.git import objects_of
from sanctcheck.revisions.repository import repository_of
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sanctcheck.revisions.git import Blob, Reader
    from sanctcheck.revisions.repository import Repository

_NAME = re.compile(r"(?P<base>[^~^]+)(?P<steps>(?:[~^][0-9]{0,6}){0,20})\Z")
_HASH = re.compile(r"[0-9a-f]{4,64}\Z")


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of a repository, named as the user names it; `paths` from the top of the repository, or everything."""

    repository: Repository
    name: str
    paths: tuple[str, ...] = ()

    @contextmanager
    def candidates(self, max_bytes: int) -> Iterator[Iterator[Candidate]]:
        """The files of the revision that may be dossiers, in order, each read when it is asked for.

        Raises:
            UsageError: there is no such revision, or no such path in it.
        """
        base, steps = _parts(self.name)
        named = self.repository.commit_named(base)
        start = named or (base if _HASH.match(base) else None)
        if start is None:
            raise _unknown(self.name)
        head = named or self.repository.commit_named("HEAD") or start
        with objects_of(self.repository, is_sha_256=len(head) == 64) as objects:
            commit = objects.commit(start + steps)
            if commit is None:
                raise _unknown(self.name)
            files = objects.files(commit, self.paths)
            self._refuse_missing(files)
            with objects.reader() as reader:
                yield self._read(files, reader, max_bytes)

    def _refuse_missing(self, files: Sequence[Blob]) -> None:
        for path in self.paths:
            if not any(blob.path == path or blob.path.startswith(f"{path}/") for blob in files):
                raise UsageError(f"Revision {quoted(self.name)} has no file or folder {quoted(path)}.")

    def _read(self, files: Iterable[Blob], reader: Reader, max_bytes: int) -> Iterator[Candidate]:
        for blob in files:
            by_name = blob.path in self.paths
            path = PurePosixPath(blob.path)
            if not by_name and (
                path.suffix not in SUFFIXES or any(each.startswith(".") for each in path.parts)
            ):
                continue
            content = reader.content(blob, max_bytes)
            if content is None:
                raise UsageError(
                    f"Revision {quoted(self.name)}: {quoted(blob.path)} is not in this copy of the repository."
                )
            yield Candidate(None, f"{self.name}:{blob.path}", by_name=by_name, content=content)


def _parts(name: str) -> tuple[str, str]:
    found = _NAME.match(name)
    if found is None:
        raise _unknown(name)
    return found["base"], found["steps"]


def _unknown(name: str) -> UsageError:
    return UsageError(
        f"No revision is called {quoted(name)} here: name a branch, a tag or a commit, or a file that is there. In a "
        "shallow copy older commits are missing."
    )


def revision_of(name: str, paths: Iterable[str] = (), *, folder: Path | None = None) -> Revision:
    """A revision as the command line names it: `REV`, `REV:`, or `REV:PATH` with a path from the top.

    Raises:
        UsageError: no repository is there, or a path is outside of it.
    """
    name, _, path = name.partition(":")
    repository = repository_of(folder or Path.cwd())
    asked = [*([path] if path else []), *(_from_top(repository, each) for each in paths)]
    return Revision(repository, name, tuple(_plain(each) for each in asked if each not in {"", "."}))


def _from_top(repository: Repository, path: str) -> str:
    """A path on the command line, as seen from the top of the repository."""
    head, tail = os.path.split(os.path.abspath(path))  # noqa: PTH100 - the last part may be a link, or not be there
    below = os.path.relpath(Path(os.path.realpath(head), tail), repository.top)
    return PurePosixPath(Path(below)).as_posix()


def _plain(path: str) -> str:
    parts = PurePosixPath(path).parts
    if ".." in parts or PurePosixPath(path).is_absolute():
        raise UsageError(f"{quoted(path)} is outside of the repository.")
    return PurePosixPath(path).as_posix()
