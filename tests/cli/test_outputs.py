"""Several reports in one run: where they go, and what becomes of one that cannot be written."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from reporting import repository
from support import NEUTRAL

from sanctcheck.cli.options import today
from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from commanding import CommandLine


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_one_run_writes_every_form_that_is_asked_for(command_line: CommandLine) -> None:
    asked = [argument for name in FORMATS for argument in ("--output", f"{name}=out.{name}")]

    called = command_line.validate(*asked, "--output", "terminal", "untold.yaml")

    assert called.status == 1
    assert "error  example:notice" in called.out
    for name in FORMATS:
        written = (command_line.folder / f"out.{name}").read_bytes()
        alone = command_line.validate("--output", name, "untold.yaml").out
        # The runner of the tests turns line ends; bytes are held against bytes below.
        assert written.decode().replace("\r\n", "\n") == alone.replace("\r\n", "\n")


def test_without_a_terminal_report_nothing_is_printed(command_line: CommandLine) -> None:
    called = command_line.validate("--output", "sarif=out.sarif", "untold.yaml")

    assert (called.status, called.out, called.err) == (1, "", "")
    assert json.loads((command_line.folder / "out.sarif").read_text())["version"] == "2.1.0"


def test_format_is_short_for_one_report_to_standard_output(command_line: CommandLine) -> None:
    long = command_line.validate("--output", "json", "untold.yaml")

    assert command_line.validate("--format", "json", "untold.yaml") == long
    assert command_line.validate("-o", "json=-", "untold.yaml") == long
    assert command_line.validate("--format", "json", "-o", "json", "untold.yaml") == long


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "terminal", "-o", "json"), "Only one report can go to standard output"),
        (("--format", "json", "-o", "terminal"), "Only one report can go to standard output"),
        (("-o", "json=a.json", "-o", "sarif=./a.json"), "Two reports cannot go to one file"),
        (("-o", "sarfi=a"), "No form is called “sarfi”. Did you mean “sarif”?"),
        (("-o", "sarif="), "“sarif=” names no file"),
    ],
)
def test_outputs_that_make_no_sense_are_refused(
    command_line: CommandLine, arguments: tuple[str, ...], said: str
) -> None:
    called = command_line.validate(*arguments, "untold.yaml")

    assert (called.status, called.out) == (2, "")
    assert said in " ".join(called.err.split())
    assert not (command_line.folder / "a.json").exists()


@pytest.mark.parametrize("place", ["nowhere/out.json", "law", "/dev/full"])
def test_a_report_that_cannot_be_written_leaves_the_others_whole_and_ends_with_5(
    command_line: CommandLine, place: str
) -> None:
    called = command_line.validate(
        "-o", f"json={place}", "-o", "sarif=out.sarif", "-o", "terminal", "told.yaml"
    )

    assert called.status == 5
    assert f"sanctcheck: {place} could not be written: " in called.err
    assert "No gap found." in called.out
    assert "Summary" in called.out
    assert json.loads((command_line.folder / "out.sarif").read_text())["version"] == "2.1.0"
    assert names(command_line.folder) == ["out.sarif", "told.yaml", "untold.yaml"]


def test_a_report_never_takes_the_place_of_a_dossier_that_is_checked(command_line: CommandLine) -> None:
    (command_line.folder / "all").mkdir()
    command_line.write("all/report.json", json.dumps({"of": "yesterday"}))
    command_line.write("all/dossier.yaml", NEUTRAL)

    refused = command_line.validate("-o", "json=./all/dossier.yaml", "all")
    taken = command_line.validate("-o", "json=all/report.json", "all")

    assert refused.status == 5
    assert "all/dossier.yaml could not be written: A dossier that is checked stands there." in refused.err
    assert (command_line.folder / "all" / "dossier.yaml").read_text() == NEUTRAL
    assert taken.status == 1
    assert json.loads((command_line.folder / "all" / "report.json").read_text())["dossiers"]


def test_a_full_disk_leaves_the_old_report_and_nothing_half_written(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    command_line.write("out.json", "the report of yesterday")
    monkeypatch.setattr("sanctcheck.lists.files.os.fsync", full)

    called = command_line.validate("-o", "json=out.json", "untold.yaml")

    assert called.status == 5
    assert "out.json could not be written: No space left on device." in called.err
    assert (command_line.folder / "out.json").read_text() == "the report of yesterday"
    assert names(command_line.folder) == ["out.json", "told.yaml", "untold.yaml"]


def test_a_run_that_breaks_off_leaves_the_old_report(command_line: CommandLine) -> None:
    command_line.write("out.json", "the report of yesterday")
    command_line.write("law/other.yaml", "format: criteria/1\n")
    command_line.write("b.yaml", NEUTRAL.replace("regime: example", "regime: other"))

    called = command_line.validate("-o", "json=out.json", "told.yaml", "b.yaml")

    assert called.status == 2
    assert (command_line.folder / "out.json").read_text() == "the report of yesterday"
    assert names(command_line.folder) == ["b.yaml", "out.json", "told.yaml", "untold.yaml"]


def test_a_regime_that_nobody_knows_ends_the_run_before_a_word_is_written(command_line: CommandLine) -> None:
    called = command_line.validate("--format", "json", "--regime", "nowhere", "told.yaml")

    assert (called.status, called.out) == (2, "")


def test_a_link_in_the_place_of_a_report_is_replaced_and_never_written_through(
    command_line: CommandLine,
) -> None:
    command_line.write("precious.txt", "mine")
    (command_line.folder / "out.json").symlink_to("precious.txt")

    command_line.validate("-o", "json=out.json", "told.yaml")

    assert (command_line.folder / "precious.txt").read_text() == "mine"
    assert json.loads((command_line.folder / "out.json").read_text())["dossiers"]


def test_a_pipe_is_written_to_and_never_replaced(command_line: CommandLine) -> None:
    pipe = command_line.folder / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    called = command_line.validate("-o", "jsonl=pipe", "told.yaml")

    assert called.status == 0
    assert json.loads(os.read(reader, 65536))["file"] == "told.yaml"
    os.close(reader)
    assert pipe.is_fifo()


def test_exit_zero_takes_back_findings_and_nothing_else(command_line: CommandLine) -> None:
    assert command_line.validate("--exit-zero", "untold.yaml").status == 0
    assert command_line.validate("--exit-zero", "law/nothing*.yaml").status == 2
    assert command_line.validate("--exit-zero", "-o", "json=nowhere/x", "untold.yaml").status == 5


def test_quiet_says_nothing_where_nothing_is_lacking(command_line: CommandLine) -> None:
    assert command_line.validate("--quiet", "told.yaml").out == ""
    assert "Summary" not in command_line.validate("--quiet", "untold.yaml").out
    assert "example:notice" in command_line.validate("--quiet", "untold.yaml").out


@pytest.mark.parametrize(
    ("environment", "arguments", "coloured"),
    [
        ({}, (), False),
        ({}, ("--color",), True),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "0"}, (), False),
        ({"FORCE_COLOR": "1"}, ("--no-color",), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, (), True),
        ({"NO_COLOR": "1"}, ("--color",), True),
    ],
)
def test_the_command_line_decides_on_colours_before_the_environment_does(
    command_line: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: tuple[str, ...],
    *,
    coloured: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert ("\x1b[" in command_line.validate(*arguments, "untold.yaml").out) is coloured


def test_a_file_has_no_colours_unless_they_are_asked_for(
    command_line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    command_line.validate("-o", "terminal=plain.txt", "untold.yaml")
    command_line.validate("--color", "-o", "terminal=coloured.txt", "untold.yaml")

    assert "\x1b[" not in (command_line.folder / "plain.txt").read_text()
    assert "\x1b[" in (command_line.folder / "coloured.txt").read_text()


def test_a_file_named_twice_in_two_ways_is_checked_once(command_line: CommandLine) -> None:
    called = command_line.validate("untold.yaml", "./untold.yaml", ".")

    assert len(re.findall("^Dossier .*untold.yaml$", called.out, re.MULTILINE)) == 1


def process(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON", "TZ"))
    }
    return subprocess.run(
        [
            sys.executable,
            "-P",
            "-m",
            "sanctcheck",
            "validate",
            "--as-of",
            "2026-06-01",
            "--criteria",
            "law",
            *arguments,
        ],
        check=False,
        capture_output=True,
        cwd=folder,
        env={**kept, **environment},
    )


def test_order_machine_locale_and_time_zone_change_no_byte_of_any_report(tmp_path: Path) -> None:
    asked = [argument for name in FORMATS for argument in ("-o", f"{name}=out/{name}")]
    here, there = repository(tmp_path / "here"), repository(tmp_path / "somewhere" / "else")
    (here / "dossiers" / "Ñandú.yaml").write_text(NEUTRAL.replace("Example Person", "Иван Ñandú"))
    (there / "dossiers" / "Ñandú.yaml").write_text(NEUTRAL.replace("Example Person", "Иван Ñandú"))
    for folder in (here, there):
        (folder / "out").mkdir()
    one = ("dossiers/told.yaml", "dossiers/late.yaml", "dossiers")
    another = ("dossiers", "dossiers/late.yaml", "dossiers/told.yaml")

    first = process(
        here, *asked, "-o", "terminal", *one, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1"
    )
    second = process(
        there, *asked, "-o", "terminal", *another, TZ="Etc/GMT+12", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="2",
        PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", COLUMNS="40",
    )  # fmt: skip

    assert (first.returncode, first.stderr) == (second.returncode, second.stderr) == (1, b"")
    assert first.stdout == second.stdout
    for name in FORMATS:
        assert (here / "out" / name).read_bytes() == (there / "out" / name).read_bytes(), name
    assert "Иван Ñandú".encode() in first.stdout


def test_today_is_the_same_day_in_every_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    days = set()
    try:
        # Clocks there are 26 hours apart, so that their dates never agree.
        for zone in ("Etc/GMT-14", "Etc/GMT+12"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            days.add(today())
    finally:
        monkeypatch.undo()
        time.tzset()

    assert len(days) == 1


def test_standard_output_that_is_full_or_closed_is_no_mistake_of_ours(command_line: CommandLine) -> None:
    script = f"{sys.executable} -P -m sanctcheck validate --criteria law untold.yaml"
    full = subprocess.run(
        f"{script} > /dev/full",
        check=False,
        capture_output=True,
        text=True,
        shell=True,
        cwd=command_line.folder,
    )
    closed = subprocess.run(
        f"{script} -o terminal -o json=out.json | true",
        check=False,
        capture_output=True,
        text=True,
        shell=True,
        cwd=command_line.folder,
    )

    assert full.returncode == 5
    assert full.stderr == "sanctcheck: standard output could not be written: No space left on device.\n"
    assert closed.stderr == ""
    assert json.loads((command_line.folder / "out.json").read_text())["dossiers"]


def test_a_name_of_odd_bytes_goes_into_every_report(command_line: CommandLine) -> None:
    (command_line.folder / os.fsdecode(b"odd\xe9.yaml")).write_text(NEUTRAL)
    asked = [argument for name in FORMATS for argument in ("-o", f"{name}=out.{name}")]

    called = command_line.validate(*asked, os.fsdecode(b"odd\xe9.yaml"))

    assert called.status == 1
    for name in FORMATS:
        text = (command_line.folder / f"out.{name}").read_text(encoding="utf-8")
        assert ("odd%E9.yaml" if name == "sarif" else "xe9") in text
