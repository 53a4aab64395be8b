"""A command line to call, in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from commanding import STANDARDS, CommandLine
from support import EXAMPLE_REGIME, NEUTRAL

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    here = CommandLine(tmp_path)
    here.write("law/standards.yaml", STANDARDS)
    here.write("law/example.yaml", EXAMPLE_REGIME)
    here.write("told.yaml", NEUTRAL + "process: [{event: notified, day: 2026-03-02}]\n")
    here.write("untold.yaml", NEUTRAL)
    return here
