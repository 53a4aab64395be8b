"""What the README shows is what the tool prints."""

from __future__ import annotations

import re
import shlex

import pytest
from click.testing import CliRunner
from support import ROOT

from sanctcheck.cli import cli
from sanctcheck.law.load import packaged_law

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ sanctcheck (.*?)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("arguments", "shown"), BLOCKS)
def test_the_output_in_the_readme_is_real(
    arguments: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    printed = CliRunner().invoke(cli, shlex.split(arguments)).stdout

    for piece in shown.split("…\n"):
        assert piece.strip("\n") in printed


def test_the_readme_shows_real_output() -> None:
    assert BLOCKS


def test_the_readme_names_every_regime() -> None:
    for regime in packaged_law().regime_ids:
        assert f"| `{regime}` |" in README


def test_the_files_that_the_readme_leads_to_exist() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
