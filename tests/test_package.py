"""An installed copy works anywhere: the wheel carries the law and the schemas."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from typing import TYPE_CHECKING

import pytest
from support import FIXTURES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of an empty environment into which only the wheel was installed."""
    folder = tmp_path_factory.mktemp("empty")
    # The environment gets no pip of its own, and its modules are compiled as they are used: both take longer than the rest.
    venv.create(folder, with_pip=False)
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(binaries / "python")]
    options = ["--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([*pip, "install", *options, str(wheel)], check=True, capture_output=True)
    return binaries / "sanctcheck"


def test_the_wheel_holds_every_criteria_file_and_schema_and_both_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    law = ROOT / "criteria"
    expected = {
        f"sanctcheck/data/criteria/{file.relative_to(law).as_posix()}" for file in law.rglob("*.yaml")
    }
    expected |= {f"sanctcheck/data/schemas/{file.name}" for file in (ROOT / "schemas").glob("*.json")}

    assert {f"sanctcheck/data/criteria/shared/{name}.yaml" for name in ("eu", "samla")} <= expected
    expected |= {"sanctcheck/lists/sources.toml"}
    assert expected <= names
    assert sum(name.endswith("LICENSE") for name in names) >= 2


def test_a_wheel_with_compiled_modules_is_one_for_this_system_and_this_python(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    compiled = [name for name in names if name.endswith((".so", ".pyd"))]

    assert ("py3-none-any" in wheel.name) == (not compiled)
    assert all(name.partition(".")[0] + ".py" in names for name in compiled)


def test_the_wheel_holds_the_templates_of_pages(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    folder = ROOT / "sanctcheck" / "report" / "html" / "templates"
    expected = {file.relative_to(ROOT).as_posix() for file in folder.rglob("*") if file.is_file()}

    assert {"base.html", "base.css", "regime.html"} <= {file.rpartition("/")[2] for file in expected}
    assert expected <= names


def test_an_installed_copy_validates_a_dossier_from_another_folder(installed: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.yaml"
    dossier.write_bytes((FIXTURES / "dossiers" / "gb-ghr" / "complete.yaml").read_bytes())

    command = [str(installed), "validate", "--as-of", "2026-06-01", "--format", "json", "dossier.yaml"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)

    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert [under["regime"] for under in report["dossiers"][0]["under"]] == ["gb-ghr"]


def test_an_installed_copy_knows_the_published_lists(installed: Path, tmp_path: Path) -> None:
    command = [str(installed), "lists", "status", "--store", str(tmp_path / "store"), "--format", "json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (4, "")
    assert "un-sc" in json.loads(done.stdout)["not_kept"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain"],
        ["explain", "gb-ghr:notification"],
        ["init", "eu-ghr"],
        ["schema", "dossier"],
        ["compare", "gb-ghr", "eu-ghr", "--format", "html"],
    ],
)
def test_every_other_command_of_an_installed_copy_works_too(
    installed: Path, tmp_path: Path, arguments: list[str]
) -> None:
    done = subprocess.run(
        [str(installed), *arguments], check=False, capture_output=True, text=True, cwd=tmp_path
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout) > 500
