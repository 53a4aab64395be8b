"""What commands print beside the report of `validate`, byte by byte, as it was last read and found good.

`make golden` writes the files in `tests/golden/commands` anew: read the difference before you keep it.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from support import FIXTURES, ROOT

from sanctcheck import __version__
from sanctcheck.cli import cli
from sanctcheck.report.view import View

if TYPE_CHECKING:
    from pathlib import Path

GOLDEN = ROOT / "tests" / "golden" / "commands"
DAY = ("--as-of", "2026-06-01")
DOSSIER = "complete.yaml"
PAIRS = "name1,name2,kind,dob1\nMiro Korvanets,KORVANEC Miro,person,1961\n,nobody,person,\nM/T Golden Ray II,Golden Ray 2,vessel,then\n"
THREE = ("gb-ghr", "eu-ghr", "common")
LISTS = tuple(
    argument
    for name in ("us_ofac/sdn.xml", "un_sc/consolidated.xml", "eu_fsf/full_1_1.xml", "gb_fcdo/UK-Sanctions-List.xml")
    for argument in ("--list-file", f"lists/{name}")
)  # fmt: skip
COMMANDS: dict[str, tuple[str, ...]] = {
    **{
        f"compare.{form}": ("compare", "--color", *THREE, "--family", "delisting", "--format", form, *DAY)
        for form in ("terminal", "markdown", "csv", "json")
    },
    "compare-against": ("compare", *THREE[:2], "--against", "common", "--diff", "--family", "evidence", *DAY),
    "compare-days": ("compare", "gb-ghr@2021-01-01", "gb-ghr@2026-01-01", "--diff"),
    **{
        f"explain.{topic.replace(':', '.')}": ("explain", topic, *DAY)
        for topic in ("ca-jvcfoa", "gb-ghr:notification", "gb-ghr:damages", "duplicate-key", "statement-of-reasons", "gb-ghr:court-review")
    },
    **{
        f"portability.{form}": ("portability", "--color", "demo/draft.yaml", "--regime", "cz", "--regime", "ca-jvcfoa", "--format", form, *DAY)
        for form in ("terminal", "markdown", "json")
    },
    **{
        f"deadlines.{form}": ("deadlines", "--color", "demo", DOSSIER, "--format", form, *DAY)
        for form in ("terminal", "json", "ics")
    },
    **{
        f"diff.{form}": ("diff", DOSSIER, "changed.yaml", "--format", form, *DAY)
        for form in ("terminal", "json", "markdown")
    },
    **{
        f"survey.{form}": ("survey", "--color", "demo", DOSSIER, "--up-to", "official", "--no-cache", "--format", form, *DAY)
        for form in ("terminal", "json", "csv", "markdown")
    },
    **{
        f"survey-lists.{form}": ("survey", "--color", *LISTS, "--format", form, *DAY)
        for form in ("terminal", "json", "csv", "markdown")
    },
    **{
        f"screen.{form}": ("screen", "Miro Korvanets", "--dob", "1961", "--explain", *LISTS, "--format", form)
        for form in ("terminal", "json", "csv", "jsonl", "decisions")
    },
    **{
        f"match.{form}": ("match", "FATEMEH Hosseini", "HOSEINI, Fatima", "--dob", "1965", "--dob", "1965-03-02", "--format", form)
        for form in ("terminal", "json")
    },
    "portability-whole": ("portability", "--color", DOSSIER, "--regime", "gb-ghr", *DAY),
    "validate-lists.sarif": ("validate", "listed.yaml", *LISTS, "--no-cache", "--format", "sarif", *DAY),
    "report-listed.md": ("report", "listed.yaml", *LISTS, "--format", "markdown", *DAY),
    "report.md": ("report", DOSSIER, "--format", "markdown", *DAY),
    "report-plain.md": ("report", "changed.yaml", "--plain", "--for", "public", "--format", "markdown", *DAY),
    **{
        f"report-draft.{form}": ("report", "demo/draft.yaml", "--format", form, *flag, "-o", "-", *DAY)
        for form, flag in (("markdown", ()), ("html", ("--plain",)))
    },
    **{
        f"narrow-{name}": (*command, *DAY)
        for name, command in {
            "compare": ("compare", *THREE, "--family", "delisting"),
            "portability": ("portability", "demo/draft.yaml", "--regime", "cz"),
            "deadlines": ("deadlines", DOSSIER),
            "diff": ("diff", DOSSIER, "changed.yaml"),
        }.items()
    },
    "report.html": ("report", "changed.yaml", "--format", "html", "-o", "-", *DAY),
    "survey.html": ("survey", "demo", DOSSIER, "--up-to", "official", "--no-cache", "--format", "html", *DAY),
    "survey-lists.html": ("survey", *LISTS, "--format", "html", *DAY),
    "match-pairs": ("match", "--pairs", "pairs.csv", "--explain"),
    "config": ("config", "settings", *DAY),
    "config.json": ("config", "settings", "--format", "json", *DAY),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands are called: a dossier, the same with other grades, a draft, and small lists."""
    shutil.copytree(FIXTURES / "lists", tmp_path / "lists")
    shutil.copytree(FIXTURES / "demo", tmp_path / "demo")
    dossier = (FIXTURES / "dossiers" / "gb-ghr" / "complete.yaml").read_text("utf-8")
    (tmp_path / DOSSIER).write_text(dossier, "utf-8")
    changed = dossier.replace("grade: A1", "grade: F6").replace("grade: B2", "grade: E5")
    changed = re.sub(r"(?m)^  - {event: (?:notified|reasons-given|legal-review),.*\n", "", changed)
    (tmp_path / "changed.yaml").write_text(changed, "utf-8")
    listed = dossier.replace("name: Ruslan Temirovich ALDANOV,", "name: Miro Tadesz KORVANEC,")
    (tmp_path / "listed.yaml").write_text(listed, "utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pairs.csv").write_text(PAIRS, "utf-8")
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "sanctcheck.toml").write_text('regimes = ["gb-ghr", "eu-ghr"]\n', "utf-8")
    for variable in ("SANCTCHECK_LISTS", "SANCTCHECK_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "kept"))
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.usefixtures("folder")
def test_a_command_prints_what_was_found_good(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if name.startswith("narrow-"):
        monkeypatch.setattr(View, "width", property(lambda _: 44, lambda _, __: None))
    result = CliRunner().invoke(cli, COMMANDS[name])

    out = re.sub(r"(?s)<(style|script)\b.*?</\1>", "", result.stdout)  # which have tests of their own
    made = re.sub(rf"\b{re.escape(__version__)}\b", "VERSION", out)
    said = f"{made}--- {result.exit_code}\n"
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(said.encode())

    assert said == file.read_bytes().decode()
