"""The files beside a dossier that its checking looked at: whether they are still those that were there."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.checking.entry import Sight
    from sanctcheck.dossier.discovery import Candidate
    from sanctcheck.validation import Validated

_SETTLED = 2_000_000_000
"""Nanoseconds that a file must have been left alone: what changes within one tick of the clock looks unchanged."""


def sights(candidate: Candidate, validated: Validated) -> tuple[Sight, ...] | None:
    """What was looked at beside a dossier; None where that may still be changing, so that nothing can rest on it."""
    if validated.dossier is None or candidate.path is None:
        return ()
    folder = candidate.path.parent
    written = dict.fromkeys(each.file for each in validated.dossier.exhibits if each.file is not None)
    found = tuple((each, _steps(folder, each)) for each in written)
    recently = time.time_ns() - _SETTLED
    # The last number of a step is the time of its last change, which nobody can set back.
    if any(step[-1] > recently for _, steps in found for step in steps if len(step) > _OF_A_FOLDER):
        return None
    return found


def is_unchanged(folder: Path, seen: tuple[Sight, ...]) -> bool:
    """Whether all of it stands there as it was seen."""
    return all(_steps(folder, written) == steps for written, steps in seen)


_OF_A_FOLDER = 3


def _steps(folder: Path, written: str) -> tuple[tuple[int, ...], ...]:
    """What stands at each step of a path, up to the first that is not there. Nothing is opened, and no link followed."""
    steps: list[tuple[int, ...]] = []
    here = os.fspath(folder)
    for part in written.split("/"):
        here = os.path.join(here, part)  # noqa: PTH118 - many and short-lived
        try:
            found = os.lstat(here)
        except (OSError, ValueError):
            break
        step = (found.st_mode, found.st_dev, found.st_ino)
        is_folder = found.st_mode & 0o170000 == 0o040000
        steps.append(step if is_folder else (*step, found.st_size, found.st_mtime_ns, found.st_ctime_ns))
    return tuple(steps)
