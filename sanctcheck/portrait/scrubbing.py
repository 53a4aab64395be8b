"""A portrait without the names of those whom its dossier protects, in whatever text they stand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from sanctcheck.portrait.model import Portrait
    from sanctcheck.reading.document import Guard


def scrubbed(portrait: Portrait, guard: Guard) -> Portrait:
    """The same portrait with every text of it scrubbed."""
    return cast("Portrait", _scrubbed(portrait, guard))


def _scrubbed(part: Any, guard: Guard) -> Any:
    """A part of it; it is as deep as its model, and no deeper."""
    if isinstance(part, str):
        return guard.scrubbed(part)
    if isinstance(part, tuple):
        return tuple(_scrubbed(each, guard) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        return type(part)(**{each.name: _scrubbed(getattr(part, each.name), guard) for each in fields(part)})
    return part
