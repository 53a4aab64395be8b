"""JSON as every report writes it."""

from __future__ import annotations

import json
import re
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


_STEERING = re.compile(
    "[\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters that steer a terminal, or draw nothing: of the categories Cc, Cf, Zl and Zp, and what is tagged with them."""


def tame(text: str) -> str:
    """JSON that another encoder wrote, in Unicode, with what could steer a terminal or a CI runner said otherwise."""
    if not text.isascii():
        text = _STEERING.sub(lambda found: json.dumps(found.group())[1:-1], text)
    return text.replace("##", "#\\u0023")


@lru_cache(maxsize=4096)
def pointer(path: Path_) -> str:
    """A document path as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)
