"""A report as readers open it: light, dark, narrow, printed; by keyboard and with a screen reader; and it asks for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from browsing import chromium, needs_chromium, opened
from pypdf import PdfReader
from reports import HOSTILE, report, without_blanks
from support import FIXTURES

from sanctcheck.report.dossier import html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Opened
    from playwright.sync_api import Browser

pytestmark = [needs_chromium, pytest.mark.slow, pytest.mark.no_cover]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("page") / "report.html"
    written.write_text(html.text(report((FIXTURES / "demo" / "draft.yaml").read_bytes())[0]))
    return written


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("page") / "hostile.html"
    written.write_text(html.text(report(HOSTILE.encode())[0]))
    return written


def _is_quiet(window: Opened, file: Path) -> None:
    assert ([file.as_uri()], []) == (window.asked_for, window.complaints)


@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": {"width": 360, "height": 700}}],
    ids=["light", "dark", "narrow"],
)
def test_axe_finds_no_barrier(browser: Browser, file: Path, options: dict[str, Any]) -> None:
    with opened(browser, file, **options) as window:
        found = Axe().run(window.page)

        assert found.violations_count == 0, found.generate_report()
        assert len(found.response["passes"]) > 20
        _is_quiet(window, file)


def test_a_dossier_full_of_markup_injects_nothing(browser: Browser, hostile: Path) -> None:
    with opened(browser, hostile) as window:
        counted = "document.querySelectorAll('script, iframe, img, object, embed, form, input, style').length"

        assert window.page.evaluate(counted) == 1  # our own style
        assert window.page.evaluate("getComputedStyle(document.body).display") == "block"
        assert "<script>alert(1)</script>" in window.page.inner_text("header")
        found = Axe().run(window.page)
        assert found.violations_count == 0, found.generate_report()
        _is_quiet(window, hostile)


def test_no_part_of_a_page_is_wider_than_a_small_screen(browser: Browser, hostile: Path, file: Path) -> None:
    for each in (hostile, file):
        with opened(browser, each, viewport={"width": 360, "height": 700}) as window:
            assert window.page.evaluate("document.documentElement.scrollWidth <= 360")


def test_a_picture_is_repainted_in_the_dark(browser: Browser, file: Path) -> None:
    colours = []
    for scheme in ("light", "dark"):
        with opened(browser, file, color_scheme=scheme) as window:
            colours.append(
                window.page.evaluate("getComputedStyle(document.querySelector('figure svg text.p-ink')).fill")
            )

    assert colours == ["rgb(27, 29, 32)", "rgb(231, 232, 234)"]


def test_the_contents_and_every_wide_table_are_reached_by_keyboard(browser: Browser, file: Path) -> None:
    with opened(browser, file, viewport={"width": 360, "height": 700}) as window:
        window.page.keyboard.press("Tab")
        assert window.page.evaluate("document.activeElement.textContent") == "To the report"
        window.page.keyboard.press("Tab")
        window.page.keyboard.press("Enter")
        assert window.page.url.endswith("#d-summary")
        window.page.focus("#d-matrix-gb-ghr .scroll")
        window.page.keyboard.press("ArrowRight")
        window.page.wait_for_timeout(300)
        assert window.page.evaluate("document.activeElement.scrollLeft > 0")


def test_it_prints_on_a4_in_portrait_with_its_pictures(browser: Browser, file: Path, tmp_path: Path) -> None:
    with opened(browser, file, color_scheme="dark") as window:
        window.page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "printed.pdf").pages
    said = without_blanks("".join(page.extract_text() for page in pages))

    assert tuple(round(float(side)) for side in pages[0].mediabox.upper_right) == (595, 842)
    assert "identitychecked" in said
    assert without_blanks("State the standard as “reasonable grounds to suspect”") in said
