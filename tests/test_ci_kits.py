"""What other systems take from the repository: the hooks, the action, the template and the script, run as those run them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from support import NEUTRAL, ROOT

from sanctcheck.cli import cli

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
TEMPLATE: list[dict[str, Any]] = list(yaml.safe_load_all((ROOT / "ci" / "gitlab.yml").read_text()))
COMMAND = Path(sys.executable).parent / "sanctcheck"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    dossiers = tmp_path / "dossiers"
    dossiers.mkdir()
    (dossiers / "--fail-on=none.yaml").write_text(NEUTRAL.replace("{regime: example}", "{regime: gb-ghr}"))
    (dossiers / "$(touch pwned).yaml").write_text(NEUTRAL.replace("{regime: example}", "{regime: gb-ghr}"))
    (tmp_path / "workflow.yaml").write_text("on: push\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def hook(name: str, *files: str) -> tuple[int, str]:
    """As pre-commit calls it: the entry, its arguments, the files of the commit."""
    program, *words = shlex.split(HOOKS[name]["entry"])
    assert program == "sanctcheck"
    result = CliRunner().invoke(cli, [*words, *HOOKS[name]["args"], *files])
    return result.exit_code, result.stdout + result.stderr


class TestHooks:
    def test_the_gaps_of_a_dossier_stop_a_commit(self, repository: Path) -> None:
        status, printed = hook("sanctcheck", "dossiers/$(touch pwned).yaml", "workflow.yaml")

        assert status == 1
        assert "gb-ghr:" in printed
        assert "workflow.yaml" not in printed
        assert not (repository / "pwned").exists()

    @pytest.mark.usefixtures("repository")
    def test_a_file_name_is_never_an_option(self) -> None:
        (Path("--fail-on=none.yaml")).write_text(NEUTRAL.replace("{regime: example}", "{regime: gb-ghr}"))

        status, printed = hook("sanctcheck", "--fail-on=none.yaml")

        assert status == 1
        assert "Dossier --fail-on=none.yaml" in printed

    @pytest.mark.usefixtures("repository")
    def test_fmt_lays_out_what_is_committed(self) -> None:
        status, _ = hook("sanctcheck-fmt", "dossiers/$(touch pwned).yaml", "workflow.yaml")

        assert status == 0
        assert Path("workflow.yaml").read_text() == "on: push\n"


def run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A script under bash, with nothing of this process but where programs are."""
    environment = {"PATH": os.environ["PATH"], "HOME": os.getcwd(), "LC_ALL": "C.UTF-8", **variables}  # noqa: PTH109
    return subprocess.run(
        ["bash", "-c", script], env=environment, capture_output=True, text=True, check=False, timeout=120
    )


class TestAction:
    def test_notes_go_to_the_lines_and_the_report_to_the_summary(self, repository: Path) -> None:
        (repository / "summary.md").write_text("before\n")
        step = ACTION["runs"]["steps"][-1]

        done = run(
            step["run"],
            SCRIPT=str(ROOT / "ci" / "check.sh"),
            SANCTCHECK=str(COMMAND),
            GITHUB_STEP_SUMMARY="summary.md",
            PATHS="dossiers\n",
            REGIMES="gb-ghr\ngb-gac",
            SARIF="report.sarif",
            ANNOTATE="github",
        )

        assert done.returncode == 1, done.stderr
        assert done.stdout.startswith("::")
        assert (repository / "summary.md").read_text().startswith("before\n#")
        assert json.loads((repository / "report.sarif").read_text())["version"] == "2.1.0"
        assert not (repository / "pwned").exists()

    def test_no_input_is_ever_part_of_a_script(self) -> None:
        for step in ACTION["runs"]["steps"]:
            assert "${{" not in step.get("run", "")

    def test_every_input_reaches_the_script(self) -> None:
        used = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text()))

        assert used == set(ACTION["inputs"])

    def test_what_others_wrote_is_named_by_its_hash(self) -> None:
        for step in ACTION["runs"]["steps"]:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step.get("uses", f"a/b@{'0' * 40}"))


class TestTemplate:
    def test_a_merge_request_gets_its_two_reports(self, repository: Path) -> None:
        job = TEMPLATE[1]["sanctcheck"]
        script = "\n".join(job["script"]).replace("/opt/sanctcheck/bin/sanctcheck", str(COMMAND))

        done = run(f"set -e\n{script}", PATHS="dossiers", REGIMES="", FAIL_ON="error")

        assert done.returncode == 1, done.stderr
        for kind, name in job["artifacts"]["reports"].items():
            assert (repository / name).stat().st_size > 100, kind

    def test_inputs_are_variables_and_never_part_of_the_script(self) -> None:
        job = TEMPLATE[1]["sanctcheck"]

        assert "$[[" not in "".join([*job["script"], *job["before_script"]])
        assert {name for name in TEMPLATE[0]["spec"]["inputs"] if name != "image"} == {
            str(value)[len("$[[ inputs.") : -len(" ]]")]
            for value in job["variables"].values()
            if str(value).startswith("$[[")
        }


class TestPlainShell:
    @pytest.mark.usefixtures("repository")
    def test_a_summary_that_cannot_be_written_is_a_report_that_could_not(self) -> None:
        done = run(
            f'bash "{ROOT / "ci" / "check.sh"}"',
            SANCTCHECK=str(COMMAND),
            PATHS="dossiers",
            SUMMARY="no/such/folder/summary.md",
            FAIL_ON="none",
        )

        assert done.returncode == 5, done.stderr

    @pytest.mark.usefixtures("repository")
    def test_the_changed_files_of_a_branch_are_checked(self) -> None:
        commands = """
            git init -q -b main . && git add workflow.yaml && git -c user.name=a -c user.email=a@b commit -qm one
            git checkout -qb change && git add dossiers && git -c user.name=a -c user.email=a@b commit -qm two
            git diff --name-only -z --diff-filter=d main... | "$SANCTCHECK" validate --skip-others --files-from -
        """

        done = run(commands, SANCTCHECK=str(COMMAND))

        assert done.returncode == 1, done.stderr
        assert "2 dossiers" in done.stdout
