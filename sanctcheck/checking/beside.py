"""The files beside a dossier that its checking looked at: whether they are still those that were there."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from sanctcheck.exhibits.strays import folder_sights

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
    seal = validated.dossier.seal
    if seal is not None:
        written |= dict.fromkeys(each for each in (seal.manifest, seal.signature) if each is not None)
    found = tuple((each, _steps(folder, each)) for each in written) + _folders(folder, tuple(written))
    recently = time.time_ns() - _SETTLED
    # The last number of a step is the time of its last change, which nobody can set back.
    if any(step[-1] > recently for _, steps in found for step in steps if len(step) > _OF_A_FOLDER):
        return None
    return found


def is_unchanged(folder: Path, seen: tuple[Sight, ...]) -> bool:
    """Whether all of it stands there as it was seen."""
    files = [written for written, _ in seen if not written.endswith(_ANY)]
    if any(_steps(folder, written) != steps for written, steps in seen if not written.endswith(_ANY)):
        return False
    return _folders(folder, tuple(files)) == tuple(each for each in seen if each[0].endswith(_ANY))


_ANY = "/*"
"""What follows the path of a folder of which all that lies in it was looked at."""


def _folders(folder: Path, written: tuple[str, ...]) -> tuple[Sight, ...]:
    """The folders in which exhibits lie: a file that is added changes the times of its folder."""
    return tuple(
        (
            f"{below}{_ANY}",
            ((facts.st_mode, facts.st_dev, facts.st_ino, facts.st_mtime_ns, facts.st_ctime_ns),),
        )
        for below, facts in folder_sights(os.fspath(folder), written)
    )


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
