"""The libraries that exhibits may need, and that not everybody has: results kept of a run before rest on them too."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

LIBRARIES = ("cryptography", "PIL", "exifread", "pypdf")
"""What `sanctcheck[exhibits]` brings."""
INSTALL = "pip install 'sanctcheck[exhibits]'"


@cache
def installed() -> tuple[str, ...]:
    """Those that are there; none of them is loaded."""
    return tuple(each for each in LIBRARIES if find_spec(each) is not None)
