"""A comparison as readers use it: they filter it, open a cell by keyboard, share it, print it; with and without script."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from browsing import chromium, needs_chromium, opened
from pages import DAY, EIGHTEEN, SCRIPT, hostile_table, table
from pypdf import PdfReader

from sanctcheck.report.compare import html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Opened
    from playwright.sync_api import Browser

pytestmark = [needs_chromium, pytest.mark.slow, pytest.mark.no_cover]

COMPARED = table("gb-ghr", "us-globalmagnitsky", "eu-ghr", against="common")
WIDE = table(*EIGHTEEN, families=("due-process",))
MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("page") / "comparison.html"
    written.write_text(html.text(COMPARED, DAY))
    return written


@pytest.fixture(scope="module")
def wide_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("page") / "wide.html"
    written.write_text(html.text(WIDE, DAY))
    return written


@pytest.fixture
def window(browser: Browser, file: Path) -> Iterator[Opened]:
    """The comparison, opened; in the end it asked for nothing but itself and had nothing to complain of."""
    with opened(browser, file) as window:
        yield window
        assert (window.asked_for, window.complaints) == ([file.as_uri()], [])


def titles(families: set[str] | None = None) -> list[str]:
    return [row.standard.title for row in COMPARED.rows if not families or row.standard.family in families]


def differing(*columns: str) -> list[str]:
    """The titles of the rows on which these columns differ."""
    numbers = [number for number, column in enumerate(COMPARED.columns) if column.name in columns]
    return [
        row.standard.title
        for row in COMPARED.rows
        if len({cell.value if (cell := row.cells[number]) else None for number in numbers}) > 1
    ]


def said(window: Opened) -> str:
    return window.page.get_by_role("status").inner_text()


def test_at_first_everything_is_shown(window: Opened) -> None:
    assert window.rows() == titles()
    assert window.columns() == [column.name for column in COMPARED.columns]


def test_words_leave_the_standards_that_have_all_of_them(window: Opened) -> None:
    window.page.get_by_label("Standards with these words").fill("REASONS statement")
    found = window.rows()

    assert 0 < len(found) < len(titles())
    assert found == [
        row.standard.title
        for row in COMPARED.rows
        if all(word in f"{row.standard} {row.standard.title}".lower() for word in ("reasons", "statement"))
    ]
    assert said(window) == f"{len(found)} of {len(titles())} standards, 4 of 4 regimes"


def test_words_that_no_standard_has_leave_an_empty_table_and_it_is_said(window: Opened) -> None:
    window.page.get_by_label("Standards with these words").fill("zebra")

    assert window.rows() == []
    assert not window.page.locator("tr.family").first.is_visible()
    assert said(window).startswith("0 of ")


def test_a_regime_that_is_taken_away_takes_its_column_along(window: Opened) -> None:
    window.page.get_by_label("us-globalmagnitsky", exact=True).uncheck()

    assert window.columns() == ["gb-ghr", "eu-ghr", "common"]
    assert window.page.locator("tbody tr:not(.family)").first.locator("td:visible").count() == 3
    assert said(window).endswith("3 of 4 regimes")


def test_a_family_that_is_taken_away_takes_its_rows_and_title_along(window: Opened) -> None:
    window.page.get_by_role("button", name="Families of standards: none").click()
    window.page.get_by_label("Due process", exact=True).check()

    assert window.rows() == titles({"due-process"})
    assert window.page.locator("tr.family:visible").all_inner_texts() == ["Due process"]


def test_rows_that_differ_are_those_of_the_columns_that_are_shown(window: Opened) -> None:
    window.page.get_by_label("Only standards on which the regimes shown differ").check()
    of_all = window.rows()
    for name in ("us-globalmagnitsky", "common"):
        window.page.get_by_label(name, exact=True).uncheck()

    assert of_all == differing(*(column.name for column in COMPARED.columns))
    assert window.rows() == differing("gb-ghr", "eu-ghr")
    assert 0 < len(window.rows()) < len(of_all)


def test_show_everything_takes_every_filter_back(window: Opened) -> None:
    window.page.get_by_label("Standards with these words").fill("zebra")
    window.page.get_by_role("button", name="Regimes: none").click()
    window.page.get_by_role("button", name="Show everything").click()
    window.page.wait_for_function("!location.hash.includes('zebra')")

    assert window.rows() == titles()
    assert len(window.columns()) == 4


def test_what_stands_behind_a_value_is_opened_and_closed_by_keyboard(window: Opened) -> None:
    cell = window.page.locator("td:has(details)").first
    behind = cell.locator("dl")
    window.page.locator("tbody th[scope=row] summary").first.focus()
    window.page.keyboard.press("Tab")
    shown = [behind.is_visible()]
    for key in ("Enter", "Space"):
        window.page.keyboard.press(key)
        shown.append(behind.is_visible())

    assert shown == [False, True, False]
    assert cell.locator(".value").is_visible()


def test_the_address_keeps_the_filter_for_whoever_opens_it(
    window: Opened, browser: Browser, file: Path
) -> None:
    window.page.get_by_label("Standards with these words").fill("review & reasons")
    window.page.get_by_label("Standards with these words").fill("review")
    window.page.get_by_label("eu-ghr", exact=True).uncheck()
    window.page.get_by_label("Evidence", exact=True).uncheck()
    window.page.get_by_label("Only standards on which the regimes shown differ").check()
    fragment = window.page.url.removeprefix(file.as_uri())

    with opened(browser, file, fragment) as other:
        assert fragment
        assert (other.rows(), other.columns()) == (window.rows(), window.columns())
        assert other.page.get_by_label("Standards with these words").input_value() == "review"


def test_an_address_changed_by_hand_changes_the_filter_and_unknown_names_do_no_harm(window: Opened) -> None:
    window.page.evaluate("location.hash = 'regimes=gb-ghr+nowhere&families=delisting'")
    window.page.wait_for_function("document.querySelectorAll('thead th:not([hidden])').length === 2")

    assert (window.columns(), window.rows()) == (["gb-ghr"], titles({"delisting"}))


def test_a_leap_within_the_page_leaves_the_filter_as_it_is(window: Opened) -> None:
    window.page.get_by_label("Delisting", exact=True).uncheck()
    before = window.rows()
    window.page.get_by_role("link", name="What the words mean").click()

    assert window.rows() == before != titles()


def test_without_script_all_can_be_read_and_cells_still_open(browser: Browser, file: Path) -> None:
    with opened(browser, file, java_script_enabled=False) as window:
        cell = window.page.locator("td:has(details)").first
        cell.locator("summary").click()

        assert window.rows() == titles()
        assert not window.page.locator("form").is_visible()
        assert cell.locator("dl").is_visible()


def test_heads_and_first_column_stay_while_the_table_moves(browser: Browser, wide_file: Path) -> None:
    with opened(browser, wide_file, viewport={"width": 1280, "height": 800}) as window:
        region = window.page.get_by_role("region", name="Standards, by family, under each regime")
        region.evaluate("region => region.scrollTo(900, 600)")
        place, head = region.bounding_box(), window.page.locator("thead th").nth(12).bounding_box()
        first = window.page.locator("tbody th[scope=row]").nth(15).bounding_box()

        assert region.evaluate("region => region.scrollTop > 300 && region.scrollLeft > 300")
        assert place
        assert head
        assert first
        assert (abs(head["y"] - place["y"]) <= 1, abs(first["x"] - place["x"]) <= 1) == (True, True)


def test_on_a_narrow_screen_only_the_table_moves_sideways(browser: Browser, wide_file: Path) -> None:
    with opened(browser, wide_file, viewport={"width": 360, "height": 740}) as window:
        overflow = window.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        column = window.page.locator("tbody th[scope=row]").first.bounding_box()

        assert overflow <= 0
        assert column
        assert column["width"] < 360 / 2
        assert not window.page.locator("#controls fieldset").first.is_visible()


@pytest.mark.parametrize(
    "options",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
    ],
)
def test_axe_finds_no_barrier(browser: Browser, tmp_path: Path, options: dict[str, Any]) -> None:
    # A few rows are enough: all rows are made alike, and axe looks at each of them for long.
    some = table("gb-ghr", "eu-ghr", against="common", families=("identity", "delisting"))
    (tmp_path / "some.html").write_text(html.text(some, DAY))

    with opened(browser, tmp_path / "some.html", **options) as window:
        window.page.locator("#controls").evaluate("controls => { controls.open = true }")
        for summary in window.page.locator("td summary").all()[:5]:
            summary.click()
        found = Axe().run(window.page)

        assert found.violations_count == 0, found.generate_report()
        assert len(found.response["passes"]) > 20


def test_print_repeats_the_heads_and_gives_the_provisions(
    browser: Browser, file: Path, tmp_path: Path
) -> None:
    with opened(browser, file, color_scheme="dark") as window:
        window.page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    printed = PdfReader(tmp_path / "printed.pdf").pages
    texts = [unicodedata.normalize("NFKC", page.extract_text()) for page in printed]
    last_of_the_table = next(number for number, text in enumerate(texts) if "\nWhat the words mean\n" in text)
    told = "".join("".join(texts).split())
    provisions = {part for row in COMPARED.rows for cell in row.cells if cell for part in cell.provisions}

    assert len(texts) > 3
    assert [number for number in range(last_of_the_table) if "us-globalmagnitsky" not in texts[number]] == []
    assert [part for part in provisions if "".join(part.split()) not in told] == []
    assert "Show everything" not in "".join(texts)
    assert (float(printed[0].mediabox.width) / MILLIMETRE) == pytest.approx(297, abs=1)


def test_many_regimes_are_printed_on_a3_and_few_of_them_on_a4(
    browser: Browser, wide_file: Path, tmp_path: Path
) -> None:
    with opened(browser, wide_file) as window:
        window.page.pdf(path=tmp_path / "all.pdf", prefer_css_page_size=True)
        window.page.get_by_role("button", name="Regimes: none").click()
        window.page.get_by_label(EIGHTEEN[0], exact=True).check()
        window.page.pdf(path=tmp_path / "one.pdf", prefer_css_page_size=True)
    widths = [float(PdfReader(tmp_path / name).pages[0].mediabox.width) for name in ("all.pdf", "one.pdf")]

    assert [width / MILLIMETRE for width in widths] == pytest.approx([420, 297], abs=1)


def test_hostile_text_does_nothing_and_a_smuggled_script_would_be_refused(
    browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "hostile.html").write_text(html.text(hostile_table(tmp_path), DAY))

    with opened(browser, tmp_path / "hostile.html") as window:
        assert window.page.evaluate("window.smuggled") is None
        assert window.complaints == []
        assert SCRIPT in window.page.locator("body").inner_text()

        window.page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 'window.smuggled = 1'}))"
        )
        assert window.page.evaluate("window.smuggled") is None
        assert "Content Security Policy" in window.complaints[0]
