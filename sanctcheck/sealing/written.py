"""The files that a seal consists of, written beside the dossier: whole or not at all, and over nothing else."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING
from uuid import uuid4

from sanctcheck.errors import UsageError
from sanctcheck.exhibits import manifest
from sanctcheck.reading.files import read_regular_file

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.dossier.model import Dossier

ENDING = ".sha256"
SIGNED = ".sig"
"""What ssh-keygen puts behind the name of the file that it signs."""


def manifest_name(dossier: Dossier, path: Path) -> str:
    """The name of the manifest beside a dossier: the one that it states, or its own with another ending.

    Raises:
        UsageError: the one that it states is no name of a manifest in its folder. A dossier must not choose what is
            written over.
    """
    if dossier.seal is None:
        return f"{path.stem}{ENDING}"
    named = dossier.seal.manifest
    if "/" in named or "\\" in named or named.startswith(".") or not named.endswith(ENDING):
        raise UsageError(
            f"The seal names a manifest that is not written to: a file beside the dossier whose name ends with {ENDING} is."
        )
    return named


def before(path: Path) -> bytes | None:
    """What stands in the place of a file that will be written; None for nothing.

    Raises:
        UsageError: it is no ordinary file.
    """
    try:
        facts = path.lstat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UsageError(f"{path.name} cannot be written.") from error
    if not stat.S_ISREG(facts.st_mode):
        raise UsageError(f"{path.name} is not an ordinary file, and is not written over.")
    return read_regular_file(path, manifest.MAX_BYTES)


def refuse_what_is_no_manifest(path: Path) -> bytes | None:
    """The manifest that is there already; None for none.

    Raises:
        UsageError: something else stands there.
    """
    content = before(path)
    if content is not None:
        try:
            manifest.read_manifest(content)
        except ValueError as error:
            raise UsageError(
                f"{path.name} is there, and no manifest: it is not written over. Move it away."
            ) from error
    return content


def write(path: Path, content: bytes) -> None:
    """Puts a file in its place at once.

    Raises:
        OSError: it cannot be written.
    """
    temporary = path.with_name(f".{path.name[:100]}.{uuid4().hex}.tmp")
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, 0o644)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
