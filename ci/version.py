"""Says whether a tag is the version of the package, which stands in one place; `python ci/version.py v1.2.3`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "sanctcheck" / "__init__.py"


def version() -> str:
    """The version as the package states it."""
    found = re.search(r'^__version__ = "([^"]+)"$', PACKAGE.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise SystemExit(f"{PACKAGE} states no version.")
    return found[1]


if __name__ == "__main__":
    if sys.argv[1:] != [f"v{version()}"]:
        raise SystemExit(f"The tag {sys.argv[1:]} is not v{version()}, the version in {PACKAGE.name}.")
