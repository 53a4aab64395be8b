"""A survey as readers use it: filtered, sorted, read by machine, in the dark, on a phone; it asks for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from browsing import chromium, needs_chromium, opened
from support import FIXTURES, TODAY
from surveying import Someone, american, british, canadian, surveyed

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.law.load import packaged_law
from sanctcheck.portrait.making import Circumstances, portrait_of
from sanctcheck.portrait.visibility import OFFICE
from sanctcheck.record import FileRecord
from sanctcheck.report.survey import html
from sanctcheck.report.survey.whole import Surveyed, report_of
from sanctcheck.survey.dossiers.survey import survey_of
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Opened
    from playwright.sync_api import Browser

    from sanctcheck.survey.dossiers.survey import DossierSurvey

pytestmark = [needs_chromium, pytest.mark.slow, pytest.mark.no_cover]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    overlap = surveyed(
        folder,
        american(
            folder, Someone("1", "<script>alert(1)</script>"), Someone("2", "VARGA", "Bogdan Petrovich")
        ),
        british(folder, Someone("GHR0001", "OSTRANDER", "Lena", day="25/12/2020")),
        canadian(folder, Someone("7", "VARGA", "Bogdan Petrovich", day="2019-02-03")),
    )
    written = folder / "survey.html"
    written.write_text(html.text(report_of(Surveyed(TODAY, _dossiers(), overlap))))
    return written


def _dossiers() -> DossierSurvey:
    law = packaged_law()
    validator = Validator(law, Request(TODAY))
    found = []
    for regime in ("gb-ghr", "eu-ghr"):
        path = FIXTURES / "dossiers" / regime / "complete.yaml"
        validated = validator.validate(Candidate(path, path.name, by_name=True))
        assert validated is not None
        found.append((FileRecord(path.name), portrait_of(validated, OFFICE, Circumstances(TODAY, law))))
    return survey_of(found, TODAY, sorted(OFFICE))


def _is_quiet(window: Opened, file: Path) -> None:
    assert ([file.as_uri()], []) == (window.asked_for, window.complaints)


def _shown(window: Opened) -> list[str]:
    found: list[str] = window.page.locator("#table-gaps tbody tr").evaluate_all(
        "rows => rows.filter(each => each.checkVisibility()).map(each => each.cells[1].innerText)"
    )
    return found


@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": {"width": 360, "height": 700}}],
    ids=["light", "dark", "narrow"],
)
def test_axe_finds_no_barrier(browser: Browser, file: Path, options: dict[str, Any]) -> None:
    with opened(browser, file, **options) as window:
        window.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        found = Axe().run(window.page)

        assert found.violations_count == 0, found.generate_report()
        assert len(found.response["passes"]) > 20
        assert window.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        _is_quiet(window, file)


def test_gaps_are_filtered_by_state_and_by_words(browser: Browser, file: Path) -> None:
    with opened(browser, file) as window:
        assert len(_shown(window)) == 3
        form = window.page.locator("form[data-table=table-gaps]")

        form.locator("select").select_option("UK")
        assert sorted(_shown(window)) == ["<script>alert(1)</script>", "Bogdan Petrovich VARGA"]
        form.locator("input").fill("varga")
        assert _shown(window) == ["Bogdan Petrovich VARGA"]
        assert form.locator(".count").inner_text() == "1 of 3 rows"
        _is_quiet(window, file)


def test_a_column_is_sorted_by_its_heading(browser: Browser, file: Path) -> None:
    with opened(browser, file) as window:
        heading = window.page.locator("#table-gaps thead th").nth(1)

        heading.locator("button").press("Enter")
        ascending = _shown(window)
        assert heading.get_attribute("aria-sort") == "ascending"
        heading.locator("button").press("Enter")

        assert _shown(window) == ascending[::-1]
        assert len(set(ascending)) == 3


def test_without_script_everything_can_be_read(browser: Browser, file: Path) -> None:
    with opened(browser, file, java_script_enabled=False) as window:
        assert window.page.locator("#table-gaps tbody tr").count() == 3
        assert not window.page.locator("form").first.is_visible()
