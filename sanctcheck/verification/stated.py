"""What an assessment states of itself and of what it rests on. It is a file from outside, and may have been changed."""

from __future__ import annotations

import re
from datetime import date  # noqa: TC003 - msgspec reads these annotations at run time
from hashlib import sha256
from typing import Annotated

import msgspec

from sanctcheck.errors import UsageError

MAX_BYTES = 256 * 1024 * 1024
FORM = "assessment/3"
_START = re.compile(rb'\{\s*"format": "assessment/')
_OLDER = re.compile(rb'\{\s*"format": "assessment/[12]"')
_SEAL = re.compile(rb'"sha256": "([0-9a-f]{64})"\n\}\n\Z')
_Text = Annotated[str, msgspec.Meta(max_length=4_096)]


class StatedLaw(msgspec.Struct, frozen=True):
    """A file of the law, as it was."""

    file: _Text
    sha256: _Text


class StatedRegime(msgspec.Struct, frozen=True):
    """A regime under which a dossier was assessed."""

    regime: _Text
    law: tuple[StatedLaw, ...]


class StatedFlaw(msgspec.Struct, frozen=True):
    """Something wrong with a file as such."""

    rule: _Text
    pointer: str


class StatedDossier(msgspec.Struct, frozen=True):
    """A file that was checked, or one of settings of which there was something to say."""

    file: _Text
    sha256: _Text | None
    kind: _Text
    flaws: tuple[StatedFlaw, ...]
    under: tuple[StatedRegime, ...]


class StatedTool(msgspec.Struct, frozen=True):
    """What made it."""

    version: _Text


class StatedExcluded(msgspec.Struct, frozen=True):
    """Files that a configuration took out."""

    files: int
    reason: str
    where: str


class StatedSummary(msgspec.Struct, frozen=True):
    """Of the counts, those of files that are not in it."""

    passed_over: int
    excluded: tuple[StatedExcluded, ...]


class StatedSettings(msgspec.Struct, frozen=True):
    """A file of settings that was heeded."""

    role: _Text
    file: _Text
    sha256: _Text


class StatedList(msgspec.Struct, frozen=True):
    """A snapshot of a list."""

    list: _Text
    sha256: _Text
    dated: _Text

    @property
    def snapshot(self) -> str:
        """As people quote it."""
        return f"{self.list}@{self.sha256[:12]}"


class StatedBasis(msgspec.Struct, frozen=True):
    """What was asked, and what was heeded."""

    paths: tuple[_Text, ...]
    regimes: tuple[_Text, ...]
    all_regimes: bool
    skip_others: bool
    max_bytes: Annotated[int, msgspec.Meta(ge=1, le=1024**3)]
    criteria: _Text | None
    settings: tuple[StatedSettings, ...]
    lists: tuple[StatedList, ...]
    list_files: tuple[_Text, ...]


class Stated(msgspec.Struct, frozen=True):
    """An assessment."""

    format: _Text
    tool: StatedTool
    as_of: date
    dossiers: tuple[StatedDossier, ...]
    summary: StatedSummary
    basis: StatedBasis

    @property
    def files(self) -> tuple[StatedDossier, ...]:
        """The files that were checked."""
        return tuple(each for each in self.dossiers if each.kind == "dossier")


_DECODER = msgspec.json.Decoder(Stated)


def is_as_written(content: bytes) -> bool:
    """Whether an assessment fits the hash at its end: it was not changed by accident since it was written."""
    found = _SEAL.search(content[-200:])
    if found is None:
        return False
    sealed = content[: len(content) - len(found[0])]
    return sha256(sealed).hexdigest() == found[1].decode()


def stated_in(content: bytes) -> Stated | None:
    """What an assessment states; None where it was changed so that it cannot be read.

    Raises:
        UsageError: it is no assessment, or one of a form that does not say what it rests on.
    """
    if _START.match(content) is None and _SEAL.search(content[-200:]) is None:
        raise UsageError(
            "This is no assessment: `sanctcheck validate --format json` writes one, and lines of `jsonl` say less."
        )
    if _OLDER.match(content) is not None and b'"basis": ' not in content:
        raise UsageError(
            "This assessment is of an older form, which does not say what it rests on: make it again."
        )
    try:
        stated = _DECODER.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return stated if stated.format == FORM else None
