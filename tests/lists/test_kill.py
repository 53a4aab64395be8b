"""A run that is killed at any moment leaves a store that can be read, with the last good snapshot in it.

SANCTCHECK_KILLS sets how many times; 60 if nothing is said.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest
from listmaking import entries, sdn_xml
from publishing import Publisher, Request, answers

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs to kill are forked"),
]

KILLS = int(os.environ.get("SANCTCHECK_KILLS", "60"))


class Growing:
    """Publishes a new version, with one entry more, every time that it is asked."""

    def __init__(self) -> None:
        self.number = 300

    def __call__(self, request: Request, out: IO[bytes]) -> None:
        self.number += 1
        answers(sdn_xml(entries(self.number)), ETag=f'"{self.number}"')(request, out)


def test_a_kill_at_any_moment_leaves_the_last_good_snapshot(
    publisher: Callable[..., Publisher], tmp_path: Path
) -> None:
    configuration = tmp_path / "lists.toml"
    configuration.write_text(f'[us-ofac-sdn]\nurl = "{publisher(Growing()).url}"\nminimum = {{}}\n')
    script = Path(__file__).with_name("killing.py")
    command = [sys.executable, str(script), str(tmp_path / "store"), str(configuration), str(KILLS), "1"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert done.stderr == ""
    found = json.loads(done.stdout)
    numbers = [each["number"] for each in found["seen"]]
    assert [each["faults"] for each in found["seen"]] == [[]] * (KILLS + 1)
    assert all(each["listings"] == each["stated"] for each in found["seen"])
    assert numbers == sorted(numbers)
    assert found["last"]["number"] == numbers[-1] + 1
    assert found["left"] == []
    assert found["killed"] > KILLS / 2
    assert len(set(numbers)) > 1
