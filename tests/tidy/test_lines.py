"""Two texts line by line: what is shown turns one into the other, in time, whatever the lines."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.tidy.lines import unified

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(_TEXTS, _TEXTS)
@settings(deadline=None)
def test_the_changes_turn_one_text_into_the_other(before: list[str], after: list[str]) -> None:
    assert _patched(before, list(unified(before, after, ("x", "y")))) == after


@given(_TEXTS, st.integers(0, 39), st.sampled_from("xyz"))
@settings(deadline=None)
def test_one_changed_line_is_one_change(text: list[str], place: int, line: str) -> None:
    after = [*text[:place], line, *text[place + 1 :]] if place < len(text) else text

    shown = list(unified(text, after, ("x", "y")))[2:]

    assert [each for each in shown if each[0] in "+-"] == (
        [] if after == text else [f"-{text[place]}", f"+{line}"]
    )


def test_patch_reads_what_is_shown(tmp_path: Path) -> None:
    before = [f"line {number}" for number in range(60)]
    after = [*before[:5], "new", *before[5:30], *before[33:50], "other", *before[51:]]
    (tmp_path / "x").write_text("".join(f"{line}\n" for line in before))
    patch = "".join(f"{line}\n" for line in unified(before, after, ("x", "x")))

    done = subprocess.run(
        ["patch", "-p0"], cwd=tmp_path, input=patch, text=True, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stdout
    assert (tmp_path / "x").read_text().splitlines() == after


@pytest.mark.parametrize("distinct", [1, 2, 50, 1_000, 90_000])
def test_lines_that_are_alike_cost_no_more_than_others(distinct: int) -> None:
    before = [str(number % distinct) for number in range(100_000)]
    after = [str((number * 7 + 1) % distinct) for number in range(100_000)]

    begun = time.process_time()
    shown = sum(1 for _ in unified(before, after, ("x", "y")))

    assert shown >= 0
    assert time.process_time() - begun < 3


def _patched(before: list[str], shown: list[str]) -> list[str]:
    if not shown:
        return before
    text: list[str] = []
    done = 0
    for line in shown[2:]:
        if line.startswith("@@"):
            start, _, length = line.split()[1][1:].partition(",")
            begin = int(start) if length == "0" else int(start) - 1
            text += before[done:begin]
            done = begin
        elif line[0] == "+":
            text.append(line[1:])
        else:
            assert before[done] == line[1:]
            done += 1
            text += [line[1:]] if line[0] == " " else []
    return text + before[done:]
