"""How long 1,000 dossiers take under one regime, beside the YAML parser alone; and how memory grows with their number."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from corpus import REGIME, write_corpus
from pairs import ratio, run

PARSER_ALONE = """
import pathlib, sys, yaml
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""


def main() -> int:
    """Prints the ratios; the status is 1 where a bound is not kept."""
    sanctcheck = str(Path(sys.executable).with_name("sanctcheck"))
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as few:
        write_corpus(Path(many), 1_000, "yaml")
        write_corpus(Path(few), 100, "yaml")
        size = sum(file.stat().st_size for file in Path(many).iterdir()) / 1_000
        print(f"1,000 dossiers of {size / 1024:.1f} KiB each, under {REGIME}")
        # One process and nothing kept: what is measured is the work.
        validate = [
            sanctcheck,
            "validate",
            "--no-cache",
            "--jobs",
            "1",
            "--as-of",
            "2026-06-01",
            "--regime",
            REGIME,
        ]
        kept = True
        for form in ("terminal", "json"):
            kept &= ratio(
                f"validate --format {form}, beside yaml.load with CSafeLoader",
                [*validate, "--format", form, many],
                [sys.executable, "-c", PARSER_ALONE, many],
                pairs=5,
                bound=3.0,
            )
        growth = run([*validate, many]).peak / run([*validate, few]).peak
        print(f"peak memory, 1,000 dossiers beside 100: {growth:.2f} x (bound 1.1 x)")
        return 0 if kept and growth <= 1.1 else 1


if __name__ == "__main__":
    sys.exit(main())
