"""The litigation back-test: would the gaps on which courts decided have been found before the listing?

    python benchmarks/backtest.py                               # the cases of fixtures/cases, against the recorded result
    python benchmarks/backtest.py --dossiers DIR --cases FILE   # any other set; a dossier's file name is its case's id
    python benchmarks/backtest.py --reworded                    # with neutral words in the place of every text
    python benchmarks/backtest.py --case ID                     # the findings on one case
    python benchmarks/backtest.py --show ID                     # the whole dossier of one case
    python benchmarks/backtest.py --write                       # records the result, and writes docs/backtest.md

Exit status: 0; 1 where the recorded result is missed; 2 where the set cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from case_file import CaseError, value_of
from report import as_markdown, as_text
from reword import reworded
from scoring import Scored, Scorer, cases_in, matched_pairs, tally

from sanctcheck.assess import Assessor
from sanctcheck.law.load import packaged_law

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
CASES = ROOT / "fixtures" / "cases"
RESULT = ROOT / "benchmarks" / "results" / "backtest.json"
PAGE = ROOT / "docs" / "backtest.md"

HIGHER_IS_BETTER = ("hit", "hit_by_error", "decisive_found", "secondary_found", "pairs_told_apart")
LOWER_IS_BETTER = ("with_false_alarm", "unexplained", "not_assessed")


def scorer(folder: Path = CASES, *, with_new_words: bool = False) -> Scorer:
    """What scores the dossiers of a folder."""
    grounds = value_of(CASES / "grounds.yaml")["grounds"]
    neutral = CASES / "neutral.yaml"
    change = reworded if with_new_words else lambda value: value
    return Scorer(Assessor(packaged_law()), grounds, folder, neutral, change)


def scored_set(folder: Path, file: Path, *, with_new_words: bool = False) -> list[Scored]:
    """Every case of a file, scored on the dossier of its name in a folder.

    Raises:
        CaseError: the file cannot be read.
    """
    by = scorer(folder, with_new_words=with_new_words)
    return [by.score(case) for case in cases_in(file).values()]


def result(scored: Sequence[Scored]) -> dict[str, Any]:
    """What is recorded of a set: the figures as a whole, and for each case what was found."""
    pairs = matched_pairs(scored)
    return {
        "figures": {
            **asdict(tally(scored)),
            "pairs": len(pairs),
            "pairs_told_apart": sum(bool(pair.told_apart_by) for pair in pairs),
            "not_assessed": sum(each.failure is not None for each in scored),
        },
        "cases": {each.case.id: _recorded(each) for each in scored},
    }


def _recorded(scored: Scored) -> dict[str, Any]:
    return {
        "errors": sorted({each.criterion for each in scored.found if each.is_error}),
        "warnings": sorted({each.criterion for each in scored.found if not each.is_error}),
    }


def regressions(now: dict[str, Any], recorded: dict[str, Any]) -> list[str]:
    """The figures that are worse than those recorded."""
    new, old = now["figures"], recorded["figures"]
    less = [name for name in HIGHER_IS_BETTER if new[name] < old[name]]
    more = [name for name in LOWER_IS_BETTER if new[name] > old[name]]
    return [f"{name}: {new[name]}, recorded: {old[name]}" for name in (*less, *more)]


def main(arguments: Sequence[str]) -> int:
    """Runs the back-test as the command line asks."""
    asked = _options().parse_args(arguments)
    folder, file = Path(asked.dossiers), Path(asked.cases)
    try:
        if asked.show or asked.case:
            return _one(folder, file, asked)
        scored = scored_set(folder, file, with_new_words=asked.reworded)
    except CaseError as error:
        print(error, file=sys.stderr)
        return 2
    sys.stdout.write(as_text(scored))
    if asked.write:
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(json.dumps(result(scored), indent=1, sort_keys=True) + "\n", encoding="utf-8")
        PAGE.write_text(as_markdown(scored), encoding="utf-8")
        return 0
    return _compared(scored) if file == CASES / "decided.yaml" else 0


def _compared(scored: Sequence[Scored]) -> int:
    if not RESULT.is_file():
        print("\nNo result is recorded: run with --write.")
        return 0
    worse = regressions(result(scored), json.loads(RESULT.read_text(encoding="utf-8")))
    for each in worse:
        print(f"worse than recorded: {each}")
    return 1 if worse else 0


def _one(folder: Path, file: Path, asked: argparse.Namespace) -> int:
    by = scorer(folder, with_new_words=asked.reworded)
    if asked.show:
        print(by.dossier(asked.show).model_dump_json(indent=1, exclude_unset=True))
        return 0
    known = cases_in(file)
    if asked.case not in known:
        raise CaseError(f"{file.name} has no case {asked.case}")
    scored = by.score(known[asked.case])
    case = scored.case
    print(f"{case.name}: {'fell' if case.is_defective else 'stood'}")
    print(
        f"  decisive {sorted(case.decisive)}, secondary {sorted(case.secondary)}, failed {sorted(case.rejected)}"
    )
    if scored.failure:
        print(f"  not assessed: {scored.failure}")
    for each in scored.found:
        weight = "error" if each.is_error else "warning"
        print(f"  {weight:8}{each.criterion} → {', '.join(by.grounds_of[each.standard]) or 'no ground'}")
        print(f"          {each.message}")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dossiers", default=str(CASES), metavar="DIR", help="the folder of the dossiers")
    parser.add_argument(
        "--cases", default=str(CASES / "decided.yaml"), metavar="FILE", help="the decided cases"
    )
    parser.add_argument("--reworded", action="store_true", help="neutral words in the place of every text")
    parser.add_argument("--case", metavar="ID", help="the findings on one case")
    parser.add_argument("--show", metavar="ID", help="the whole dossier of one case")
    parser.add_argument("--write", action="store_true", help="record the result, and write docs/backtest.md")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
