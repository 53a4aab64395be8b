"""A plugin of pytest for `make mutants`: quick tests first, since one that fails is enough; slow ones not at all.

Properties have few examples, which are the same for each mutant and at each run, so that a mutant is not killed by luck.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

LONGEST = 3.0
"""Seconds; a mutant that only such a test would notice counts as not noticed."""
MEASURED = Path("mutmut-stats.json")  # written by mutmut, into the folder where it runs the tests

settings.register_profile("mutants", max_examples=15, derandomize=True, database=None, deadline=None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sorts what was collected by what mutmut measured, if it has."""
    if MEASURED.exists():
        took = json.loads(MEASURED.read_text(encoding="utf-8"))["duration_by_test"]
        items.sort(key=lambda item: took.get(item.nodeid, 0.0))
        items[:] = [item for item in items if took.get(item.nodeid, 0.0) <= LONGEST]
