"""The generated pages are those of the law as it stands, and lead to one another."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from support import ROOT

from sanctcheck.law.load import packaged_law
from sanctcheck.pages import pages

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCS = ROOT / "docs"


@cache
def made() -> Mapping[str, str]:
    return pages(packaged_law())


def written() -> dict[str, str]:
    files = [file for part in ("standards", "regimes") for file in (DOCS / part).iterdir()]
    return {f"{file.parent.name}/{file.name}": file.read_text(encoding="utf-8") for file in files}


def test_every_page_is_up_to_date() -> None:
    """`make schemas` writes them."""
    there = written()

    assert [name for name, text in made().items() if there.get(name) != text] == []


def test_there_is_a_page_for_each_standard_and_regime_and_no_other() -> None:
    there, law = set(written()), packaged_law()

    assert there == set(made())
    assert {f"standards/{name}.md" for name in law.standards} <= there
    assert {f"regimes/{name}.md" for name in law.regime_ids} <= there


def test_every_link_between_pages_leads_somewhere() -> None:
    for name, text in made().items():
        folder = name.partition("/")[0]
        for target in re.findall(r"\]\(([^)<#]+\.md)\)", text):
            assert (DOCS / folder / target).resolve().exists(), (name, target)


def test_a_page_shows_the_marks_of_the_law() -> None:
    assert "[uncertain]" in made()["standards/periodic-review.md"]
    assert "until 2022-03-14" in made()["standards/periodic-review.md"]
