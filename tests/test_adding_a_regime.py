"""A regime written by the guide works: the blocks of `docs/adding-a-regime.md`, put together, are a criteria file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from support import ROOT

from sanctcheck.cli import cli

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = (ROOT / "docs" / "adding-a-regime.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
REGIME = "\n".join(block for block in BLOCKS if not block.startswith("flaw:"))
DOSSIER = """\
format: dossier/1
id: guide
act: {kind: initial-designation, status: adopted, day: 2026-03-01}
target: {type: person, names: [{name: Example Person}]}
legal_basis: [{regime: xx-rights}]
allegations: [{id: A1, summary: x, conduct: bribery, basis: own-conduct}]
process:
  - {event: designated, day: 2026-03-01}
  - {event: removal-requested, id: Q1, day: 2026-04-01}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "my-law").mkdir()
    (tmp_path / "my-law" / "xx-rights.yaml").write_text(REGIME, encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments: str) -> str:
    called = CliRunner().invoke(cli, [*arguments, "--criteria", "my-law"])
    assert called.exit_code in {0, 1}, called.output
    return called.stdout


@pytest.mark.usefixtures("folder")
def test_it_is_explained_with_its_rules() -> None:
    shown = call("explain", "xx-rights")

    assert "Human Rights Measures Act 2021" in shown
    assert "60 days from receipt of the request" in shown


@pytest.mark.usefixtures("folder")
def test_it_is_compared_with_a_packaged_regime_and_with_the_draft() -> None:
    made = json.loads(call("compare", "xx-rights", "ca-jvcfoa", "--against", "common", "--format", "json"))

    rows = {row["standard"]: {cell["column"]: cell for cell in row["cells"]} for row in made["rows"]}
    deadline = rows["removal-decision-deadline"]
    assert (deadline["xx-rights"]["value"], deadline["ca-jvcfoa"]["value"]) == ("60 days", "90 days")
    assert deadline["xx-rights"]["relation"] == "stricter"
    assert rows["notification"]["xx-rights"]["value"] == "14 days"
    assert rows["damages"]["xx-rights"]["answer"] == "unsettled"
    assert "not-examined" not in {row["xx-rights"]["answer"] for row in rows.values()}


@pytest.mark.usefixtures("folder")
def test_a_dossier_is_checked_under_it() -> None:
    shown = call("validate", "dossier.yaml", "--as-of", "2026-06-01")

    assert "xx-rights:conduct-covered" in shown
    assert "xx-rights:person-told" in shown


@pytest.mark.usefixtures("folder")
def test_its_days_are_counted() -> None:
    made = json.loads(call("deadlines", "dossier.yaml", "--as-of", "2026-06-01", "--format", "json"))

    assert [(each["rule"], each["day"], each["status"]) for each in made["deadlines"]] == [
        ("person-told", "2026-03-15", "overdue"),
        ("request-decided", "2026-05-31", "overdue"),
        ("report", "2027-03-31", "due"),
    ]


@pytest.mark.usefixtures("folder")
def test_a_first_dossier_is_written_for_it() -> None:
    assert "xx-rights" in call("init", "xx-rights")


def test_the_commands_of_the_guide_are_those_that_are_tested() -> None:
    named = re.findall(r"^sanctcheck (\w+) ", GUIDE, re.MULTILINE)

    assert named == ["explain", "compare", "init", "validate"]


def test_a_mistake_is_named_with_its_line(folder: Path) -> None:
    file = folder / "my-law" / "xx-rights.yaml"
    file.write_text(
        REGIME.replace("{instrument: act, at: s. 8}", "{instrument: atc, at: s. 8}"), encoding="utf-8"
    )

    called = CliRunner().invoke(cli, ["explain", "xx-rights", "--criteria", "my-law"])

    line = 1 + file.read_text(encoding="utf-8").splitlines().index(
        "    provision: {instrument: atc, at: s. 8}"
    )
    assert called.exit_code == 2
    assert f"my-law/xx-rights.yaml:{line}:" in called.stderr
    assert "No instrument has the key “atc”." in called.stderr
