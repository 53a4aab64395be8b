"""The folder of a site: written beside it and put in its place whole, or not at all; nothing else is ever removed."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sanctcheck.errors import UsageError
from sanctcheck.site.exchange import exchanged
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

MANIFEST = "site.json"
FORMAT = "site/1"
_MOST_BYTES = 4 * 1024 * 1024
"""Of what a site says of itself: what stands there may be somebody else's, and is held whole."""


class SiteFolder:
    """A site that is being written. As a context it takes away what was begun and not finished."""

    def __init__(self, out: Path, *, is_private: bool = False) -> None:
        """Looks at what stands there already. A private site is for this user alone, whatever the umask says.

        Raises:
            UsageError: something else than an earlier site stands there.
        """
        self._is_private = is_private
        self._out = Path(os.path.abspath(out))  # noqa: PTH100 - links must not be followed
        _refuse_a_folder_in_use(self._out)
        _refuse_what_is_no_site(self._out)
        self._new = self._out.with_name(f".{self._out.name}.{secrets.token_hex(6)}.new")
        self._files: set[str] = set()
        self._folders: set[Path] = set()

    def __enter__(self) -> Self:
        """Begins the new site beside the old."""
        self._out.parent.mkdir(parents=True, exist_ok=True)
        self._new.mkdir(0o700 if self._is_private else 0o777)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Takes away what was not finished, or what the new site replaced."""
        with suppress(OSError):
            shutil.rmtree(self._new)

    def write(self, file: str, text: str) -> None:
        """Adds a file, by its name from the top of the site.

        Raises:
            OSError: it cannot be written.
        """
        path = self._new / file
        if path.parent not in self._folders:
            self._make(path.parent)
        with open(path, "x", encoding="utf-8", newline="\n", opener=self._opened) as stream:
            stream.write(text)
        self._files.add(file)

    def _make(self, folder: Path) -> None:
        """Makes a folder and those above it up to the site's own; `mkdir` with `parents` would give these any mode."""
        if folder == self._new or folder in self._folders:
            return
        self._make(folder.parent)
        folder.mkdir(0o700 if self._is_private else 0o777, exist_ok=True)
        self._folders.add(folder)

    def _opened(self, name: str, flags: int) -> int:
        return os.open(name, flags, 0o600 if self._is_private else 0o666)

    def finish(self, about: dict[str, Any]) -> None:
        """Writes what the site consists of, and puts it in its place.

        Raises:
            OSError: it cannot be put there; what stood there still does.
            UsageError: something was put into the old site meanwhile, and is not taken away.
        """
        manifest = {"format": FORMAT, **about, "files": sorted(self._files)}
        self.write(MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=True) + "\n")
        _refuse_what_is_no_site(self._out)
        exchanged(self._new, self._out)


def _refuse_a_folder_in_use(out: Path) -> None:
    here = Path.cwd()
    if out == here or out in here.parents:
        raise UsageError(f"{quoted(str(out))} is the working folder, or holds it: name another for the site.")


def _refuse_what_is_no_site(out: Path) -> None:
    """A folder that is there holds nothing, or an earlier site and nothing beside it."""
    try:
        found = os.lstat(out)
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise UsageError(f"{quoted(str(out))} cannot be written to: it is no usable name.") from error
    if stat.S_ISLNK(found.st_mode):
        raise UsageError(f"{quoted(str(out))} is a link: name the folder itself.")
    if not stat.S_ISDIR(found.st_mode):
        raise UsageError(f"{quoted(str(out))} is a file: name a folder for the site.")
    with os.scandir(out) as entries:
        if next(entries, None) is None:
            return
    known = _files_of_a_site(out)
    if known is None:
        raise UsageError(
            f"The folder {quoted(str(out))} is not empty and holds no site of sanctcheck: name another, or empty it."
        )
    strange = next((file for file in _below(out) if file not in known), None)
    if strange is not None:
        raise UsageError(
            f"{quoted(strange)} in {quoted(str(out))} is no part of the site that stands there, and would be lost: "
            "move it away first."
        )


def _files_of_a_site(out: Path) -> set[str] | None:
    """The files of which a site consists, as it says itself; None where it is none."""
    path = out / MANIFEST
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_BYTES:
            return None
        told = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("format") != FORMAT or not isinstance(told.get("files"), list):
        return None
    return {MANIFEST, *(each for each in told["files"] if isinstance(each, str))}


def _below(out: Path) -> Iterator[str]:
    """Whatever is in a folder and is no folder, in order; links are named and not followed."""
    for folder, folders, files in os.walk(out):
        folders.sort()
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118 - many
        for name in sorted([*files, *links]):
            yield Path(folder, name).relative_to(out).as_posix()
