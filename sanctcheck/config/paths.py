"""Which paths of a configuration a file is among. Paths are taken below the folder of the configuration."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.dossier.discovery import fits

if TYPE_CHECKING:
    from collections.abc import Iterable

Parts = tuple[str, ...]


@dataclass(slots=True)
class Below:
    """Tells where files stand below a folder; of each folder, the real path is looked up once."""

    folder: Path
    _known: dict[str, Parts | None] = field(default_factory=dict)

    def parts(self, name: str) -> Parts | None:
        """The parts of a file's path below the folder; None where it is not below it, as standard input is."""
        head, tail = os.path.split(name)
        if head not in self._known:
            self._known[head] = self._of_folder(head)
        parts = self._known[head]
        return None if parts is None or name.startswith("<") else (*parts, tail)

    def _of_folder(self, head: str) -> Parts | None:
        try:
            below = os.path.relpath(os.path.realpath(head or "."), os.path.realpath(self.folder))
        except (OSError, ValueError):
            return None
        parts = Path(below).parts
        return None if ".." in parts[:1] else parts


def is_among(parts: Parts | None, patterns: Iterable[str]) -> bool:
    """Whether a path, or a folder on it, fits one of some patterns."""
    if parts is None:
        return False
    wanted = [[part for part in pattern.split("/") if part not in {"", "."}] for pattern in patterns]
    return any(fits(parts[:length], each) for each in wanted for length in range(1, len(parts) + 1))
