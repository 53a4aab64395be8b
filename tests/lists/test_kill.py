"""A run that is killed at any moment leaves a store that can be read, with the last good snapshot in it.

SANCTCHECK_KILLS sets at how many random moments; 60 if nothing is said.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

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


class Changing:
    """Publishes a new version, of the same size, every time that it is asked."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.version = 1000

    def __call__(self, request: Request, out: IO[bytes]) -> None:
        self.version += 1
        body = sdn_xml(entries(self.number, name=f"VERSION {self.version}"))
        answers(body, ETag=f'"{self.version}"')(request, out)


def killed(publisher: Publisher, folder: Path, how: str) -> dict[str, Any]:
    """What was found after every kill; see `killing.py`."""
    configuration = folder / "lists.toml"
    configuration.write_text(f'[us-ofac-sdn]\nurl = "{publisher.url}"\nminimum = {{}}\n')
    script = Path(__file__).with_name("killing.py")
    command = [sys.executable, str(script), str(folder / "store"), str(configuration), how]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    assert [each["faults"] for each in found["seen"]] == [[]] * len(found["seen"])
    assert all(each["listings"] == each["stated"] for each in found["seen"])
    numbers = [each["number"] for each in found["seen"]]
    assert numbers == sorted(numbers)
    return found


def test_a_kill_at_any_moment_leaves_the_last_good_snapshot(
    publisher: Callable[..., Publisher], tmp_path: Path
) -> None:
    found = killed(publisher(Changing(300)), tmp_path, str(KILLS))

    numbers = {each["number"] for each in found["seen"]}
    assert found["last"]["number"] == max(numbers) + 1
    assert found["left"] == []
    assert found["killed"] > KILLS / 2
    assert len(numbers) > 1


def test_a_kill_before_any_step_on_the_disk_leaves_the_last_good_snapshot(
    publisher: Callable[..., Publisher], tmp_path: Path
) -> None:
    found = killed(publisher(Changing(3)), tmp_path, "steps")

    assert found["steps"] > 50
    assert found["seen"][0]["number"] == 1
    assert found["seen"][-1]["number"] > 1
