"""`sanctcheck survey`: what it says, in which form, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import shutil
from typing import TYPE_CHECKING

import pytest
from commanding import CommandLine
from support import FIXTURES
from surveying import Someone, american, british

if TYPE_CHECKING:
    from pathlib import Path

COMPLETE = FIXTURES / "dossiers/gb-ghr/complete.yaml"


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SANCTCHECK_LISTS", str(tmp_path / "store"))
    return CommandLine(tmp_path)


@pytest.fixture
def lists(tmp_path: Path) -> list[str]:
    files = (
        american(tmp_path, Someone("1", "VARGA", "Bogdan Petrovich", born="02 Mar 1965")),
        british(tmp_path, Someone("GHR0001", "OSTRANDER", "Lena", day="25/12/2020")),
    )
    return [option for file in files for option in ("--list-file", str(file))]


def test_a_folder_of_dossiers_is_surveyed(line: CommandLine) -> None:
    (line.folder / "dossiers").mkdir()
    shutil.copy(COMPLETE, line.folder / "dossiers/a.yaml")
    line.write("dossiers/notes.yaml", "a: b\n")

    called = line.call("survey", "dossiers", "--as-of", "2026-06-01")

    assert called.status == 0
    assert "torture" in called.out
    assert "1 dossiers" not in called.out


def test_what_was_kept_of_a_run_gives_the_same_survey(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANCTCHECK_CACHE", str(line.folder / "cache"))
    shutil.copy(COMPLETE, line.folder / "a.yaml")
    asked = ("survey", ".", "--as-of", "2026-06-01", "--format", "json")

    first, second = line.call(*asked), line.call(*asked)
    fresh, public = line.call(*asked, "--no-cache"), line.call(*asked, "--up-to", "public")

    assert first.status == 0
    assert first.out == second.out == fresh.out
    assert json.loads(public.out)["dossiers"]["shown"] == ["public"]


def test_several_processes_survey_as_one_does(line: CommandLine) -> None:
    for number in range(8):
        shutil.copy(COMPLETE, line.folder / f"{number}.yaml")
    asked = ("survey", ".", "--as-of", "2026-06-01", "--format", "json", "--no-cache")

    assert line.call(*asked, "-j", "2").out == line.call(*asked, "-j", "1").out


def test_lists_at_hand_are_surveyed_and_asked_after_by_state(line: CommandLine, lists: list[str]) -> None:
    called = line.call("survey", *lists, "--state", "uk", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(called.out)))
    assert called.status == 0
    assert [(row["target"], row["not by"]) for row in rows] == [("VARGA, Bogdan Petrovich", "UK")]


def test_dossiers_and_lists_can_be_surveyed_together(line: CommandLine, lists: list[str]) -> None:
    shutil.copy(COMPLETE, line.folder / "a.yaml")

    called = line.call("survey", "a.yaml", *lists, "--format", "json")

    assert {"dossiers", "lists"} <= set(json.loads(called.out))


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "csv", "json"])
def test_every_form_can_be_written_to_a_file(line: CommandLine, lists: list[str], form: str) -> None:
    called = line.call("survey", *lists, "--format", form, "-o", "out")

    assert (called.status, called.out) == (0, "")
    assert "OSTRANDER" in (line.folder / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Name dossiers"),
        (("a.yaml", "--state", "UK"), "go with lists"),
        (("a.yaml", "--table", "gaps"), "--format csv"),
        (("a.yaml", "--format", "csv", "--table", "conduc"), "Did you mean"),
        (("--list-file", "a.yaml"), "no sanctions list"),
    ],
)
def test_what_does_not_go_together_is_said(line: CommandLine, arguments: tuple[str, ...], said: str) -> None:
    shutil.copy(COMPLETE, line.folder / "a.yaml")

    called = line.call("survey", *arguments)

    assert called.status == 2
    assert said in " ".join(called.err.split())


def test_a_state_that_lists_nobody_is_named_with_those_that_do(line: CommandLine, lists: list[str]) -> None:
    called = line.call("survey", *lists, "--state", "Narnia")

    assert called.status == 2
    assert "United Kingdom (UK)" in " ".join(called.err.split())


def test_a_folder_without_a_dossier_is_nothing_to_survey(line: CommandLine) -> None:
    (line.folder / "empty").mkdir()

    assert line.call("survey", "empty").status == 3


def test_what_cannot_be_read_is_named(line: CommandLine) -> None:
    shutil.copy(COMPLETE, line.folder / "a.yaml")
    line.write("b.yaml", "format: dossier/1\n")

    called, missing = line.call("survey", "a.yaml", "b.yaml"), line.call("survey", "no-such-folder")

    assert (called.status, missing.status) == (0, 3)
    assert "b.yaml" in called.err
    assert "no-such-folder" in missing.err


def test_a_list_that_is_not_kept_is_missing(line: CommandLine) -> None:
    called = line.call("survey", "--lists", "un-sc")

    assert called.status == 4
    assert "un-sc" in called.err
