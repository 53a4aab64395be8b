from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner, Result

from sanctcheck.cli import COMMANDS, cli


def completed(*words: str, incomplete: str = "") -> list[str]:
    """What the shell is offered behind some words."""
    made = BashComplete(cli, {}, "sanctcheck", "_SANCTCHECK_COMPLETE")
    return [item.value for item in made.get_completions(list(words), incomplete)]


def test_ids_of_regimes_standards_and_lists_are_completed() -> None:
    assert completed("init", incomplete="gb-g") == ["gb-gac", "gb-ghr"]
    assert completed("validate", "--regime", incomplete="common") == ["common"]
    assert "statement-of-reasons" in completed("explain", incomplete="stat")
    assert completed("explain", incomplete="gb-ghr") == ["gb-ghr"]
    assert completed("lists", "update", incomplete="un") == ["un-sc"]
    assert completed("lists", "diff", incomplete="un") == ["un-sc"]
    assert "un-sc" not in completed("screen", incomplete="un")
    assert completed("compare", incomplete="us-globalm") == ["us-globalmagnitsky"]
    assert completed("validate", "--output", incomplete="s") == ["sarif"]


def test_commands_options_and_files_are_completed() -> None:
    assert completed(incomplete="comp") == ["compare", "completion"]
    assert "--all-regimes" in completed("validate", incomplete="--all")
    made = BashComplete(cli, {}, "sanctcheck", "_SANCTCHECK_COMPLETE")
    assert [item.type for item in made.get_completions(["validate"], "dos")] == ["file"]
    assert completed("nonsense", incomplete="--x") == []


def test_every_parameter_that_takes_a_path_or_an_id_completes() -> None:
    plain = []
    with cli.make_context("sanctcheck", [], resilient_parsing=True) as context:
        for name in COMMANDS:
            command = cli.get_command(context, name)
            assert command is not None
            plain += [
                f"{name} {parameter.name}"
                for parameter in command.params
                if parameter.make_metavar(context).strip("[].")
                in {"ID", "PATH", "REGIME", "DOSSIER", "REGIME[@DATE"}
                and type(parameter.type) is click.types.StringParamType
            ]

    assert plain == []


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/bin/bash")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["completion", *arguments])


@pytest.mark.parametrize(("shell", "settings"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_it_is_put_in_place_once_and_taken_back_whole(home: Path, shell: str, settings: str) -> None:
    before = "alias ll='ls -l'"
    (home / settings).write_text(before)

    first = run("install", "--shell", shell)
    once = (home / settings).read_text()
    again = run("install", "--shell", shell)

    assert (first.exit_code, "Added three lines" in first.stderr) == (0, True)
    assert (again.exit_code, "Added three lines" in again.stderr) == (0, False)

    assert (home / settings).read_text() == once
    assert once.count("# >>> sanctcheck completion >>>") == 1
    assert once.startswith(before)
    run("uninstall", "--shell", shell)
    assert (home / settings).read_text() == before
    assert [each.name for each in home.rglob("*") if each.is_file()] == [settings]
    assert f"Nothing was installed for {shell}." in run("uninstall", "--shell", shell).stderr


def test_fish_finds_it_by_itself(home: Path) -> None:
    run("install", "--shell", "fish")

    assert [each.name for each in home.rglob("*") if each.is_file()] == ["sanctcheck.fish"]


def test_settings_that_are_a_link_stay_one(home: Path) -> None:
    (home / "dotfiles").write_text("# mine\n")
    (home / ".bashrc").symlink_to(home / "dotfiles")

    run("install")

    assert (home / ".bashrc").is_symlink()
    assert "sanctcheck" in (home / "dotfiles").read_text()


def test_an_unknown_shell_has_to_be_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/csh")

    result = run("install")

    assert result.exit_code == 2
    assert "Name the shell: --shell bash" in result.stderr
    assert list(home.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_a_real_bash_completes_with_what_was_installed(home: Path) -> None:
    run("install", "--shell", "bash")
    program = Path(sys.executable).parent / "sanctcheck"
    script = (
        f". {home}/.bashrc; PATH={program.parent}:$PATH; COMP_WORDS=(sanctcheck init gb-gh); COMP_CWORD=2; "
        "_sanctcheck_completion sanctcheck; echo ${COMPREPLY[@]}"
    )

    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout == "gb-ghr\n"
