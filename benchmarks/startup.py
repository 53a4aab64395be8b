"""How long `sanctcheck --version` takes, beside the import of click alone."""

from __future__ import annotations

import sys
from pathlib import Path

from pairs import ratio

if __name__ == "__main__":
    sanctcheck = str(Path(sys.executable).with_name("sanctcheck"))
    kept = ratio(
        "sanctcheck --version, beside python -c 'import click'",
        [sanctcheck, "--version"],
        [sys.executable, "-c", "import click"],
        pairs=25,
        bound=1.5,
    )
    sys.exit(not kept)
