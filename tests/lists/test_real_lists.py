"""The report and the benchmark on real lists say so where there are none."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from published import LISTS
from support import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """One of the scripts on a folder."""
    command = [sys.executable, str(ROOT / "benchmarks" / script), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.mark.parametrize("script", ["lists_report.py", "lists_parse.py"])
def test_without_real_lists_it_is_skipped_with_a_clear_word(script: str, tmp_path: Path) -> None:
    finished = run(script, tmp_path / "nowhere")

    assert finished.returncode == 0
    assert "Skipped: there is no folder of published lists at " in finished.stdout


def test_the_report_finds_the_small_lists_whole() -> None:
    finished = run("lists_report.py", LISTS)

    assert "0 faults" in finished.stdout, finished.stdout
    assert finished.returncode == 0, finished.stderr


def test_the_report_finds_what_a_list_lost(tmp_path: Path) -> None:
    text = (LISTS / "un_sc" / "consolidated.xml").read_text()
    (tmp_path / "consolidated.xml").write_text(text.replace("<SORT_KEY/>", "<SHOE_SIZE>46</SHOE_SIZE>", 1))

    finished = run("lists_report.py", tmp_path)

    assert finished.returncode == 1
    assert "not understood: element INDIVIDUAL/SHOE_SIZE" in finished.stdout
