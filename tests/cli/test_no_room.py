"""Where there is no room: nothing half written is left, and exit status 5 says so, whichever command it is."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import NEUTRAL

if TYPE_CHECKING:
    from commanding import CommandLine

LISTS = Path(__file__).parents[2] / "fixtures" / "lists"
_WRITERS = {
    "redact": ("redact", "--for", "public", "-o", "out", "told.yaml"),
    "survey": ("survey", "-o", "out", "told.yaml"),
    "screen": ("screen", "--list-file", "list.csv", "-o", "out", "Example Person"),
}


@pytest.mark.parametrize("command", _WRITERS)
def test_a_full_disk_leaves_nothing_half_written(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    content = (LISTS / "opensanctions" / "targets.simple.csv").read_text(encoding="utf-8")
    command_line.write("list.csv", content)
    monkeypatch.setenv("SANCTCHECK_LISTS", str(command_line.folder / "store"))
    ready = command_line.call(*_WRITERS[command][:-2], "ready", _WRITERS[command][-1])
    monkeypatch.setattr("sanctcheck.lists.files.os.fsync", full)

    called = command_line.call(*_WRITERS[command])

    assert ready.status in {0, 1}
    assert called.status == 5
    assert "out could not be written: No space left on device." in called.err
    assert not [path.name for path in command_line.folder.iterdir() if path.name.startswith("out")]


@pytest.mark.parametrize(
    "arguments", [("init", "common", "-o"), ("redact", "--for", "public", "told.yaml", "-o")]
)
def test_what_is_there_already_is_left_as_it_is(
    command_line: CommandLine, arguments: tuple[str, ...]
) -> None:
    (command_line.folder / "there.yaml").symlink_to("nowhere")

    called = command_line.call(*arguments, "there.yaml")

    assert called.status == 2
    assert "exists already" in called.err
    assert not (command_line.folder / "nowhere").exists()
    assert (command_line.folder / "there.yaml").is_symlink()


def test_a_version_of_a_dossier_is_for_its_user_alone(command_line: CommandLine) -> None:
    command_line.call("redact", "--for", "public", "-o", "out.yaml", "told.yaml")

    assert (command_line.folder / "out.yaml").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", ["validate", "diff", "redact"])
def test_standard_output_without_room_ends_with_5(tmp_path: Path, command: str) -> None:
    (tmp_path / "d.yaml").write_text(NEUTRAL.replace("example", "common"))
    arguments = {
        "validate": ["d.yaml"],
        "diff": ["d.yaml", "d.yaml"],
        "redact": ["--for", "public", "d.yaml"],
    }

    with Path("/dev/full").open("w") as full:
        called = [sys.executable, "-m", "sanctcheck", command, *arguments[command]]
        done = subprocess.run(
            called, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 5, done.stderr
    assert "could not be written" in done.stderr or "not everything could be written" in done.stderr
