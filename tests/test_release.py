"""What a release is made of: one version, a changelog from its fragments."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support import ROOT

from sanctcheck import __version__

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {"law", "added", "changed", "fixed"}
FRAGMENTS = [
    path for path in (ROOT / "changelog.d").iterdir() if path.name not in {"README.md", "template.md"}
]


@pytest.mark.parametrize(("tag", "status"), [(f"v{__version__}", 0), ("v9.9.9", 1), (__version__, 1)])
def test_a_tag_has_to_be_the_version_of_the_package(tag: str, status: int) -> None:
    done = subprocess.run([sys.executable, ROOT / "ci" / "version.py", tag], capture_output=True, check=False)

    assert done.returncode == status


def test_the_version_stands_in_one_place() -> None:
    assert not re.search(r"^version\s*=", (ROOT / "pyproject.toml").read_text(), re.MULTILINE)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda path: path.name)
def test_a_fragment_is_of_a_kind_that_the_changelog_has(fragment: Path) -> None:
    _, kind, suffix = fragment.name.split(".")

    assert suffix == "md"
    assert kind in KINDS


def test_a_release_gathers_the_fragments(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "changelog.d", tmp_path / "changelog.d")
    (tmp_path / "changelog.d" / "a-new-thing.added.md").write_text("A thing that was not there before.\n")

    subprocess.run(
        [
            sys.executable,
            "-m",
            "towncrier",
            "build",
            "--yes",
            "--version",
            "1.2.3",
            "--date",
            "2030-01-02",
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )

    made = (tmp_path / "CHANGELOG.md").read_text()
    assert "## 1.2.3 (2030-01-02)" in made
    assert "### Added\n" in made
    assert "- A thing that was not there before." in made
