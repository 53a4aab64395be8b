"""`sanctcheck validate` beside check-jsonschema: the same dossiers, in one run, and each tool as its users call it.

    python benchmarks/check_jsonschema.py [NUMBER] [--tool PATH]

check-jsonschema holds each dossier against the JSON Schema alone; sanctcheck tests every criterion of a regime besides.
The tool is the one beside this Python (`pip install -e .[benchmark]`), or the one that `--tool` names. Without one the
benchmark says so, and its status is 0; it is 1 where a bound is not kept.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import REGIME, ROOT, write_corpus

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = ROOT / "schemas" / "dossier.schema.json"
BOUNDS = {"yaml": 10.0, "json": 5.0}
"""How many times as many files a second, at least."""
FROM_CACHE, ONE_FILE = 10.0, 0.75
SEVERAL = 7


@dataclass(frozen=True)
class Took:
    """What one call took: on the clock, and on the processors, its children with it."""

    seconds: float
    processor: float

    def over(self, other: Took) -> str:
        """How many times as long another call took."""
        return f"{other.seconds / self.seconds:.1f} x on the clock, {other.processor / self.processor:.1f} x of processor"


def took(command: Sequence[str], kept: Path) -> Took:
    """What a call takes, with a folder for results kept; its output is thrown away."""
    before = os.times()
    environment = {**os.environ, "SANCTCHECK_CACHE": str(kept)}
    done = subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    )
    after = os.times()
    if done.returncode not in {0, 1}:
        raise SystemExit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    own = after.children_user - before.children_user + after.children_system - before.children_system
    return Took(after.elapsed - before.elapsed, own)


def half_way(calls: Sequence[Took]) -> Took:
    """The medians."""
    return Took(
        statistics.median(each.seconds for each in calls), statistics.median(each.processor for each in calls)
    )


def ours(*paths: str) -> list[str]:
    """The call of sanctcheck."""
    sanctcheck = str(Path(sys.executable).with_name("sanctcheck"))
    return [sanctcheck, "validate", "--as-of", "2026-06-01", "--regime", REGIME, *paths]


def many(tool: str, ending: str, number: int, folder: Path) -> bool:
    """A corpus in one format, under both tools in turn, and once more from the results kept."""
    corpus = folder / ending
    corpus.mkdir()
    write_corpus(corpus, number, ending)
    files = [str(file) for file in sorted(corpus.iterdir())]
    kept = folder / f"kept-{ending}"
    first = took(ours(str(corpus)), kept)
    theirs = took([tool, "--schemafile", str(SCHEMA), *files], kept)
    second = took(ours(str(corpus)), kept)
    per_second = {name: number / each.seconds for name, each in (("sanctcheck", first), ("beside", theirs))}
    ratio, again = theirs.seconds / first.seconds, first.seconds / second.seconds
    print(f"{number:,} dossiers, {ending}: sanctcheck {per_second['sanctcheck']:.0f} files/s,", end=" ")
    print(
        f"check-jsonschema {per_second['beside']:.0f} files/s: {first.over(theirs)} (bound {BOUNDS[ending]:.0f} x)"
    )
    print(
        f"  from results kept: {number / second.seconds:.0f} files/s: {second.over(first)} (bound {FROM_CACHE:.0f} x)"
    )
    return ratio >= BOUNDS[ending] and again >= FROM_CACHE


def single(tool: str, ending: str, folder: Path) -> bool:
    """One file, several times in turn: mostly the start of the program. Nothing is kept."""
    file = str(folder / ending / f"dossier-0001.{ending}")
    pairs = [
        (
            took(ours("--no-cache", file), folder / "none"),
            took([tool, "--schemafile", str(SCHEMA), file], folder / "none"),
        )
        for _ in range(SEVERAL)
    ]
    one, theirs = half_way([pair[0] for pair in pairs]), half_way([pair[1] for pair in pairs])
    ratio = statistics.median(own.processor / other.processor for own, other in pairs)
    print(
        f"one file, {ending}: {one.processor:.2f} s against {theirs.processor:.2f} s of processor:", end=" "
    )
    print(f"{ratio:.2f} x (bound {ONE_FILE} x)")
    return ratio <= ONE_FILE


def main() -> int:
    """Prints the ratios; the status is 1 where a bound is not kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("number", type=int, nargs="?", default=1_000, help="how many dossiers")
    parser.add_argument("--tool", default=str(Path(sys.executable).with_name("check-jsonschema")))
    given = parser.parse_args()
    if not Path(given.tool).is_file():
        print("check-jsonschema is not here: pip install -e '.[benchmark]', or name it with --tool.")
        return 0
    # An installer compiles what it installs, as it did for the other tool; a working copy may not be compiled.
    compileall.compile_dir(ROOT / "sanctcheck", quiet=1)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        kept = [many(given.tool, ending, given.number, folder) for ending in BOUNDS]
        kept += [single(given.tool, ending, folder) for ending in BOUNDS]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
