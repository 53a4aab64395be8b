"""A real browser for the tests of pages: Chromium as the system has it, with what the page asked for and complained of."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no Chromium here: install the package chromium to run these tests"
)
_QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@dataclass
class Opened:
    """A page in a browser, the addresses that it asked for, and what it complained of."""

    page: Page
    asked_for: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def rows(self) -> list[str]:
        """The titles of the rows that can be seen."""
        return self._seen("tbody th[scope=row] > details > summary", "innerText")

    def columns(self) -> list[str]:
        """The names of the columns that can be seen."""
        return self._seen("thead th[data-column]", "dataset.column")

    def _seen(self, selector: str, said: str) -> list[str]:
        found: list[str] = self.page.locator(selector).evaluate_all(
            f"found => found.filter(each => each.checkVisibility()).map(each => each.{said})"
        )
        return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that is closed in the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, file: Path, fragment: str = "", **options: Any) -> Iterator[Opened]:
    """A file in a window of its own, with the browser's options: its size, its colours, with JavaScript or without."""
    context = browser.new_context(**options)
    window = Opened(context.new_page())
    window.page.on("request", lambda request: window.asked_for.append(request.url))
    window.page.on("console", lambda said: window.complaints.append(said.text))
    window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
    window.page.goto(file.as_uri() + fragment)
    yield window
    context.close()
