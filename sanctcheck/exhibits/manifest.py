"""The manifest of a dossier's exhibits: a line a file, with its SHA-256, as `sha256sum --check` reads it.

It is no format of ours, so that whoever is given the exhibits can check them with what every system has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.exhibits.folder import components

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 4 * 1024 * 1024
_LINE = re.compile(r"(\\?)([0-9a-f]{64}) [ *]([^\n]{1,4096})")


def canonical(written: str) -> str:
    """A path as a manifest has it: one way of writing for one file.

    Raises:
        Refused: it could lead outside.
    """
    return "/".join(components(written))


def manifest_text(hashes: Mapping[str, str]) -> str:
    """The manifest of files by their canonical paths, in the order of these."""
    return "".join(_line(path, hashes[path]) for path in sorted(hashes))


def _line(path: str, sha256: str) -> str:
    # GNU coreutils' own way: a line end in a name is written as \n, and the line begins with a backslash.
    is_plain = "\n" not in path
    return f"{sha256}  {path}\n" if is_plain else "\\" + f"{sha256}  " + path.replace("\n", r"\n") + "\n"


def read_manifest(content: bytes) -> dict[str, str]:
    """The SHA-256 of each file by its path.

    Raises:
        ValueError: it is no such list, or names a file twice.
    """
    found: dict[str, str] = {}
    for line in content.decode("utf-8").removesuffix("\n").split("\n"):
        match = _LINE.fullmatch(line.removesuffix("\r"))
        if match is None:
            raise ValueError("no line of a manifest")
        is_escaped, sha256, path = match.groups()
        path = path.replace(r"\n", "\n") if is_escaped else path
        if path in found:
            raise ValueError("a file stands there twice")
        found[path] = sha256
    return found
