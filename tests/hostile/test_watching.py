"""Whoever watches a case sees what it must not do: within this process, and in one of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from harness import Case, Ran, breaches
from watching import watched

REAL_CONNECT, REAL_LOOK_UP = socket.socket.connect, socket.getaddrinfo
DEEDS = {
    "a-connection": "import socket\nwith socket.socket() as line:\n    line.connect(('127.0.0.1', 9))",
    "a-look-up": "import socket; socket.getaddrinfo('localhost', 80)",
    "a-process": "import subprocess; subprocess.run(['true'])",
    "a-shell": "import os; os.system('true')",
    "a-file": "open('outside', 'w').close()",
    "a-file-of-c": "import os; os.close(os.open('outside', os.O_CREAT | os.O_WRONLY))",
    "taking-away": "import os; os.remove('there')",
    "a-program": "import os; os.waitpid(os.posix_spawn('/bin/true', ['true'], {}), 0)",
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_what_a_case_must_not_do_is_seen_in_this_process(
    deed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket.socket, "connect", REAL_CONNECT)
    monkeypatch.setattr(socket, "getaddrinfo", REAL_LOOK_UP)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").touch()

    with watched(str(tmp_path / "aside")) as seen, suppress(OSError):
        exec(deed)  # the words are those above

    assert seen
    assert "did what it must not" in next(breaches(Case("D1", "x", status=0), ran(forbidden=seen[0])))


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_what_a_case_must_not_do_is_seen_in_a_process_of_its_own(deed: str, tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    environment = {
        "HOSTILE_MARKER": str(tmp_path / "marker"),
        "HOSTILE_MAY_WRITE": "",
        "SANCTCHECK_CACHE": str(tmp_path / "kept"),
        "PYTHONPATH": str(Path(__file__).with_name("trap")),
        "PATH": os.defpath,
    }

    subprocess.run(
        [sys.executable, "-c", deed], cwd=tmp_path, env=environment, capture_output=True, check=False
    )

    assert (tmp_path / "marker").read_text()


def test_nothing_is_seen_of_what_may_be_done(tmp_path: Path) -> None:
    with watched(str(tmp_path)) as seen:
        (tmp_path / "x").write_text("x")
        (tmp_path / "x").read_text()
        (tmp_path / "x").unlink()

    assert seen == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"status": 1}, "exit status 1 instead of 0"),
        ({"err": b"Traceback (most recent call last)"}, "'Traceback' in the output"),
        ({"out": b"a\x1b[31mb"}, "raw characters ['U+001B']"),
        ({"out": "a\u202eb".encode()}, "raw characters ['U+202E']"),
        ({"out": b"x\n  ::error::y\n"}, "commands to a CI runner"),
        ({"err": b"##[group]x"}, "commands to a CI runner"),
        ({"processor": 9.0}, "took longer than 3.0 s"),
        ({"peak_kb": 300 * 1024}, "used more than 256 MB"),
        ({"changed": ("x",)}, "changed the folder"),
    ],
)
def test_what_breaks_a_promise_is_said(changed: dict[str, object], said: str) -> None:
    assert any(said in each for each in breaches(Case("D1", "x", status=0), ran(**changed)))
    assert list(breaches(Case("D1", "x", status=0), ran())) == []


def ran(**changed: object) -> Ran:
    usual: dict[str, object] = {
        "status": 0, "out": b"", "err": b"", "wall": 0.1, "processor": 0.1, "peak_kb": 1, "forbidden": "", "changed": (),
    }  # fmt: skip
    return Ran(**{**usual, **changed})  # type: ignore[arg-type]
