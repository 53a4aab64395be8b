"""How fast names are looked up among those of all lists, beside other ways, and how much that takes.

    python benchmarks/names_speed.py [FOLDER] [--peers PYTHON] [--lost NUMBER [--start NUMBER]] [--quick]

FOLDER holds published lists, which are their publishers' and no part of this project; without it there is nothing to
measure, and that is said. PYTHON is an interpreter that has the peers (rapidfuzz with numpy, scikit-learn,
nomenklatura); without it, and for what it lacks, they are left out, and that is said. Seconds are those of one core.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from names_corpus import grown, parties, queries
from names_lost import lost

from sanctcheck.names.index import Index, build
from sanctcheck.names.party import Party, PartyName, party_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.names.party import PartyKind

    Corpus = Sequence[tuple[str, Party]]

THRESHOLD, LIMIT = 0.5, 10
WARMING = (
    party_named("Ivan Testov", "person"),
    party_named("Иван Тестов", "person"),
    party_named("Specimen Tradnig Kompaniya LLC", "entity"),
    party_named("ООО Тестовая Компания", "entity"),  # noqa: RUF001 - Cyrillic letters, as they are meant
    party_named("شركة المثال", "entity"),
    party_named("李明", "person"),
    party_named("MV Specimen 7", "vessel"),
)
FIRST = """
import sys, time
from pathlib import Path
from sanctcheck.names.index import Index
from sanctcheck.names.party import party_named
index = Index.open(Path(sys.argv[1]))
hits = index.search(party_named(sys.argv[2], "person"), threshold=0.5, limit=10)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
memory = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
print(len(hits), memory / 1024, time.process_time())
"""
GENERIC = "international trading company limited general group holding joint stock company llc of the bank"


def main() -> None:
    """Measures, and prints."""
    parser = argparse.ArgumentParser(description="How fast names are looked up.")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(__file__).parents[2] / "shared" / "lists"
    )
    parser.add_argument("--peers", help="an interpreter that has the peers")
    parser.add_argument(
        "--lost", type=int, default=0, help="queries to hold against comparing with everybody"
    )
    parser.add_argument("--start", type=int, default=0, help="so many of these queries are passed over")
    parser.add_argument("--quick", action="store_true", help="fewer queries, and no growth")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(f"Skipped: there is no folder of published lists at {arguments.folder}.")
        return
    corpus = parties(arguments.folder)
    number = 200 if arguments.quick else 1000
    drawn = queries(corpus, 2 * number)
    asked, others = drawn[:number], drawn[number:]
    print(f"{len(corpus):,} parties with {sum(len(party.names) for _, party in corpus):,} names")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        _built(corpus, path)
        alone, batch = _searched(Index.open(path), asked, others)
        _first_answer(path)
        if arguments.peers:
            _peers(arguments.peers, corpus, asked[:200], (alone, batch))
        else:
            print("peers: left out, because --peers names no interpreter that has them")
        _hostile(corpus, Path(folder) / "hostile", alone)
        if not arguments.quick:
            _growth(corpus, Path(folder) / "grown")
        if arguments.lost:
            _lost(corpus, Index.open(path), arguments.lost, arguments.start)


def _built(corpus: Corpus, path: Path) -> None:
    start = time.process_time()
    build(corpus, path)
    print(f"built in {time.process_time() - start:.1f} s; {path.stat().st_size / 1e6:.0f} MB on the disk")


def _times(index: Index, asked: Sequence[Party]) -> list[float]:
    times = []
    for party in asked:
        start = time.process_time()
        index.search(party, threshold=THRESHOLD, limit=LIMIT)
        times.append(time.process_time() - start)
    return sorted(times)


def _searched(index: Index, asked: Sequence[Party], others: Sequence[Party]) -> tuple[float, float]:
    _batch(index, WARMING)  # what is loaded once is not counted, here as with the peers
    gc.collect()
    gc.freeze()  # the parties that only the benchmark holds, which no search looks at
    times = _times(index, asked)
    mean, half, most = sum(times) / len(times), times[len(times) // 2], times[int(len(times) * 0.99)]
    print(
        f"one by one: {1 / mean:,.0f} queries/s; p50 {half * 1000:.2f} ms, p99 {most * 1000:.2f} ms ({most / half:.1f} times)"
    )
    batch, again = _batch(index, others), _batch(index, asked)
    print(
        f"in a batch: {1 / batch:,.0f} queries/s on a core; of names that were seen before: {1 / again:,.0f} queries/s"
    )
    return mean, batch


def _batch(index: Index, asked: Sequence[Party]) -> float:
    start = time.process_time()
    for _ in index.search_all(asked, threshold=THRESHOLD, limit=LIMIT):
        pass
    return (time.process_time() - start) / len(asked)


def _first_answer(path: Path) -> None:
    start = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", FIRST, str(path), "Vladimir Ivanov"],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # as the command says
        capture_output=True,
        text=True,
        check=True,
    )
    hits, memory, used = ran.stdout.split()
    wall = time.perf_counter() - start
    print(
        f"first answer from process start: {float(used):.2f} s of CPU, {wall:.2f} s in all; {float(memory):.0f} MB resident at most ({hits} hits)"
    )


def _peers(python: str, corpus: Corpus, asked: Sequence[Party], ours: tuple[float, float]) -> None:
    given = {
        "listings": [
            {"kind": party.kind, "names": [name.text for name in party.names]}
            for _, party in corpus
            if party.names
        ],
        "queries": [{"kind": party.kind, "name": party.names[0].text} for party in asked],
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(given, file)
        file.flush()
        script = Path(__file__).with_name("names_speed_peers.py")
        for name in ("rapidfuzz cdist", "TF-IDF trigrams", "nomenklatura"):
            ran = subprocess.run(
                [python, str(script), file.name, name], capture_output=True, text=True, check=False
            )
            lines = [line for line in ran.stdout.splitlines() if line.startswith("{")]
            found: dict[str, Any] = (
                json.loads(lines[-1]) if lines else {"missing": (ran.stderr.splitlines() or ["?"])[-1]}
            )
            if "missing" in found:
                print(f"{name}: left out ({found['missing'][:100]})")
                continue
            alone = sum(found["alone"]) / len(found["alone"])
            print(
                f"{name}: built in {found['build']:.1f} s, {found['memory']:.0f} MB; {1 / alone:,.0f} queries/s one by one"
                f" (here {alone / ours[0]:.1f} times as many), {1 / found['batch']:,.0f} in a batch"
                f" (here {found['batch'] / ours[1]:.1f} times)"
            )


def _hostile(corpus: Corpus, path: Path, usual: float) -> None:
    equal = [(f"equal{number:04}", party_named("Mohammed Ali", "person")) for number in range(1000)]
    build([*corpus[:20_000], *equal], path)
    index = Index.open(path)
    asked: dict[str, tuple[str, PartyKind]] = {
        "500 letters without a blank": ("mohammedalihassan" * 30, "person"),
        "40 words": (" ".join(["Mohammed Ali Hassan Ivan Petrov"] * 8), "person"),
        "one letter": ("a", "person"),
        "nothing but words that many bear": (GENERIC, "entity"),
        "a name that a thousand bear": ("Mohammed Ali", "person"),
        "the same, of no known kind": ("Mohammed Ali", ""),
    }
    for name, (text, kind) in asked.items():
        start = time.process_time()
        found = index.search(Party((PartyName(text),), kind), threshold=THRESHOLD, limit=LIMIT)
        took = time.process_time() - start
        print(
            f"hostile: {name}: {took * 1000:.1f} ms ({took / usual:.0f} times the usual), {len(found)} hits"
        )


def _growth(corpus: Corpus, path: Path) -> None:
    for names in (10_000, 30_000, 100_000, 300_000):
        some = grown(list(corpus), names)
        build(some, path)
        index = Index.open(path)
        _batch(index, WARMING)
        times = _times(index, queries(some, 300))
        print(f"{names:>7,} names: {sum(times) / len(times) * 1000:.2f} ms a query")


def _lost(corpus: Corpus, index: Index, number: int, start: int) -> None:
    """A hundredth of the queries against all parties, the others against all that are near."""
    hits, missing = lost(corpus, index, number, start=start, of_all=number // 100)
    print(
        f"{number} queries: {hits:,} hits of comparing with everybody; of them lost, or scored otherwise:"
        f" {missing} ({missing / max(hits, 1):.3%})"
    )


if __name__ == "__main__":
    main()
