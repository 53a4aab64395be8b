"""How long a site of 1,000 dossiers takes beside validating them, and how large its pages are."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from corpus import REGIME, write_corpus
from pairs import ratio

DAY = "2026-06-01"
BOUND = 5.0
MOST_BYTES = 300 * 1024
SHOWN = 5


def main() -> int:
    """Prints the ratio and the largest pages; the status is 1 where a bound is not kept."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    sanctcheck = str(Path(sys.executable).with_name("sanctcheck"))
    with tempfile.TemporaryDirectory() as folder:
        dossiers, site = Path(folder, "dossiers"), Path(folder, "site")
        dossiers.mkdir()
        write_corpus(dossiers, number, "yaml")
        # One process and nothing kept: what is measured is the work.
        same = ["--jobs", "1", "--as-of", DAY, "--regime", REGIME]
        is_quick = ratio(
            f"site of {number:,} dossiers, beside validating them",
            [sanctcheck, "site", str(site), str(dossiers), *same, "--include", "restricted"],
            [sanctcheck, "validate", str(dossiers), *same, "--no-cache", "--format", "json"],
            pairs=3,
            bound=BOUND,
        )
        pages = sorted(site.rglob("*.html"), key=lambda page: -page.stat().st_size)
        shown = sum(page.parent.name == "dossiers" for page in pages)
        print(f"{len(pages):,} pages, {shown:,} of dossiers; the largest (bound {MOST_BYTES / 1024:.0f} KB):")
        for page in pages[:SHOWN]:
            print(f"  {page.stat().st_size / 1024:5.0f} KB  {page.relative_to(site)}")
        return 0 if is_quick and pages[0].stat().st_size < MOST_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
