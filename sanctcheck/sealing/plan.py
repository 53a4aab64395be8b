"""What sealing a dossier comes to: what is recorded of each file, and what stands in the way.

Nothing that was recorded is taken back by itself: a file that is not the one recorded is evidence of a change, and
recording it anew would cover that up.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sanctcheck.exhibits import kinds, manifest
from sanctcheck.exhibits.folder import Folder, Refused
from sanctcheck.exhibits.looking import Looker

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from sanctcheck.dossier.model import Dossier, Exhibit
    from sanctcheck.exhibits.looking import Seen
    from sanctcheck.reading.document import Path_

MAX_FILE_BYTES = 16 * 1024**3
"""A film of a day. Whoever seals asks for it, so that more is read than `validate` would."""


_OTHERWISE = (
    "The manifest that is there states another SHA-256 of its file: the manifest or the file was changed."
)


@dataclass(slots=True)
class Plan:
    """What is to be done.

    Attributes:
        changes: each path of the dossier with the value that it gets.
        recorded: by the index of an exhibit, the fields that are recorded of it.
        hashes: of each file by its canonical path.
        problems: the index of an exhibit, and why it cannot be sealed.
        taken_out: files of the manifest that is there which no exhibit names any more.
    """

    changes: list[tuple[Path_, Any]] = field(default_factory=list)
    recorded: dict[int, list[str]] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    problems: list[tuple[int, str]] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)

    def hold_against(self, known: bytes | None, dossier: Dossier, replaced: Container[str]) -> None:
        """Holds what was found against the manifest that is there: another hash in it is a change that somebody made."""
        stated = {} if known is None else manifest.read_manifest(known)
        named = set()
        for index, exhibit in enumerate(dossier.exhibits):
            path = _path(exhibit)
            named.add(path)
            if path not in stated or path not in self.hashes or exhibit.id in replaced:
                continue
            if stated[path] != self.hashes[path]:
                self.problems.append((index, _OTHERWISE))
        self.taken_out = sorted(stated.keys() - named)

    @property
    def manifest(self) -> str:
        """The manifest of the files."""
        return manifest.manifest_text(self.hashes)


def plan_for(dossier: Dossier, folder: Path, replaced: Container[str]) -> Plan:
    """What sealing a dossier in a folder comes to.

    Args:
        dossier: as it was read.
        folder: in which it stands.
        replaced: ids of exhibits whose file the user says was rightly replaced.
    """
    plan = Plan()
    with Folder(os.fspath(folder)) as opened:
        looker = Looker(opened, MAX_FILE_BYTES)
        for index, exhibit in enumerate(dossier.exhibits):
            if exhibit.file is not None:
                _add(plan, index, exhibit, looker, is_replaced=exhibit.id in replaced)
    return plan


def _add(plan: Plan, index: int, exhibit: Exhibit, looker: Looker, *, is_replaced: bool) -> None:
    written = exhibit.file or ""
    try:
        seen = looker.look(written)
    except Refused as refused:
        plan.problems.append((index, str(refused)))
        return
    if seen.sha256 is None:
        plan.problems.append((index, f"Its file has more than {MAX_FILE_BYTES:,} bytes."))
        return
    if not is_replaced and (why := _why_another(exhibit, seen)):
        plan.problems.append((index, why))
        return
    plan.hashes[manifest.canonical(written)] = seen.sha256
    kept_type = exhibit.media_type is not None and not kinds.disagrees(seen.head, exhibit.media_type)
    wanted = {
        "sha256": seen.sha256,
        "size": seen.size,
        "media_type": exhibit.media_type if kept_type else kinds.media_type(seen.head, written),
    }
    if not kept_type and exhibit.media_type is not None and not is_replaced:
        plan.problems.append((index, "Its file is of another kind than its `media_type` states."))
        return
    changed = [name for name, value in wanted.items() if getattr(exhibit, name) != value]
    if changed:
        plan.recorded[index] = changed
        plan.changes.extend((("exhibits", index, name), wanted[name]) for name in changed)


def _path(exhibit: Exhibit) -> str | None:
    """As a manifest has it; None where there is no file, or one that would lead outside."""
    try:
        return None if exhibit.file is None else manifest.canonical(exhibit.file)
    except Refused:
        return None


def _why_another(exhibit: Exhibit, seen: Seen) -> str:
    if exhibit.sha256 is not None and exhibit.sha256 != seen.sha256:
        return "Its file is not the one whose SHA-256 was recorded."
    if exhibit.size is not None and exhibit.size != seen.size:
        return "Its file has another size than was recorded."
    return ""
