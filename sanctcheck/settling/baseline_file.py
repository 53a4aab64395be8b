"""A baseline as a file: read with the line of each entry, and written one entry to a line, so that changes can be seen."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from sanctcheck.errors import ConfigurationError, UsageError
from sanctcheck.reading.document import START, Flaw
from sanctcheck.reading.files import read_document, read_regular_file
from sanctcheck.reading.model import GLOB_PATTERN, Glob, Norm, Part, ShortHash
from sanctcheck.reading.shape import shape
from sanctcheck.settling.baseline import Baseline, Entry
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = "baseline/1"
MAX_ENTRIES = 15_000
_BEGINNING = re.compile(rb'\s*\{\s*"format"\s*:\s*"baseline/|\s*\Z')
_HEAD = 200


class BaselineEntry(Part):
    """One finding that was there when the baseline was taken."""

    gap: Norm
    """REGIME:CRITERION, or the rule of form."""
    file: Glob | None = None
    """Where it was found, as a path below the folder of the baseline; for people, since files can be renamed."""
    dossier: ShortHash
    """A hash of the dossier's id."""
    fingerprint: ShortHash
    """The fingerprint of the finding, as reports give it."""
    kind: ShortHash
    """A hash of the criterion and the part, without the numbers of list items."""


class BaselineFile(Part):
    """Findings that were there before: they are shown, and do not fail. It holds no text of a dossier."""

    format: Literal["baseline/1"]
    """The version of this format: `baseline/1`."""
    gaps: Annotated[list[BaselineEntry], Field(max_length=MAX_ENTRIES)]
    """The findings, in the order of files."""


def read_baseline(path: Path, name: str) -> Baseline:
    """The baseline in a file.

    Raises:
        ConfigurationError: it cannot be used.
    """
    document = read_document(path, name)
    held = shape(document, BaselineFile)
    if held is None or any(flaw.severity == "error" for flaw in document.flaws):
        found = [*document.flaws] or [Flaw("not-readable", "This is no baseline.", START)]
        message = (
            f"{name} is no baseline that can be used, so nothing was checked; --write-baseline writes one."
        )
        raise ConfigurationError(message, ((document, flaw) for flaw in found))
    entries = tuple(
        Entry(each.gap, each.file or "", each.dossier, each.fingerprint, each.kind) for each in held.gaps
    )
    return Baseline(name, entries, tuple(document.place(("gaps", index)) for index in range(len(entries))))


def refuse_to_replace(path: Path) -> None:
    """A baseline takes the place of another one, and of no other file: a dossier that is named by mistake stays.

    Raises:
        UsageError: something else stands there.
    """
    try:
        content = read_regular_file(path, _HEAD)
    except (OSError, ValueError):
        return  # nothing is there, or what is there is said when it is written to
    if not _BEGINNING.match(content):
        raise UsageError(
            f"{quoted(str(path))} is there already and is no baseline, so it is left as it is: name another file, or delete this one first."
        )


def written(entries: Iterable[Entry]) -> str:
    """A baseline as its file holds it: the same entries give the same bytes, in whichever order they were found."""
    every = sorted(entries, key=lambda each: (each.file, each.gap, each.fingerprint, each.kind))
    lines = ",\n".join(f" {json.dumps(_held(each))}" for each in every)
    return (
        f'{{\n"format": "{FORMAT}",\n"gaps": [\n{lines}\n]\n}}\n'
        if every
        else f'{{"format": "{FORMAT}", "gaps": []}}\n'
    )


def _held(entry: Entry) -> dict[str, str]:
    held = (
        {"gap": entry.gap, "file": entry.file} if re.match(GLOB_PATTERN, entry.file) else {"gap": entry.gap}
    )
    return {**held, "dossier": entry.dossier, "fingerprint": entry.fingerprint, "kind": entry.kind}
