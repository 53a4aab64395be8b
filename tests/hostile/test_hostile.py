"""Files made to harm, through the command line as a user calls it: each ends in time, in bounds, and says what is wrong."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import cases_arguments
import cases_commands
import cases_files
import cases_inputs
import cases_json
import cases_lists
import cases_text
import cases_trees
import cases_yaml
import pytest
from harness import Case, breaches, lay_out, packed, run, run_forked
from in_process import run_here

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES: list[Case] = [
    packed(case)
    for module in (
        cases_yaml,
        cases_json,
        cases_text,
        cases_files,
        cases_arguments,
        cases_commands,
        cases_inputs,
        cases_lists,
        cases_trees,
    )
    for case in module.cases()
]

sys.path.append(str(Path(__file__).parent.parent / "lists"))
ISOLATED = os.environ.get("HOSTILE_ISOLATED", "")
"""Where costs are written down: then each case is a process of its own, measured by the system (`make hostile`)."""

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="limits and FIFOs of POSIX"),
    pytest.mark.no_cover,
]


@pytest.fixture
def folders() -> Iterator[tuple[Path, Path]]:
    """A folder for the case and one aside; both go at once, because some cases are large."""
    with tempfile.TemporaryDirectory() as made:
        folder, aside = Path(made, "case"), Path(made, "aside")
        folder.mkdir()
        aside.mkdir()
        yield folder, aside


@pytest.mark.parametrize("case", CASES, ids=str)
def test_hostile_input_ends_in_time_in_bounds_and_with_the_right_word(
    case: Case, folders: tuple[Path, Path]
) -> None:
    lay_out(case, folders[0])
    ran = (run_forked if ISOLATED else run_here)(case, *folders)
    if ISOLATED and ran.wall > case.seconds > ran.processor:
        # The machine was busy with something else, or the call waited in vain: another try tells them apart.
        ran = run(case, *folders)
    if ISOLATED:
        with Path(ISOLATED).open("a", encoding="utf-8") as costs:
            costs.write(f"{ran.processor:.2f}\t{ran.peak_kb / 1024:.0f}\t{case}\n")

    assert list(breaches(case, ran, bounded=bool(ISOLATED))) == [], ran.cost


@pytest.mark.parametrize("row", [f"D{number}" for number in range(1, 19)])
def test_every_row_of_the_threats_has_cases(row: str) -> None:
    assert Counter(case.row for case in CASES)[row] >= 3


def test_there_are_as_many_cases_as_are_promised() -> None:
    from test_hostile_lists import CASES as LISTS

    commands = Counter(case.command for case in CASES)
    of_lists = [case for case in CASES if case.row.startswith("L")]
    trees = {case.name.rpartition("-")[0] for case in CASES if case.name.startswith("tree-")}

    assert commands["validate"] >= 300
    assert len(of_lists) + len(LISTS) >= 100
    assert len(trees) >= 10
    assert set(commands) >= {
        "validate",
        "diff",
        "fmt",
        "screen",
        "match",
        "lists",
        "report",
        "redact",
        "seal",
        "verify",
    }


def test_each_case_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(map(str, CASES)).items() if count > 1] == []
