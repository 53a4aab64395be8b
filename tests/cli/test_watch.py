from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from support import FIXTURES

from sanctcheck.cli import cli
from sanctcheck.cli.watching import Watch, _folder, _is_wanted, files_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sanctcheck.record import FileRecord

COMPLETE = (FIXTURES / "dossiers/gb-ghr/complete.yaml").read_text(encoding="utf-8")


class Noted(Watch):
    """A watch that is told what has changed, and says what it checks."""

    def __init__(self, *paths: str, criteria: Path | None = None, takes_all: bool = False) -> None:
        self.checked: list[tuple[str, ...]] = []
        super().__init__(paths, self._note, (), criteria, takes_all)

    def _note(self, paths: tuple[str, ...], _: Callable[[FileRecord], None]) -> int:
        self.checked.append(paths)
        return 0

    def change(self, *paths: Path) -> list[tuple[str, ...]]:
        self.checked.clear()
        self._again(set(paths))
        return self.checked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cases/exhibits").mkdir(parents=True)
    (tmp_path / "cases/a.yaml").write_text(f"{COMPLETE}# report.pdf\n")
    (tmp_path / "cases/b.yaml").write_text(COMPLETE)
    (tmp_path / "cases/other.yaml").write_text("a: 1\n")
    return tmp_path


def test_only_what_has_changed_is_checked_again(folder: Path) -> None:
    watch = Noted(str(folder))

    assert watch.change(folder / "cases/b.yaml") == [(str(folder / "cases/b.yaml"),)]
    assert watch.change(folder / "cases/other.yaml") == []


def test_an_exhibit_concerns_the_dossier_that_names_it(folder: Path) -> None:
    assert Noted(str(folder)).change(folder / "cases/exhibits/report.pdf") == [
        (str(folder / "cases/a.yaml"),)
    ]


def test_settings_and_law_concern_every_dossier(folder: Path) -> None:
    both = [(str(folder / "cases/a.yaml"), str(folder / "cases/b.yaml"))]

    assert Noted(str(folder)).change(folder / "sanctcheck.toml") == both
    assert Noted(str(folder / "cases"), criteria=folder / "law").change(folder / "law/x.yaml") == both


def test_a_configuration_above_what_is_watched_concerns_every_dossier(folder: Path) -> None:
    file = folder / "sanctcheck.toml"
    given = {"config": None, "no_config": False, "baseline": None, "paths": (str(folder / "cases"),)}
    (folder / ".git").mkdir()
    watch = Noted(str(folder / "cases"))
    watch.beside = lambda: files_beside(given)

    assert watch.heard(set()) == set()
    file.write_text('fail_on = "warning"\n')
    assert watch.heard(set()) == {file}
    assert watch.heard({file}) == set()
    assert watch.change(file) == [(str(folder / "cases/a.yaml"), str(folder / "cases/b.yaml"))]
    file.unlink()
    assert watch.heard(set()) == {file}


def test_the_configuration_and_baseline_that_a_call_names_are_watched(folder: Path) -> None:
    given = {
        "config": folder / "own.toml",
        "no_config": False,
        "baseline": folder / "known.json",
        "paths": (str(folder),),
    }

    assert files_beside(given) == [folder / "own.toml", folder / "known.json"]
    assert files_beside({**given, "config": None, "no_config": True, "baseline": None}) == []


def test_a_report_in_a_file_is_about_everything_each_time(folder: Path) -> None:
    assert Noted(str(folder), takes_all=True).change(folder / "cases/b.yaml") == [(str(folder),)]


def test_the_folder_around_a_file_or_pattern_is_watched(folder: Path) -> None:
    assert _folder(str(folder / "cases/a.yaml")) == folder / "cases"
    assert _folder(str(folder / "**/*.yaml")) == folder
    assert _folder(str(folder)) == folder
    assert not _is_wanted(None, str(folder / ".git/index"))
    assert not _is_wanted(None, str(folder / "a.yaml.tmp"))
    assert _is_wanted(None, str(folder / "a.yaml"))


def test_standard_input_cannot_be_watched() -> None:
    result = CliRunner().invoke(cli, ["validate", "--watch", "-"])

    assert result.exit_code == 2
    assert "--watch follows files, and standard input is none." in result.stderr


@contextmanager
def _ended(process: subprocess.Popen[str]) -> Iterator[None]:
    """Ends a process whatever happens: who waits for one that goes on waits for ever."""
    try:
        yield
    finally:
        process.kill()


def test_a_real_run_goes_on_until_it_is_ended(folder: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "sanctcheck",
        "validate",
        "--watch",
        "--as-of",
        "2026-06-01",
        str(folder),
    ]
    # Where the tests run in the background of a shell, the key that ends a program is ignored, and is so by what they start.
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        _ended(process),
    ):
        signal.signal(signal.SIGINT, ignored)
        assert process.stderr is not None
        assert "2 dossiers checked. Watching; Ctrl-C ends it." in process.stderr.readline()
        with (folder / "cases/a.yaml").open("a") as file:
            file.write("not a field\n")
        assert "1 dossier checked. Watching" in process.stderr.readline()
        (folder / "cases/b.yaml").write_text(COMPLETE.replace("grade: A2", "grade: A1"))
        assert "1 dossier checked. Findings in" in process.stderr.readline()
        os.kill(process.pid, signal.SIGINT)
        out, error = process.communicate(timeout=20)

    assert (process.returncode, error) == (0, "sanctcheck: no longer watching.\n")
    assert out.count("Dossier ") == 4
    assert "yaml-syntax" in out
    assert "\x1b" not in out
