"""Fuzzes readers in turn, a round each, and writes down what libFuzzer counted: `rounds.py SECONDS READER...`.

The folder FUZZING (an environment variable; `fuzz/work` otherwise) takes what grows: a corpus a reader, inputs that
broke something, and `rounds.csv`. `--turns` repeats the turn.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
LONGEST = {"json": (48, 400), "yaml": (48, 400), "xml": (64, 4096), "csv": (48, 4096), "sheet": (1700, 6000)}
"""Bytes of one input: short ones are many. Each eighth round takes longer ones, which reach the readers of publishers."""
_DEAR = 10
"""How many times fewer executions of the dear reader are wanted."""
_COUNT = re.compile(r"stat::number_of_executed_units: (\d+)")
_BROKEN = re.compile(r"Test unit written to (\S+)")


def main() -> int:
    """Fuzzes; 1 where something broke."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("seconds", type=int)
    asked.add_argument("readers", nargs="+", choices=list(LONGEST))
    asked.add_argument("--turns", type=int, default=1)
    asked.add_argument("--goal", type=int, help="executions of each reader, where no more are wanted")
    given = asked.parse_args()
    work = Path(os.environ.get("FUZZING", HERE / "work"))
    broken = [
        found
        for turn in range(given.turns)
        for reader in given.readers
        if given.goal is None or counted(work)[reader] < given.goal // (_DEAR if reader == "sheet" else 1)
        if (found := fuzzed(reader, given.seconds, work, LONGEST[reader][turn % 8 == 1]))
    ]
    return 1 if broken else 0


def counted(work: Path) -> Counter[str]:
    """The executions of each reader so far."""
    counts: Counter[str] = Counter()
    if (work / "rounds.csv").exists():
        for row in csv.reader((work / "rounds.csv").read_text().splitlines()):
            counts[row[1]] += int(row[2])
    return counts


def fuzzed(reader: str, seconds: int, work: Path, longest: int) -> str:
    """One round; the file with the input that broke something, or nothing."""
    grown = work / reader
    grown.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={longest}",
        "-timeout=10",
        "-rss_limit_mb=700",
        "-print_final_stats=1",
        f"-artifact_prefix={work / reader}-",
    ]
    command = [
        sys.executable,
        str(HERE / "fuzz.py"),
        reader,
        *options,
        str(grown),
        str(HERE / "corpus" / reader),
    ]
    begun = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    said = done.stdout + done.stderr
    count, found = _COUNT.search(said), _BROKEN.search(said)
    if count is None:
        sys.stderr.write(said[-3000:])
        raise SystemExit(2)
    if found:
        (work / f"{Path(found[1]).name}.log").write_text(said[-6000:])
    with (work / "rounds.csv").open("a", newline="") as file:
        day = datetime.now(UTC).date().isoformat()
        csv.writer(file).writerow(
            [day, reader, count[1], round(time.monotonic() - begun), Path(found[1]).name if found else ""]
        )
    sys.stdout.write(f"{reader}: {count[1]} executions, {found[1] if found else 'nothing broke'}\n")
    sys.stdout.flush()
    return found[1] if found else ""


if __name__ == "__main__":
    raise SystemExit(main())
