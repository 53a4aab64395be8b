"""The files that are laid out anew: read as they are written, compared, and replaced whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING
from uuid import uuid4

from sanctcheck.finding import of_flaw
from sanctcheck.leaks.guard import watch
from sanctcheck.reading.document import START, Document, Flaw
from sanctcheck.reading.files import parse, read_document, read_regular_file
from sanctcheck.reading.protection import PROTECTED, is_hidden_line, may_protect
from sanctcheck.text import shorten, visible
from sanctcheck.tidy.lines import unified

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sanctcheck.dossier.discovery import Candidate


MAX_VALUES = 15_000
"""Fields and entries of a file that is laid out anew."""
_LONGEST_LINE = 10_000
"""Characters of a line that a difference shows."""


def read_as_written(candidate: Candidate, max_bytes: int) -> tuple[bytes, Document]:
    """The bytes of a file, and what is read from them; no bytes where it cannot be opened."""
    if candidate.path is None:
        content = sys.stdin.buffer.read(max_bytes + 1)
        return content, parse(content, candidate.name, max_bytes=max_bytes)
    try:
        content = read_regular_file(candidate.path, max_bytes)
    except (OSError, ValueError):
        return b"", read_document(candidate.path, candidate.name, max_bytes=max_bytes)
    return content, parse(content, candidate.name, max_bytes=max_bytes)


def is_dossier(document: Document) -> bool:
    """Whether a file says that it is one."""
    value = document.value
    return isinstance(value, dict) and str(value.get("format", "")).startswith("dossier")


def why_not(document: Document) -> str | None:
    """Why a file is left as it is: where, and what is wrong; None where it can be laid out anew."""
    flaws = [flaw for flaw in document.flaws if flaw.severity == "error"]
    if not flaws and not is_dossier(document):
        flaws = [
            Flaw("not-a-dossier", "This is no dossier: one begins with the line “format: dossier/1”.", START)
        ]
    if not flaws and _is_too_large(document.value):
        flaws = [
            Flaw("too-large", f"More than {MAX_VALUES:,} values are too many to be laid out anew.", START)
        ]
    if not flaws:
        return None
    watch(document)
    finding = of_flaw(min(flaws, key=lambda flaw: flaw.place), document)
    return f"{finding.place.line}:{finding.place.column} {finding.rule}: {finding.message}"


def _is_too_large(value: object) -> bool:
    """Whether a file holds more than its layout can be worked out for in time; no dossier of people has as much."""
    pending, seen = [value], 0
    while pending:
        seen += 1
        part = pending.pop()
        if isinstance(part, dict | list):
            seen += len(part)
            pending.extend(
                each
                for each in (part.values() if isinstance(part, dict) else part)
                if isinstance(each, dict | list)
            )
        if seen > MAX_VALUES:
            return True
    return False


def difference(document: Document, text: str, what: str = "laid out anew") -> Iterator[str]:
    """What would change, line by line. Of what is protected, no line is shown."""
    again = parse(text.encode(), document.name, max_bytes=max(len(text) * 4, 1))
    name = visible(document.name)
    changes = unified(_shown(document), _shown(again), (name, f"{name} ({what})"))
    yield from (visible(shorten(line, _LONGEST_LINE)) for line in changes)


def _shown(document: Document) -> list[str]:
    if may_protect(document):
        from sanctcheck.leaks.flaws import hide_leaks  # noqa: PLC0415 - only where somebody may be protected

        hide_leaks(document)
    return [
        PROTECTED if is_hidden_line(document, number) else line
        for number, line in enumerate(document.text.removesuffix("\n").split("\n"), start=1)
    ]


def replace(path: Path, content: bytes, text: str) -> None:
    """Gives a file another text, at once and with the same permissions, if nobody has changed it meanwhile.

    Raises:
        OSError: it cannot be written, or was changed since it was read.
    """
    facts = path.lstat()
    temporary = path.with_name(f".{path.name[:100]}.{uuid4().hex}.tmp")
    try:
        with open(temporary, "xb", opener=_private) as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(facts.st_mode))
        if read_regular_file(path, len(content)) != content:
            raise OSError(0, "it was changed in the meantime")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
