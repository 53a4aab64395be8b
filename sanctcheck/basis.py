"""What a run rests on beside the dossiers and the law: what was asked, settings of a repository, lists.

An assessment states it, so that it can be reproduced (`sanctcheck verify`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sanctcheck.reading import limits


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A file of settings that was heeded, with its SHA-256; `signers` are the keys whose signatures are known."""

    role: Literal["configuration", "baseline", "signers"]
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SnapshotUsed:
    """A published list that the dossiers were held against.

    Attributes:
        list: its id.
        sha256: of the snapshot.
        dated: the publisher's own day of it, else the day on which it was fetched; may be empty.
    """

    list: str
    sha256: str
    dated: str

    @property
    def snapshot(self) -> str:
        """As people quote it: `un-sc@79743b328ed4`."""
        return f"{self.list}@{self.sha256[:12]}"


@dataclass(frozen=True, slots=True)
class Basis:
    """What was asked, and what was heeded.

    Attributes:
        paths: the files, folders and patterns that were named.
        skip_others: whether named files that are no dossiers were passed over.
        criteria: the folder of criteria that was asked for.
        list_files: files of lists that were named; what is in them is among `lists` too.
    """

    paths: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    all_regimes: bool = False
    skip_others: bool = False
    max_bytes: int = limits.MAX_BYTES
    criteria: str | None = None
    settings: tuple[SettingsFile, ...] = ()
    lists: tuple[SnapshotUsed, ...] = ()
    list_files: tuple[str, ...] = ()
