"""Name matching beside its peers, in one run: labelled pairs, searches for changed names, scripts, and calibration.

    python benchmarks/names.py [--shared FOLDER] [--peers PYTHON] [--half judgment|development] [--plot FILE.svg]

FOLDER holds `bench/crosslist_dev.jsonl` and `lists/`; without it nothing can be measured, and it says so. PYTHON is an
interpreter in which the peers are installed (see `names_peers.py`); without one, only this matcher is measured.
Pairs are split by party: figures are those of the half on which nothing was tuned, unless the other is asked for.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import crosslist
from names_quality import FIGURES, Quality, bins, expected_calibration_error, quality

from sanctcheck.names.score import compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from crosslist import Pair

    from sanctcheck.names.party import Party

HERE = Path(__file__).resolve().parent
OURS = "sanctcheck"
KINDS = ("person", "entity", "vessel", "all")


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to ask: by the name alone, or with all that is known."""

    words: str
    a: Callable[[Pair], Party]
    b: Callable[[Pair], Party]


SETTINGS = (
    Setting("name only", lambda pair: pair.named, lambda pair: pair.target_named),
    Setting("all data", lambda pair: pair.query, lambda pair: pair.target),
)


def main() -> int:
    """Prints every figure; the status is 1 where a peer is better in one of the pairs."""
    asked = _arguments()
    if not (asked.shared / "bench" / "crosslist_dev.jsonl").exists():
        print(f"Skipped: there are no labelled pairs in {asked.shared}/bench.")
        return 0
    pairs = [
        pair for pair in crosslist.load(asked.shared) if pair.development == (asked.half == "development")
    ]
    print(f"{len(pairs)} labelled pairs: the {asked.half} half.\n")
    worse = 0
    for setting in SETTINGS:
        scores = _scores(pairs, setting, asked.peers)
        worse += _pairs_table(pairs, setting, scores)
        _calibration(pairs, setting, scores[OURS], asked.plot if setting.words == "name only" else None)
    if not asked.pairs_only:
        from names_screening import SEED, original_scripts, perturbations  # noqa: PLC0415 - pairs need no index

        perturbations(asked.shared, asked.peers, SEED if asked.half == "judgment" else SEED + 1)
        original_scripts(pairs, asked.shared, asked.peers)
    return 1 if worse else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=crosslist.SHARED)
    parser.add_argument("--peers", help="an interpreter with the peers")
    parser.add_argument("--half", choices=["judgment", "development"], default="judgment")
    parser.add_argument("--plot", type=Path, help="where to draw the calibration")
    parser.add_argument("--pairs-only", action="store_true")
    return parser.parse_args()


def _scores(pairs: Sequence[Pair], setting: Setting, peers: str | None) -> dict[str, list[float]]:
    ours = [compare(setting.a(pair), setting.b(pair)).score for pair in pairs]
    return {OURS: ours} | (_peer_scores(pairs, setting, peers) if peers else {})


def _peer_scores(pairs: Sequence[Pair], setting: Setting, peers: str) -> dict[str, list[float]]:
    """What the peers say; kept between runs, because one of them takes minutes over it."""
    lines = "".join(
        json.dumps({"a": _plain(setting.a(pair)), "b": _plain(setting.b(pair))}) + "\n" for pair in pairs
    )
    script = HERE / "names_peers.py"
    key = hashlib.sha256(lines.encode() + script.read_bytes()).hexdigest()[:16]
    kept = Path(tempfile.gettempdir()) / f"sanctcheck-peers-{key}.jsonl"
    if not kept.exists():
        run = subprocess.run(
            [peers, script, "pairs"], input=lines, capture_output=True, text=True, check=True
        )
        kept.write_text(run.stdout)
    rows: list[dict[str, float]] = [json.loads(line) for line in kept.read_text().splitlines()]
    return {name: [row[name] for row in rows] for name in rows[0]}


def _plain(party: Party) -> dict[str, Any]:
    return {
        "names": [name.text for name in party.names],
        "kind": party.kind,
        "births": [day.start for day in party.births],
        "countries": list(party.countries),
        "gender": party.gender,
        "identifiers": [[each.kind, each.number] for each in party.identifiers],
    }


def _pairs_table(pairs: Sequence[Pair], setting: Setting, scores: dict[str, list[float]]) -> int:
    """Prints the tables of one setting; how many figures a peer has better."""
    worse = 0
    for exact in (False, True):
        for kind in KINDS:
            chosen = [
                index
                for index, pair in enumerate(pairs)
                if kind in {"all", pair.query.kind} and (exact or not pair.row["exact_name"])
            ]
            same = [pairs[index].same for index in chosen]
            found = {name: quality([each[index] for index in chosen], same) for name, each in scores.items()}
            words = f"{setting.words}, {kind}, exact names {'in' if exact else 'left out'}"
            worse += _print_figures(f"{words}: {sum(same)} the same, {len(same) - sum(same)} others", found)
    return worse


def _print_figures(title: str, found: dict[str, Quality]) -> int:
    print(title)
    for name, each in found.items():
        print(f"  {name:<24}" + "".join(f"{value:8.3f}" for value in each.values()))
    peers = [each for name, each in found.items() if name != OURS]
    if not peers:
        print()
        return 0
    ours = found[OURS].values()
    best = [max(values) for values in zip(*(each.values() for each in peers), strict=True)]
    gone = [_error_gone(own, peer) for own, peer in zip(ours, best, strict=True)]
    print("  of the best peer's error gone" + "".join(f"{share:>8}" for share in gone) + "\n")
    return sum(own < peer - 1e-9 for own, peer in zip(ours, best, strict=True))


def _error_gone(own: float, peer: float) -> str:
    return "-" if peer >= 1 else f"{100 * (own - peer) / (1 - peer):.0f} %"


def _calibration(pairs: Sequence[Pair], setting: Setting, scores: list[float], plot: Path | None) -> None:
    same = [pair.same for pair in pairs]
    found = bins(scores, same)
    print(f"calibration, {setting.words}: expected calibration error {expected_calibration_error(found):.4f}")
    for each in found:
        print(f"  score {each.mean_score:.2f}: {each.share_same:.2f} the same party, of {each.pairs} pairs")
    print()
    if plot is not None:
        from names_plot import draw_calibration  # noqa: PLC0415 - wanted where a picture is

        draw_calibration(found, plot)


def header(columns: Iterable[str] = FIGURES) -> str:
    """The names of the figures, in the order of their columns."""
    return ", ".join(columns)


if __name__ == "__main__":
    sys.exit(main())
