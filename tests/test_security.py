"""The threat model names every threat, and for each a test that is there."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from support import ROOT

if TYPE_CHECKING:
    from pathlib import Path

sys.path += [str(ROOT / "tests" / folder) for folder in ("hostile", "lists")]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
THREATS = [
    f"{letter}{number}"
    for letter, last in (("D", 18), ("W", 7), ("L", 20), ("R", 8), ("S", 1))
    for number in range(1, last + 1)
]
_ROW = re.compile(r"^\| ([DWLRS]\d+) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`([^`]+)`")
_NAMED = re.compile(r"([\w/]+\.py)::(test_\w+)$")
_CASE = re.compile(r"([\w/]+\.py)\[([\w-]+)\]$")
_FUZZED = re.compile(r"fuzz\[(\w+)\]$")
ROWS = {row[1]: row for row in _ROW.finditer(PAGE)}


def test_every_threat_has_one_row_in_order() -> None:
    assert [row[1] for row in _ROW.finditer(PAGE)] == THREATS


@pytest.mark.parametrize("threat", THREATS)
def test_each_threat_has_what_is_done_and_a_test_that_is_there(threat: str) -> None:
    named = _TEST.findall(ROWS[threat][4])

    assert len(ROWS[threat][3]) > 20
    assert named
    assert [name for name in named if not is_there(name)] == []


def test_a_test_that_is_not_there_is_missed() -> None:
    assert not is_there("test_security.py::test_that_nobody_wrote")
    assert not is_there("no/such.py::test_every_threat_has_one_row_in_order")
    assert not is_there("hostile/test_hostile.py[D99]")
    assert not is_there("lists/test_hostile_lists.py[nothing-such]")
    assert not is_there("fuzz[nothing]")
    assert not is_there("something else")


def test_the_page_on_ci_says_that_a_finding_there_is_too_late() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")

    assert "A finding in CI is too late for a public repository" in page
    assert "pre-commit hook" in page


def test_the_policy_says_how_to_report_what_is_supported_and_what_is_in_scope() -> None:
    policy = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

    assert re.findall("^## (.+)$", policy, re.MULTILINE) == [
        "How to report",
        "What is supported",
        "What is in scope",
    ]
    assert "docs/security.md" in policy


def is_there(name: str) -> bool:
    """Whether a test, the cases of a table, or the fuzzing of a reader exists."""
    if found := _NAMED.match(name):
        path = ROOT / "tests" / found[1]
        return path.exists() and found[2] in functions(path)
    if found := _FUZZED.match(name):
        return any((ROOT / "fuzz" / "corpus" / found[1]).glob("*"))
    if found := _CASE.match(name):
        if found[1] == "hostile/test_hostile.py":
            from test_hostile import CASES

            return Counter(case.row for case in CASES)[found[2]] >= 3
        if found[1] == "lists/test_hostile_lists.py":
            from test_hostile_lists import CASES as LISTS

            return found[2] in {case[0] for case in LISTS}
    return False


def functions(path: Path) -> set[str]:
    """The tests of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
