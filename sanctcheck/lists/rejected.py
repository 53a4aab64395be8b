"""What was not taken of a list the last time: the bytes, unless they are very many, and why; for whoever mends it.

STORE/LIST/rejected/rejected-SHA.reason    when it came, from where, and what was found wrong with it
STORE/LIST/rejected/rejected-SHA-NAME      the publisher's bytes
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from sanctcheck import __version__
from sanctcheck.lists.files import written_whole
from sanctcheck.lists.snapshot import Objection  # noqa: TC001 - as above
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LARGEST = 64 * 1024 * 1024
_LARGEST_REASONS = 1024 * 1024
_ENDING = ".reason"


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """Why a list was not taken."""

    sha256: str
    retrieved_at: str
    sources: tuple[str, ...]
    objections: tuple[Objection, ...]
    tool: str = ""
    """The version that did not take it."""


_REASONS = msgspec.json.Decoder(Reasons)


@dataclass(frozen=True, slots=True)
class Rejected:
    """The list that was not taken last, with the files that are left of it."""

    reasons: Reasons
    files: tuple[Path, ...]


def keep_rejected(folder: Path, reasons: Reasons, files: Iterable[tuple[Path, str]]) -> None:
    """Keeps what was not taken, and nothing of the time before; each file with the name that it came with."""
    for left in folder.iterdir():
        left.unlink()
    begin = f"rejected-{reasons.sha256[:12]}"
    written = msgspec.structs.replace(reasons, tool=__version__)
    with written_whole(folder / f"{begin}{_ENDING}") as file:
        file.write(msgspec.json.format(msgspec.json.encode(written), indent=1) + b"\n")
    for path, name in files:
        if path.stat().st_size <= _LARGEST:
            path.replace(folder / f"{begin}-{visible(name).replace('/', '_')}")


def last_rejected(folder: Path) -> Rejected | None:
    """What was not taken last; None where nothing was refused, or what is kept of it cannot be read."""
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file())
        (reasons,) = (path for path in found if path.suffix == _ENDING)
        with reasons.open("rb") as file:
            read = _REASONS.decode(file.read(_LARGEST_REASONS))
    except (OSError, ValueError):
        return None
    return Rejected(read, tuple(path for path in found if path != reasons))
