"""File names of pages: from ids, without a way out of the folder, and no two alike on any file system."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

_LONGEST = 80
_UNFIT = re.compile(r"[^a-z0-9-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)\Z")
"""What Windows opens as a device, whatever stands behind it, and what a server shows for the folder."""


@dataclass(slots=True)
class Addresses:
    """Hands out file names. What an id cannot keep of itself is told apart by a hash of where it comes from."""

    _taken: set[str] = field(default_factory=set)

    def address(self, identifier: str, origin: str = "") -> str:
        """A name without ending, for an id; `origin` tells things apart that have the same id."""
        plain = _UNFIT.sub("-", identifier.lower()).strip("-")[:_LONGEST]
        name = plain if plain == identifier and not _RESERVED.match(plain) else ""
        if not name or name in self._taken:
            name = f"{plain or 'x'}-{_hash(identifier, origin)}"
        while name in self._taken:
            name = f"{plain or 'x'}-{_hash(name, origin)}"
        self._taken.add(name)
        return name


def _hash(identifier: str, origin: str) -> str:
    text = f"{identifier}\0{origin}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:10]
