"""What a threshold finds and what it raises, as the two tables of docs/matching.md.

    python benchmarks/names_thresholds.py [--shared FOLDER]

The first table is of the development half of the labelled pairs, by their names alone; the second of names of one list that
were changed, and of strangers, as `names.py` draws them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import crosslist
import strangers
from names_screening import SEED, TARGET, Corpus, draw, found_above, listed_names, of_list

from sanctcheck.names.score import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

THRESHOLDS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9)
_JUST_BELOW = 1e-9


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=crosslist.SHARED)
    shared = parser.parse_args().shared
    if not (shared / "bench" / "crosslist_dev.jsonl").exists():
        print(f"Skipped: there are no labelled pairs in {shared}/bench.")
        return
    _print_pairs(shared)
    _print_search(shared)


def _print_pairs(shared: Path) -> None:
    scored: dict[str, list[tuple[float, bool]]] = {"person": [], "entity": []}
    for pair in crosslist.load(shared):
        if pair.development and pair.query.kind in scored:
            scored[pair.query.kind].append((compare(pair.named, pair.target_named).score, pair.same))
    print(
        _row(
            (
                "threshold",
                "persons: right among the hits",
                "persons found",
                "organisations: right among the hits",
                "organisations found",
            )
        )
    )
    print("|---|---|---|---|---|")
    for threshold in THRESHOLDS:
        shares = [share for rows in scored.values() for share in _right_and_found(rows, threshold)]
        print(_row((str(threshold), *map(_percent, shares))))
    print()


def _right_and_found(rows: Sequence[tuple[float, bool]], threshold: float) -> tuple[float, float]:
    hits = [is_same for score, is_same in rows if score >= threshold]
    return sum(hits) / len(hits), sum(hits) / sum(is_same for _, is_same in rows)


def _print_search(shared: Path) -> None:
    lists = {
        name: crosslist.parties(shared / "lists", name)
        for name in (TARGET, "gb_ofsi", *strangers.OTHER_LISTS)
    }
    corpus = Corpus(of_list(lists[TARGET]))
    drawn = draw(corpus, listed_names(corpus), lists, SEED)
    print(f"{len(corpus.names())} names of {len(corpus.parties)} listings")
    print(_row(("threshold", "changed names found", "strangers with a hit")))
    print("|---|---|---|")
    for threshold in THRESHOLDS:
        found = found_above(threshold - _JUST_BELOW, drawn.answers, drawn.queries) / 100
        raised = [bool(answer) and answer[0][1] >= threshold for answer in drawn.strangers]
        print(_row((str(threshold), _percent(found), _percent(sum(raised) / len(raised)))))


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
