"""The documentation as a site: every page is reached, every command stands in it, and nothing is asked of the network."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support import ROOT

from sanctcheck.cli import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

GENERATED = "standards/[!R]*,regimes/[!R]*"
"""The many pages that are made from the law: a test of their own holds those, and they would take most of the time."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without the pages of single standards and regimes."""
    target = tmp_path_factory.mktemp("site")
    without = ["-D", f"exclude_patterns=_build,{GENERATED}", "-D", "suppress_warnings=myst,toc.empty_glob"]
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        *without,
        ROOT / "docs",
        target,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    return target


def test_every_page_is_reached_from_the_first(site: Path) -> None:
    pages = {page.stem for page in (ROOT / "docs").glob("*.md")}

    assert {page.stem for page in site.glob("*.html")} >= pages


def test_every_command_and_option_stands_in_the_reference(site: Path) -> None:
    reference = (site / "commands.html").read_text()

    for command in COMMANDS:
        assert f'id="sanctcheck-{command}"' in reference
    assert "--fail-on" in reference


def test_a_page_asks_nothing_of_another_host(site: Path) -> None:
    for page in site.glob("*.html"):
        loaded = re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(https?://[^"]+)"', page.read_text())

        assert loaded == [], page.name
