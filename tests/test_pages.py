"""The generated pages are those of the law as it stands, and lead to one another."""

from __future__ import annotations

import re

import pytest
from support import ROOT

from sanctcheck.law.load import packaged_law
from sanctcheck.pages import pages

LAW = packaged_law()
PAGES = pages(LAW)
DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_up_to_date(name: str) -> None:
    """`make schemas` writes them."""
    assert PAGES[name] == (DOCS / name).read_text(encoding="utf-8")


def test_there_is_a_page_for_each_standard_and_regime_and_no_other() -> None:
    there = {
        f"{file.parent.name}/{file.name}"
        for part in ("standards", "regimes")
        for file in (DOCS / part).iterdir()
    }

    assert there == set(PAGES)
    assert {f"standards/{name}.md" for name in LAW.standards} <= there
    assert {f"regimes/{name}.md" for name in LAW.regime_ids} <= there


def test_every_link_between_pages_leads_somewhere() -> None:
    for name, text in PAGES.items():
        folder = name.partition("/")[0]
        for target in re.findall(r"\]\(([^)<#]+\.md)\)", text):
            assert (DOCS / folder / target).resolve().exists(), (name, target)


def test_a_page_shows_the_marks_of_the_law() -> None:
    assert "[uncertain]" in PAGES["standards/periodic-review.md"]
    assert "until 2022-03-14" in PAGES["standards/periodic-review.md"]
