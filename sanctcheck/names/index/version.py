"""What changes with every change of the code and of the data by which names are prepared and compared."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_COMPILED = frozenset({".pyc", ".pxd", ".so", ".pyd"})
"""What says the same as the modules that it was made of, or how they are compiled."""


@cache
def names_version() -> str:
    """An index that another version wrote is not read: it would find other names than those that compare alike."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent.parent
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _COMPILED:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\n")
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
