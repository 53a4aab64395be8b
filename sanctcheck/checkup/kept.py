"""What is kept on this machine: the published lists, and caches."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.checkup.model import Part, Sight
from sanctcheck.errors import SanctcheckError
from sanctcheck.lists.catalogue import published_lists
from sanctcheck.lists.standing import standing, usual_max_age
from sanctcheck.lists.store import Store, usual_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_MOST_FILES = 100_000
_NOTHING_IS_KEPT = "It cannot be written: nothing is kept, and each run begins anew."


def lists(now: datetime) -> Part:
    """The lists that are kept, and how old each is. No connection is made."""
    try:
        return Part("Published lists", tuple(_lists(now)))
    except (SanctcheckError, OSError) as error:
        advice = "sanctcheck lists verify says more."
        return Part("Published lists", (Sight("store", "mend", str(error), advice),))


def _lists(now: datetime) -> Iterator[Sight]:
    store, known = Store(usual_folder()), published_lists()
    yield Sight("store", "fine" if store.ids() else "note", str(usual_folder()))
    for list_id in store.ids():
        found = standing(store.kept(list_id), known.get(list_id), now, usual_max_age())
        age = f"{found.age.days} days old" if found.age else "no snapshot"
        if found.is_stale:
            yield Sight(list_id, "mend", age, f"sanctcheck lists update {list_id}")
        else:
            yield Sight(list_id, "fine", age)
    missing = [
        name for name, each in known.items() if name not in store.ids() and not each.is_closed(now.date())
    ]
    if missing:
        yield Sight("not kept", "note", ", ".join(missing), "Where you need them: sanctcheck lists update")


def caches() -> Part:
    """What is kept for speed. It can be deleted at any time."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - as in the commands on lists

    folder = user_cache_path("sanctcheck", appauthor=False)
    advice = "" if _can_be_written(folder) else _NOTHING_IS_KEPT
    says = f"{folder}" if folder.is_dir() else f"{folder} (not there yet)"
    sights = [Sight("folder", "mend" if advice else "fine", says, advice)]
    if not folder.is_dir():
        return Part("Caches", tuple(sights))
    for below in sorted(each for each in folder.iterdir() if each.is_dir()):
        files, size = _weight(below)
        sights.append(Sight(below.name, "fine", f"{files:,} files, {size / 1024**2:,.1f} MiB"))
    return Part("Caches", tuple(sights))


def _can_be_written(folder: Path) -> bool:
    """Whether a folder can be written, or made."""
    there = next(each for each in (folder, *folder.parents) if os.path.lexists(each))
    return there.is_dir() and os.access(there, os.W_OK)


def _weight(folder: Path) -> tuple[int, int]:
    files = size = 0
    for here, _, names in os.walk(folder):
        for name in names:
            files += 1
            size += (Path(here) / name).lstat().st_size
            if files >= _MOST_FILES:
                return files, size
    return files, size
