"""The command line as a whole."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import NEUTRAL, ROOT

import sanctcheck
from sanctcheck.cli import COMMANDS, cli, main
from sanctcheck.cli.options import folded, say_what_is_wrong_with
from sanctcheck.errors import ConfigurationError
from sanctcheck.reading.document import START, Document, Flaw
from sanctcheck.reference import FILE, reference
from sanctcheck.schemas import NAMES, file_name, written

if TYPE_CHECKING:
    from commanding import CommandLine


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_in_the_repository_are_those_of_the_models(name: str) -> None:
    assert (ROOT / "schemas" / file_name(name)).read_text(encoding="utf-8") == written(name)


def test_the_reference_in_the_repository_is_that_of_the_models() -> None:
    assert (ROOT / "docs" / FILE).read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_can_be_printed(command_line: CommandLine, name: str) -> None:
    called = command_line.call("schema", name)

    assert called.status == 0
    assert called.out == written(name)


def test_the_help_lists_every_command_in_the_order_of_a_newcomer(command_line: CommandLine) -> None:
    shown = command_line.call("--help").out

    places = [shown.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(command_line: CommandLine, name: str) -> None:
    assert command_line.call(name, "--help").out.startswith(f"Usage: cli {name} ")


def test_a_misspelt_command_is_hinted_at(command_line: CommandLine) -> None:
    called = command_line.call("valdate")

    assert called.status == 2
    assert "Did you mean “validate”?" in called.err


def test_a_day_that_is_none_is_refused(command_line: CommandLine) -> None:
    called = command_line.call("validate", "--as-of", "2024-02-30", "told.yaml")

    assert called.status == 2
    assert "“2024-02-30” is no day: write year-month-day" in called.err


def test_the_version_is_that_of_the_package(command_line: CommandLine) -> None:
    assert command_line.call("--version").out == f"sanctcheck, version {sanctcheck.__version__}\n"


def test_start_up_imports_no_heavy_package() -> None:
    heavy = "{'pydantic', 'yaml', 'rich', 'jsonschema', 'rapidfuzz', 'requests'}"
    code = f"import sys, sanctcheck.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout == "[]\n"


def test_a_mistake_of_ours_ends_without_a_traceback_or_a_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("the name of a witness")

    monkeypatch.setattr(cli, "main", crash)
    with pytest.raises(SystemExit) as ended:
        main([])

    shown = capsys.readouterr().err
    assert ended.value.code == 70
    assert "internal error (RuntimeError in test_main.py" in shown
    assert re.search(
        r"\n  id [0-9a-f]{8}, by way of\n    cli/__init__\.py:\d+\n    test_main\.py:\d+\n", shown
    )
    assert "witness" not in shown


def test_all_of_a_mistake_is_shown_to_whoever_asks_and_never_in_a_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("the name of a \x1b[31mwitness")

    monkeypatch.setattr("sanctcheck.cli.crash._asked", [])
    monkeypatch.setattr("sanctcheck.cli.config.command.callback", crash)
    with pytest.raises(SystemExit) as ended:
        main(["--debug", "config"])
    shown = capsys.readouterr().err
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SystemExit) as refused:
        main(["--debug", "config"])

    assert ended.value.code == 70
    assert "RuntimeError: the name of a \\u{1b}[31mwitness" in shown
    assert refused.value.code == 2
    assert "refused where CI is set" in capsys.readouterr().err.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [("- <&-", 1), ("--fail-on none d.yaml >&-", 0), ("--fail-on none d.yaml 2>&-", 0)],
)
def test_a_closed_stream_is_no_mistake_of_ours(tmp_path: Path, arguments: str, status: int) -> None:
    (tmp_path / "d.yaml").write_text(NEUTRAL)
    script = f"exec {sys.executable} -m sanctcheck validate {arguments}"

    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == status
    assert "internal error" not in done.stderr


def test_a_working_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    script = f"mkdir gone && cd gone && rmdir ../gone && exec {sys.executable} -m sanctcheck config"

    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "the working folder is gone" in done.stderr


def test_a_full_disk_is_no_mistake_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cli, "main", fill)
    with pytest.raises(SystemExit) as ended:
        main([])

    assert ended.value.code == 5
    assert (
        capsys.readouterr().err == "sanctcheck: not everything could be written: No space left on device.\n"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_shows_no_mark_of_its_markup_and_fits_80_columns(
    command_line: CommandLine, name: str
) -> None:
    shown = command_line.call(name, "--help").out

    assert "\\b" not in shown
    assert "\b" not in shown
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_the_help_keeps_lists_as_lists(command_line: CommandLine) -> None:
    assert "\n    1  findings" in command_line.call("validate", "--help").out


def test_what_is_wrong_with_a_file_is_folded_in_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Document("sanctcheck.toml")
    error = ConfigurationError("It cannot be used.", [(document, Flaw("rule", "word " * 50, START))])
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")

    say_what_is_wrong_with(error)

    lines = capsys.readouterr().err.splitlines()
    assert lines[1].startswith("  sanctcheck.toml:1:1 rule: word")
    assert len(lines) > 3
    assert all(line.startswith("    word") and len(line) <= 80 for line in lines[2:])


def test_why_a_call_could_not_run_is_folded_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")

    lines = f"Error: {folded('word ' * 50)}".splitlines()

    assert len(lines) > 1
    assert max(len(line) for line in lines) <= 80


@pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="only Linux shows the threads of a process so"
)
def test_no_thread_waits_for_algebra_that_no_command_does() -> None:
    shown = "import sys; from sanctcheck.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass\n"
    counted = "import numpy, os; print(len(os.listdir('/proc/self/task')))"
    ran = subprocess.run(
        [sys.executable, "-c", shown + counted],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"]},
    )

    assert ran.stdout.splitlines()[-1] == "1"
