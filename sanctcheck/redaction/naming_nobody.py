"""The texts that a reader may see, without those whom the reader may not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sanctcheck.dossier.handling import texts
from sanctcheck.leaks.guard import replaced
from sanctcheck.reading.protection import PROTECTED
from sanctcheck.redaction.withholding import Omission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.leaks.guard import Guard
    from sanctcheck.reading.document import Path_

_WHOLE = frozenset({"file", "url", "archived"})
"""Fields that lead somewhere: with a word replaced they would lead nowhere, and so they are left out."""


def without_names(value: dict[str, Any], guard: Guard) -> Iterator[Omission]:
    """Replaces every name and detail in a version by a role; changes the value, and says where."""
    words = [_role(secret.role, guard) for secret in guard.secrets]
    for path, text, _ in list(texts(value)):
        spans = guard.spans(text) if path[-1] in _WHOLE else guard.traces(text)
        if not spans or path[-1] == "id":
            continue
        level = guard.secrets[spans[0].secret].level
        if path[-1] in _WHOLE:
            del _holder(value, path)[path[-1]]
            yield Omission(path, "field", level, "protected-name")
        else:
            _holder(value, path)[path[-1]] = replaced(text, spans, words)
            yield Omission(path, "name", level, "protected-name")


def _role(role: str | None, guard: Guard) -> str:
    """What stands for somebody; a role that says who it is will not do."""
    return PROTECTED if role is None or guard.is_told(role) else role


def _holder(value: Any, path: Path_) -> Any:
    for step in path[:-1]:
        value = value[step]
    return value
