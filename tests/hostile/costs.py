"""After `make hostile`: what the dearest of its cases cost."""

from __future__ import annotations

import sys
from pathlib import Path

_SHOWN = 10


def main(file: str) -> None:
    """Prints the slowest and the largest of the cases that a file holds, a line a case: seconds, megabytes, name."""
    rows = [line.split("\t") for line in Path(file).read_text(encoding="utf-8").splitlines()]
    costs = [(float(seconds), float(peak), name) for seconds, peak, name in rows]
    total = sum(seconds for seconds, _, _ in costs)
    print(f"{len(costs)} cases, each a process of its own; {total:,.0f} s of processor")
    for unit, measured in (
        ("s of processor", [(seconds, name) for seconds, _, name in costs]),
        ("MB at most", [(peak, name) for _, peak, name in costs]),
    ):
        print(f"the dearest by {unit}:")

        for cost, name in sorted(measured, reverse=True)[:_SHOWN]:
            print(f"{cost:9.2f}  {name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
