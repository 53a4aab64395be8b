"""Inner loops are compiled where a compiler is at hand, and run as they are written where not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from support import ROOT

MODULES = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["hooks"][
    "custom"
]["modules"]
PROJECT = '[tool.hatch.build.hooks.custom]\nmodules = ["sanctcheck.loops"]\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A working copy with one module that is compiled."""
    (tmp_path / "ci").mkdir()
    shutil.copy(ROOT / "ci" / "compile.py", tmp_path / "ci")
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "sanctcheck").mkdir()
    (tmp_path / "sanctcheck" / "__init__.py").write_text("")
    (tmp_path / "sanctcheck" / "loops.py").write_text(
        "def twice(number: int) -> int:\n    return 2 * number\n"
    )
    return tmp_path


def compiled(
    project: Path, *arguments: str, path: str | None = None, wanted: str = "auto"
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": path or os.environ["PATH"], "SANCTCHECK_COMPILE": wanted}
    command = [sys.executable, str(project / "ci" / "compile.py"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def taken(project: Path) -> str:
    """The file from which the module is imported, after a call of it."""
    script = "from sanctcheck import loops; assert loops.twice(4) == 8; print(loops.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=project, env={**os.environ, "PYTHONPATH": str(project)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Path(done.stdout.strip()).suffix


needs_a_compiler = pytest.mark.skipif(
    shutil.which("cc") is None and shutil.which("gcc") is None, reason="There is no compiler of C here."
)


@needs_a_compiler
def test_what_was_compiled_takes_the_place_of_what_is_written_until_it_is_taken_away(project: Path) -> None:
    done = compiled(project)

    assert (done.returncode, done.stderr) == (0, "")
    assert taken(project) in {".so", ".pyd"}

    assert compiled(project, "--remove").returncode == 0
    assert taken(project) == ".py"


def test_without_a_compiler_the_modules_run_as_they_are_written_and_that_is_said(
    project: Path, tmp_path: Path
) -> None:
    done = compiled(project, path=str(tmp_path / "nothing"))

    assert done.returncode == 0
    assert "plain Python, which is slower: nothing was compiled" in done.stderr
    assert taken(project) == ".py"


def test_a_release_is_not_built_without_a_compiler(project: Path, tmp_path: Path) -> None:
    assert compiled(project, path=str(tmp_path / "nothing"), wanted="yes").returncode != 0


@needs_a_compiler
def test_who_wants_plain_python_gets_it(project: Path) -> None:
    assert compiled(project, wanted="no").returncode == 0
    assert taken(project) == ".py"


def test_another_wish_is_an_error_that_names_the_choices(project: Path) -> None:
    done = compiled(project, wanted="maybe")

    assert done.returncode != 0
    assert "auto, yes or no" in done.stderr


@pytest.mark.parametrize("module", MODULES)
def test_what_runs_is_what_is_written(module: str) -> None:
    spec = find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    source = ROOT / (module.replace(".", "/") + ".py")

    assert Path(spec.origin).stat().st_mtime >= source.stat().st_mtime, (
        "The source has changed: `make compile`."
    )
