"""Naming a snapshot on the command line: `un-sc`, `un-sc@previous`, `un-sc@79743b32fe88`, `un-sc@2026-03-01`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sanctcheck.errors import StoreError, UsageError
from sanctcheck.lists.standing import damaged
from sanctcheck.text import listed, quoted

if TYPE_CHECKING:
    from sanctcheck.lists.snapshot import Manifest
    from sanctcheck.lists.store import Kept, Store

_HASH = re.compile(r"[0-9a-f]{6,64}\Z")


class MissingError(StoreError):
    """A list or a snapshot that was asked for is not there."""


def snapshot_named(store: Store, name: str) -> tuple[Kept, Manifest]:
    """The snapshot that a name means: the newest one, the one before it, the one of a hash, or the one of a day.

    Raises:
        MissingError: there is none of this name.
        UsageError: it cannot be the name of one.
    """
    list_id, _, which = name.partition("@")
    kept = store.kept(list_id)
    snapshots = list(kept.snapshots())
    if not snapshots and kept.is_damaged():
        raise MissingError(damaged(list_id))
    if not snapshots:
        ids = store.ids()
        there = f" Kept: {listed(ids, 'and')}." if ids else ""
        raise MissingError(f"Nothing is kept of {quoted(list_id)}.{there}")
    return kept, _chosen(snapshots, which, list_id)


def _chosen(snapshots: list[Manifest], which: str, list_id: str) -> Manifest:
    if not which:
        return snapshots[0]
    if which == "previous":
        fitting = snapshots[1:2]
    elif _is_day(which):
        fitting = [each for each in snapshots if each.retrieved_at.date() <= date.fromisoformat(which)][:1]
    elif _HASH.match(which):
        fitting = [each for each in snapshots if each.sha256.startswith(which)][:1]
    else:
        raise UsageError(
            f"{quoted(which)} names no snapshot: write @previous, @ and a day, or @ and the first digits of its hash."
        )
    if not fitting:
        raise MissingError(
            f"{list_id} has no snapshot {quoted(which)}; {len(snapshots)} are kept, the oldest of {snapshots[-1].retrieved_at:%Y-%m-%d}."
        )
    return fitting[0]


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False
