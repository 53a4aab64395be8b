"""`python -m sanctcheck.pages docs` writes the pages, and takes away those whose standard or regime is gone."""

from __future__ import annotations

import sys
from pathlib import Path

from sanctcheck.law.load import packaged_law
from sanctcheck.pages import pages


def write(folder: Path) -> None:
    """Writes every page below a folder."""
    made = pages(packaged_law())
    for name, text in made.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for part in ("standards", "regimes"):
        for file in (folder / part).glob("*.md"):
            if f"{part}/{file.name}" not in made:
                file.unlink()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
