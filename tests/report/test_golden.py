"""Every form of the report on one repository, byte by byte, as it was last read and found good.

`make golden` writes the files in `tests/golden` anew: read the difference before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reporting import records, report, repository, run
from support import ROOT

import sanctcheck
from sanctcheck.report import formats
from sanctcheck.report.formats import FORMATS

if TYPE_CHECKING:
    from sanctcheck.record import FileRecord

GOLDEN = ROOT / "tests" / "golden"
FILES = {
    "terminal": "terminal.txt",
    "json": "report.json",
    "jsonl": "report.jsonl",
    "sarif": "report.sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "markdown": "report.md",
    "csv": "report.csv",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("repository"))


@pytest.fixture(scope="module")
def found(folder: Path) -> list[FileRecord | None]:
    return records(folder)


def test_every_form_has_a_golden_file() -> None:
    assert list(FILES) == list(FORMATS)


def test_every_file_in_the_folder_of_forms_is_in_the_list() -> None:
    modules = {path.stem for path in Path(formats.__file__).parent.glob("*.py")} - {"__init__"}

    assert {each.module for each in FORMATS.values()} == modules


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_as_it_was_found_good(name: str, folder: Path, found: list[FileRecord | None]) -> None:
    made = report(name, found, run(folder)).replace(f'"{sanctcheck.__version__}"', '"VERSION"').encode()
    file = GOLDEN / FILES[name]
    if os.environ.get("WRITE_GOLDEN"):
        file.write_bytes(made)

    assert made == file.read_bytes()
