"""All names of the lists in one file, so kept that a name is looked up among them in about a millisecond."""

from __future__ import annotations

from sanctcheck.names.index.building import build
from sanctcheck.names.index.hits import Hit
from sanctcheck.names.index.index import Index
from sanctcheck.names.index.mapped import DamagedError

__all__ = ["DamagedError", "Hit", "Index", "build"]
