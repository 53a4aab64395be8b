"""Naming files to a command: for hooks and scripts, which name more than dossiers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from support import NEUTRAL

from sanctcheck.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.yaml").write_text(NEUTRAL)
    (tmp_path / "odd\nname.yaml").write_text(NEUTRAL)
    (tmp_path / "workflow.yaml").write_text("on: push\njobs: {}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def validate(*arguments: str, names: bytes = b"") -> Result:
    given = ["validate", "--regime", "gb-ghr", "--fail-on", "none", "--as-of", "2026-06-01", *arguments]
    return CliRunner().invoke(cli, given, input=io.BytesIO(names))


@pytest.mark.usefixtures("repository")
class TestSkippingOthers:
    def test_a_named_file_that_is_no_dossier_is_a_finding(self) -> None:
        assert "not-a-dossier" in validate("one.yaml", "workflow.yaml").stdout

    def test_with_the_option_it_is_passed_over(self) -> None:
        result = validate("--skip-others", "one.yaml", "workflow.yaml")

        assert "workflow.yaml" not in result.stdout
        assert "1 dossier" in result.stdout

    def test_nothing_but_others_is_nothing_to_check(self) -> None:
        assert validate("--skip-others", "workflow.yaml").exit_code == 3

    def test_fmt_leaves_others_alone_too(self, repository: Path) -> None:
        result = CliRunner().invoke(cli, ["fmt", "--skip-others", "one.yaml", "workflow.yaml"])

        assert result.exit_code == 0
        assert (repository / "workflow.yaml").read_text() == "on: push\njobs: {}\n"


@pytest.mark.usefixtures("repository")
class TestNamesInAFile:
    def test_names_between_nul_characters_may_hold_line_feeds(self) -> None:
        result = validate("--files-from", "-", names=b"one.yaml\0odd\nname.yaml\0")

        assert "2 dossiers" in result.stdout

    def test_else_each_line_is_a_name(self) -> None:
        assert "1 dossier," in validate("--files-from", "-", names=b"one.yaml\n\n").stdout

    def test_names_of_the_command_line_are_checked_too(self, repository: Path) -> None:
        (repository / "names").write_text("one.yaml\n")

        assert "2 dossiers" in validate("odd\nname.yaml", "--files-from", "names").stdout

    def test_an_empty_file_of_names_is_nothing_to_check(self) -> None:
        assert validate("--files-from", "-").exit_code == 3

    def test_a_file_that_is_not_there_is_said(self) -> None:
        result = validate("--files-from", "missing")

        assert result.exit_code == 2
        assert "cannot be read" in result.stderr

    def test_standard_input_is_one_thing_only(self) -> None:
        result = validate("-", "--files-from", "-")

        assert result.exit_code == 2
        assert "either a dossier or the names of files" in result.stderr

    def test_nothing_named_at_all_is_wrong_usage(self) -> None:
        result = validate()

        assert result.exit_code == 2
        assert "Name a file" in result.stderr
