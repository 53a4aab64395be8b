"""The metadata of a file are looked through for those who are protected, at the level of the exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from metadata_files import docx, pdf
from support import NEUTRAL, TODAY

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.law.load import packaged_law
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from pathlib import Path

CORE = (
    '<c:p xmlns:c="x" xmlns:d="http://purl.org/dc/elements/1.1/"><d:creator>HADDAD, Amira</d:creator></c:p>'
)
FILES = {"a.pdf": pdf(information={"/Author": "Амира Хаддад"}), "a.docx": docx({"docProps/core.xml": CORE})}
DOSSIER = (
    NEUTRAL.replace("regime: example", "regime: gb-ghr")
    + """\
protected_persons: [{names: [Amira Haddad], handling: {level: protected, because: danger}}]
exhibits: [{id: E1, title: A report, kind: ngo-report, file: FILE, handling: {level: LEVEL}}]
"""
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("level", "is_leak"), [("public", True), ("restricted", True), ("protected", False)])
def test_a_protected_name_in_metadata_is_an_error_where_more_may_see_the_file(
    tmp_path: Path, name: str, level: str, *, is_leak: bool
) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    (tmp_path / "d.yaml").write_text(DOSSIER.replace("FILE", name).replace("LEVEL", level), encoding="utf-8")
    found = Validator(packaged_law(), Request(TODAY)).validate(
        Candidate(tmp_path / "d.yaml", "d.yaml", by_name=True)
    )
    assert found is not None

    told = [flaw for flaw in found.flaws if flaw.rule == "protected-name-in-metadata"]
    assert [flaw.pointer for flaw in told] == ([("exhibits", 0, "file")] if is_leak else [])
    assert not any("addad" in flaw.message or "Хаддад" in flaw.message for flaw in told)
