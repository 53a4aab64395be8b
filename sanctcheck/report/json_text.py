"""JSON as every report writes it."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.reading.document import Path_


def json_text(value: object, *, indent: int | None = None) -> str:
    """A value as JSON.

    ASCII only: no character from a dossier reaches a terminal or a log raw. Two # may begin a command to a CI runner,
    and stand within text alone, where JSON can say them otherwise.
    """
    return json.dumps(value, ensure_ascii=True, allow_nan=False, indent=indent).replace("##", "#\\u0023")


@lru_cache(maxsize=4096)
def pointer(path: Path_) -> str:
    """A document path as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)
