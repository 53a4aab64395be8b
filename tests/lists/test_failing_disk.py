"""Every operation on a file fails once, with each of several errors, and the store stays what it was.

The disk is a real one. What fails is the call by which Python reaches it, the first one of a run, the second, and so on
until a run comes to its end undisturbed; so no operation is forgotten, also none that is added later. One run of the
tests takes one error for each operation, in turn; with SANCTCHECK_FAULTS=all each operation fails with each error.
"""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
from listmaking import entries, sdn_xml
from publishing import Publisher, answers

from sanctcheck.cli import main
from sanctcheck.lists.cache import cache_path, listings
from sanctcheck.lists.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    from sanctcheck.lists.store import Kept

pytestmark = pytest.mark.loopback

LIST = "us-ofac-sdn"
OLDER, NEWER = sdn_xml(entries(20)), sdn_xml(entries(21), day="05/30/2026")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE)
TURNS = range(len(ERRORS) if os.environ.get("SANCTCHECK_FAULTS") == "all" else 1)
"""In the n-th turn the first operation fails with the n-th error, the second one with the next, and so on."""
OPERATIONS = frozenset(
    {"open", "read", "readline", "readinto", "write", "flush", "fsync", "seek", "truncate", "replace", "rename"}
    | {"unlink", "mkdir", "rmdir", "chmod", "stat", "lstat", "fstat", "scandir", "listdir", "flock"}
)  # fmt: skip
"""The functions of C through which Python touches the disk. None of them closes a file: what was opened is closed."""


def _is_of_the_lists(frame: FrameType | None) -> bool:
    while frame is not None:
        if "/sanctcheck/lists/" in frame.f_code.co_filename.replace(os.sep, "/"):
            return True
        frame = frame.f_back
    return False


def _is_of_the_network(frame: FrameType) -> bool:
    return any(part in frame.f_code.co_filename for part in ("urllib3", "http", "socket", "ssl"))


class Disk:
    """A disk of which the n-th operation fails; `failed` names it."""

    def __init__(self, at: int, error: int) -> None:
        self.left = at
        self.error = error
        self.failed = ""

    def __call__(self, frame: FrameType, event: str, function: Any) -> None:
        if event != "c_call" or function.__name__ not in OPERATIONS:
            return
        if _is_of_the_network(frame) or not _is_of_the_lists(frame):
            return
        self.left -= 1
        if self.left == 0:
            self.failed = f"{function.__name__} in {frame.f_code.co_qualname}"
            raise OSError(self.error, os.strerror(self.error))


def run(arguments: list[str], disk: Disk | None = None) -> int:
    """The exit status of a command line, on this disk."""
    sys.setprofile(disk)
    try:
        main(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        sys.setprofile(None)
    return 0


def held(kept: Kept) -> int:
    """How many listings a reader finds in the newest snapshot; nothing that is kept is damaged."""
    assert list(kept.faults()) == []
    current = kept.current()
    assert current is not None
    found = sum(1 for _ in listings(kept, current))
    assert found == current.profile.listings
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, publisher: Callable[..., Publisher]) -> Path:
    """A folder in which the lists are configured; the publisher has the newer list."""
    there = publisher(answers(NEWER))
    (tmp_path / "older.xml").write_bytes(OLDER)
    (tmp_path / "newer.xml").write_bytes(NEWER)
    configuration = tmp_path / "lists.toml"
    configuration.write_text(f'[{LIST}]\nurl = "{there.url}"\nminimum = {{}}\n')
    monkeypatch.setenv("SANCTCHECK_LISTS_CONFIG", str(configuration))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def update(store: str) -> list[str]:
    return ["lists", "update", LIST, "--store", store]


def bring(store: str) -> list[str]:
    return ["lists", "import", "newer.xml", "--list", LIST, "--store", store]


WRITING = {"update": update, "import": bring}


def with_the_older_list(folder: Path, number: object) -> Store:
    """A store of its own, with the older list from a mirror."""
    store = Store(folder / f"store-{number}")
    assert run([*update(str(store.folder)), "--source", f"{LIST}={folder / 'older.xml'}"]) == 0
    assert held(store.kept(LIST)) == 20
    return store


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("command", WRITING)
def test_whatever_fails_the_last_good_snapshot_is_there_and_no_fresher_than_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str, turn: int
) -> None:
    arguments = WRITING[command]
    older = with_the_older_list(folder, "older")
    for at in itertools.count(1):
        kept = Store(shutil.copytree(older.folder, folder / f"store-{at}")).kept(LIST)
        before = kept.contact().verified_at
        capsys.readouterr()
        disk = Disk(at, ERRORS[(at + turn) % len(ERRORS)])
        status = run(arguments(str(kept.folder.parent)), disk)
        told = "".join(capsys.readouterr())

        assert "nternal error" not in told, disk.failed
        assert "Traceback" not in told, disk.failed
        number = held(kept)
        assert number in {20, 21}, disk.failed
        if number == 20:
            assert status != 0, disk.failed
            assert kept.contact().verified_at in {before, None}, disk.failed
        assert run(arguments(str(kept.folder.parent))) == 0, disk.failed
        assert held(kept) == 21, disk.failed
        if not disk.failed:
            assert (at > 60, status) == (True, 0)
            break


READING = {
    "status": ["lists", "status", LIST],
    "show": ["lists", "show", "us-ofac:7"],
    "verify": ["lists", "verify", LIST],
    "export": ["lists", "export", LIST, "--format", "json"],
    "diff": ["lists", "diff", f"{LIST}@previous", LIST],
}


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("command", READING)
def test_whoever_reads_is_told_what_fails_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str, turn: int
) -> None:
    store = with_the_older_list(folder, command)
    assert run(update(str(store.folder))) == 0
    kept = store.kept(LIST)
    arguments = [*READING[command], "--store", str(store.folder)]
    capsys.readouterr()
    usual = run(arguments)
    said = capsys.readouterr().out
    assert usual in {0, 1}
    for at in itertools.count(1):
        current = kept.current()
        assert current is not None
        cache_path(kept, current.sha256).unlink(
            missing_ok=True
        )  # it has to read the raw bytes, and to keep them again
        disk = Disk(at, ERRORS[(at + turn) % len(ERRORS)])
        status = run(arguments, disk)
        told = capsys.readouterr()

        assert "nternal error" not in told.out + told.err, disk.failed
        assert "Traceback" not in told.err, disk.failed
        # Whoever is told as usual is told the same; `status` tells of the fault, and how long ago it was.
        assert command == "status" or (status == usual) == (told.out == said), disk.failed
        assert status == usual or told.err or told.out, disk.failed
        assert held(kept) == 21, disk.failed
        if not disk.failed:
            assert at > 5
            assert status == usual
            break
