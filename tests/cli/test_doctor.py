from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from sanctcheck.cli import cli
from sanctcheck.data import data_folder

if TYPE_CHECKING:
    from pathlib import Path

DOSSIER = "format: dossier/1\nid: x\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "cases").mkdir()
    monkeypatch.chdir(root / "cases")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("SANCTCHECK_LISTS", raising=False)
    return root


def seen() -> dict[str, dict[str, Any]]:
    result = CliRunner().invoke(cli, ["doctor", "--format", "json"])
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert report["format"] == "doctor/1"
    return {sight["name"]: sight for part in report["parts"] for sight in part["sights"]}


def test_where_nothing_is_set_up_it_says_what_to_do_and_fails_at_nothing(repository: Path) -> None:
    found = seen()

    assert found["folder"]["says"] == str(repository)
    assert {name: each["state"] for name, each in found.items() if each["state"] != "fine"} == {
        "store": "note",
        "not kept": "note",
        "dossiers": "note",
        "settings": "note",
        "dossier.schema.json": "note",
        "language server": "note",
        "validate": "note",
    }
    assert all(
        each["advice"] for each in found.values() if each["state"] == "note" and each["name"] != "store"
    )


def test_it_sees_how_a_repository_is_wired(repository: Path) -> None:
    (repository / "cases/a.yaml").write_text(DOSSIER)
    (repository / "cases/b.yaml").write_text(
        f"# yaml-language-server: $schema=dossier.schema.json\n{DOSSIER}"
    )
    (repository / "cases/dossier.schema.json").write_bytes(
        (data_folder("schemas") / "dossier.schema.json").read_bytes()
    )
    (repository / ".pre-commit-config.yaml").write_text("repos: [{hooks: [{id: sanctcheck}]}]\n")
    (repository / ".vscode").mkdir()
    (repository / ".vscode/settings.json").write_text("{}")
    (repository / "sanctcheck.toml").write_text("")

    found = seen()

    assert found["dossiers"]["says"] == "2 found"
    assert found["schema"]["says"].startswith("1 of 2 dossiers do not name their schema")
    assert found["dossier.schema.json"]["state"] == "fine"
    assert found["pre-commit"]["says"] == ".pre-commit-config.yaml runs or names sanctcheck"
    assert found["VS Code"]["state"] == "note"
    assert found["settings"]["says"] == str(repository / "sanctcheck.toml")
    assert "validate" not in found


def test_a_schema_of_another_version_is_to_be_renewed(repository: Path) -> None:
    (repository / "dossier.schema.json").write_text("{}")

    found = seen()["dossier.schema.json"]

    assert (found["state"], found["advice"]) == (
        "mend",
        f"sanctcheck schema dossier > {repository}/dossier.schema.json",
    )


def test_a_store_that_cannot_be_used_is_named_and_stops_nothing(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "cache/sanctcheck").mkdir(parents=True)
    (tmp_path / "cache/sanctcheck/lists").write_text("no folder")

    result = CliRunner().invoke(cli, ["doctor"])

    assert result.exit_code == 0
    assert "mend  store" in result.stdout
    assert str(repository) in result.stdout.replace("\n", "").replace(" ", "")


@pytest.mark.usefixtures("repository")
def test_caches_that_cannot_be_made_are_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    shown = CliRunner().invoke(cli, ["doctor"]).stdout

    assert "mend  folder" in shown
    assert "nothing is kept, and each run begins anew" in " ".join(shown.split())


def test_names_from_outside_cannot_steer_the_terminal(repository: Path) -> None:
    (repository / "cases/\x1b[31mred").mkdir()
    (repository / "cases/\x1b[31mred/dossier.schema.json").write_text("{}")

    assert "\x1b" not in CliRunner().invoke(cli, ["doctor"]).stdout
