"""`sanctcheck compare` beside the help and one reading of the law: what laying side by side costs on top of them.

The bound: the whole comparison takes less than 1.5 times the time of `sanctcheck --help` and of reading the files of
the law once, run one after the other.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pairs import ratio

SANCTCHECK = str(Path(sys.executable).parent / "sanctcheck")
# What `compare` reads: the standards and every regime, with the law that they include.
READ_ONCE = """
from sanctcheck.law.load import packaged_law
law = packaged_law()
standards = law.standards
regimes = [law.regime(name) for name in law.regime_ids]
"""
BESIDE = [
    "sh",
    "-c",
    f'"{SANCTCHECK}" --help > /dev/null && "{sys.executable}" -c "$1"',
    "sh",
    READ_ONCE,
]

if __name__ == "__main__":
    kept = [
        ratio(
            f"compare --all --format {form}, beside --help and one reading of the law",
            [SANCTCHECK, "compare", "--all", "--format", form],
            BESIDE,
            pairs=7,
            bound=1.5,
        )
        for form in ("terminal", "json", "html")
    ]
    sys.exit(0 if all(kept) else 1)
