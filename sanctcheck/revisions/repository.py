"""Where a repository keeps its objects and its names for them. Its configuration is never read."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from sanctcheck.errors import UsageError
from sanctcheck.reading.files import read_regular_file
from sanctcheck.text import quoted

_SMALL, _PACKED = 4096, 32 * 1024 * 1024
_MAX_LINKS = 5
_REF = re.compile(r"(?!.*(?:\.\.|//|@\{|\.lock$))[^\s~^:?*\[\\/][^\s~^:?*\[\\]{0,250}\Z")
_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on disk.

    Attributes:
        top: the folder of the working tree.
        own: the folder that holds HEAD: `.git`, or that of a linked working tree.
        common: the folder that holds objects and branches.
    """

    top: Path
    own: Path
    common: Path

    @property
    def objects(self) -> Path:
        """The folder of the objects."""
        return self.common / "objects"

    def commit_named(self, name: str) -> str | None:
        """The hash that a branch, a tag, a remote branch or HEAD stands for; None where there is no such name."""
        name = "HEAD" if name == "@" else name
        if not _REF.match(name):
            return None
        packed = self._packed()
        full = [f"refs/{kind}{name}" for kind in ("", "tags/", "heads/", "remotes/")]
        for ref in (name, *full, f"refs/remotes/{name}/HEAD"):
            found = self._followed(ref, packed)
            if found is not None:
                return found
        return None

    def _followed(self, ref: str, packed: dict[str, str]) -> str | None:
        for _ in range(_MAX_LINKS):
            if not ref.startswith("refs/") and ref not in {"HEAD", "ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD"}:
                return None
            text = self._loose(ref)
            if text is None:
                return packed.get(ref)
            if _HASH.match(text):
                return text
            ref = text.removeprefix("ref: ").strip() if text.startswith("ref: ") else ""
            if not _REF.match(ref):
                return None
        return None

    def _loose(self, ref: str) -> str | None:
        folder = self.common if ref.startswith("refs/") else self.own
        try:
            lines = read_regular_file(folder / ref, _SMALL).decode("ascii").split("\n")
        except (OSError, ValueError):
            return None
        return lines[0].split("\t")[0].strip()

    def _packed(self) -> dict[str, str]:
        try:
            text = read_regular_file(self.common / "packed-refs", _PACKED).decode("utf-8", "replace")
        except (OSError, ValueError):
            return {}
        pairs = (line.split(" ", 1) for line in text.splitlines() if line[:1] not in {"#", "^"})
        return {pair[1]: pair[0] for pair in pairs if len(pair) == 2 and _HASH.match(pair[0])}


def repository_of(folder: Path) -> Repository:
    """The repository in whose working tree a folder is.

    Raises:
        UsageError: there is none, or its objects are elsewhere.
    """
    folder = Path(os.path.realpath(folder))
    for top in (folder, *folder.parents):
        if os.path.lexists(top / ".git"):
            return _checked(_at(top))
    raise UsageError(f"No git repository holds {quoted(folder)}: name two files or folders instead.")


def _at(top: Path) -> Repository:
    link = top / ".git"
    if stat.S_ISDIR(link.lstat().st_mode):
        return Repository(top, link, link)
    return _linked(top, link)


def _linked(top: Path, link: Path) -> Repository:
    """A linked working tree: its `.git` names a folder that in turn has to name it, so that none can be slipped in."""
    words = _line(link)
    own = (
        Path(os.path.realpath(top / words.removeprefix("gitdir: "))) if words.startswith("gitdir: ") else link
    )
    back, common = _line(own / "gitdir"), _line(own / "commondir")
    if not back or not common or os.path.realpath(own / back) != os.path.realpath(link):
        message = (
            f"{quoted(link)} leads to a folder that does not lead back to it, so it is not followed: write the old "
            "version to a file (git show REV:PATH > old.yaml), and compare two files."
        )
        raise UsageError(message)
    return Repository(top, own, Path(os.path.realpath(own / common)))


def _line(file: Path) -> str:
    try:
        return read_regular_file(file, _SMALL).decode("utf-8").strip()
    except (OSError, ValueError):
        return ""


def _checked(repository: Repository) -> Repository:
    objects = repository.objects
    if not objects.is_dir() or objects.is_symlink():
        raise UsageError(f"{quoted(repository.common)} holds no objects of a git repository.")
    if os.path.lexists(objects / "info" / "alternates"):
        message = (
            "This repository borrows objects from another folder (objects/info/alternates), which is not followed: "
            "make it whole with git repack -a -d, and delete that file."
        )
        raise UsageError(message)
    if os.path.lexists(repository.common / "reftable"):
        raise UsageError(
            "This repository keeps its branches in the reftable form, which is not read here: name a commit by its hash."
        )
    return repository
