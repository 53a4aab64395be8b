"""What the README and the page on reports show is what the tool prints."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from support import ROOT

from sanctcheck.cli import cli
from sanctcheck.law.load import packaged_law
from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("accepted-gaps", "comparing-versions", "configuration", "outputs", "screening", "survey")
SHOWN = "".join((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8") for page in PAGES)
BLOCKS = re.findall(r"```console\n\$ sanctcheck (.*?)\n(.*?)```", README + SHOWN, re.DOTALL)


@pytest.mark.parametrize(("arguments", "shown"), BLOCKS)
def test_the_output_in_the_readme_is_real(
    arguments: str, shown: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SANCTCHECK_LISTS", str(tmp_path / "lists"))

    printed = CliRunner().invoke(cli, shlex.split(arguments)).stdout
    assert printed

    for piece in shown.split("…\n"):
        assert piece.strip("\n") in printed


def test_the_readme_shows_real_output() -> None:
    assert BLOCKS


def test_the_readme_names_every_regime() -> None:
    for regime in packaged_law().regime_ids:
        assert f"| `{regime}` |" in README


def test_the_page_on_reports_shows_every_form() -> None:
    shown = {arguments.split("--format ")[1].split()[0] for arguments, _ in BLOCKS if "--format" in arguments}

    assert set(FORMATS) <= {*shown, "terminal"}


def test_the_files_that_the_readme_leads_to_exist() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
