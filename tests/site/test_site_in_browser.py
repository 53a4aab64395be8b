"""A site as readers use it: every page opens, filters and heads work by mouse and keyboard, with script and without."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from browsing import chromium, needs_chromium, opened
from commanding import CommandLine
from sitemaking import SCRIPT, Sites, dossier, hostile_dossier

from sanctcheck.law.cells import all_versions, cells
from sanctcheck.law.load import packaged_law
from sanctcheck.site import comparison
from sanctcheck.site.shell import Shell, places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browsing import Opened
    from playwright.sync_api import Browser

pytestmark = [needs_chromium, pytest.mark.slow, pytest.mark.no_cover]

DAY = date(2026, 6, 1)
EARLIER = date(2021, 6, 1)
KINDS = (
    *("index", "comparison", "comparison/due-process", "standards", "standards/notification", "regimes"),
    *("regimes/example", "deadlines", "dossiers", "dossiers/plain", "dossiers/hostile", "findings"),
    *("findings/notification", "sources", "limits", "search", "survey"),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    sites = Sites(CommandLine(folder))
    sites.law()
    log = "[{event: proposed, day: 2026-01-01}, {event: notified, day: 2026-03-05}]"
    for name, parts in (
        ("plain", {}),
        ("told", {"process": log}),
        ("arabic", {"title": "\u0645\u0644\u0641 \u0623\u0648\u0644"}),
    ):
        sites.command_line.write(f"dossiers/{name}.yaml", dossier(name, "public", **parts))
    sites.command_line.write("dossiers/hostile.yaml", hostile_dossier())
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert sites.call("dossiers").status == 0
    return folder / "out"


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The comparison of every regime that there is."""
    file = tmp_path_factory.mktemp("compared") / "comparison.html"
    shell = Shell("A site", DAY, places(has_dossiers=False, has_lists=False))
    law = packaged_law()
    stood = {name: all_versions(law.regime(name).regime, law.standards) for name in law.regime_ids}
    _, text = next(comparison.pages(law, shell, stood))
    file.write_text(text)
    return file


def rows(window: Opened, table: str = "list") -> list[str]:
    """The first cells of the rows that can be seen."""
    found: list[str] = window.page.locator(f"#{table} tbody tr").evaluate_all(
        "rows => rows.filter(row => row.checkVisibility()).map(row => row.querySelector('th').innerText.split('\\n')[0])"
    )
    return found


def said(window: Opened) -> str:
    return window.page.get_by_role("status").first.inner_text()


def test_every_page_opens_asks_for_nothing_else_and_complains_of_nothing(browser: Browser, out: Path) -> None:
    files = sorted(out.rglob("*.html"))
    found = []
    with opened(browser, files[0]) as window:
        for file in files:
            window.asked_for.clear()
            window.page.goto(file.as_uri())
            if window.asked_for != [file.as_uri()] or window.complaints:
                found.append((file.name, window.asked_for, window.complaints))

    assert len(files) > 20
    assert found == []


def test_axe_finds_no_barrier_on_any_kind_of_page(browser: Browser, out: Path) -> None:
    with opened(browser, out / "index.html", color_scheme="light") as window:
        for kind in KINDS:
            window.page.goto((out / f"{kind}.html").as_uri())
            found = Axe().run(window.page)

            assert found.violations_count == 0, (kind, found.generate_report())
            assert len(found.response["passes"]) > 10


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"color_scheme": "dark"}, "color-contrast"),
        ({"viewport": {"width": 360, "height": 740}}, "scrollable-region-focusable"),
    ],
)
def test_nor_does_it_in_the_dark_or_on_a_narrow_screen(
    browser: Browser, out: Path, options: dict[str, Any], rule: str
) -> None:
    with opened(browser, out / "index.html", **options) as window:
        for kind in KINDS:
            window.page.goto((out / f"{kind}.html").as_uri())
            found = Axe().run(window.page, options={"runOnly": [rule]})

            assert found.violations_count == 0, (kind, found.generate_report())


def test_on_a_narrow_screen_no_page_moves_sideways(browser: Browser, out: Path) -> None:
    with opened(browser, out / "index.html", viewport={"width": 360, "height": 740}) as window:
        for kind in KINDS:
            window.page.goto((out / f"{kind}.html").as_uri())

            assert window.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, kind


def test_markup_in_a_dossier_does_nothing_and_a_smuggled_script_would_be_refused(
    browser: Browser, out: Path
) -> None:
    for kind in ("dossiers/hostile", "dossiers", "search", "findings/notification", "deadlines"):
        with opened(browser, out / f"{kind}.html") as window:
            assert window.page.evaluate("window.smuggled") is None, kind
    with opened(browser, out / "dossiers" / "hostile.html") as window:
        assert SCRIPT in window.page.locator("body").inner_text()
        window.page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 'window.smuggled = 1'}))"
        )
        assert window.page.evaluate("window.smuggled") is None
        assert "Content Security Policy" in window.complaints[0]


def test_words_leave_the_rows_that_have_all_of_them_and_it_is_said(browser: Browser, out: Path) -> None:
    with opened(browser, out / "dossiers.html") as window:
        before = rows(window)
        window.page.get_by_label("Dossiers with these words").fill("PLAIN person")

        assert before == ["arabic", "hostile", "plain", "told"]
        assert rows(window) == ["plain"]
        assert said(window) == "1 of 4 rows"

        window.page.get_by_role("button", name="Show everything").click()
        window.page.wait_for_function("document.querySelector('.count').textContent === '4 of 4 rows'")
        assert rows(window) == before


def test_a_choice_leaves_the_rows_of_its_kind(browser: Browser, out: Path) -> None:
    with opened(browser, out / "dossiers.html") as window:
        window.page.get_by_label("Open gaps").select_option("none")

        assert rows(window) == ["told"]


def test_a_head_sorts_its_column_both_ways_and_says_so(browser: Browser, out: Path) -> None:
    with opened(browser, out / "standards.html") as window:
        head = window.page.get_by_role("columnheader", name="Standard")
        window.page.get_by_role("button", name="Standard", exact=True).click()
        rising = (rows(window), head.get_attribute("aria-sort"))
        window.page.get_by_role("button", name="Standard", exact=True).click()
        falling = (rows(window), head.get_attribute("aria-sort"))
        window.page.get_by_role("button", name="Family").click()

        assert rising == (["Notice to the target", "Statement of reasons"], "ascending")
        assert falling == (["Statement of reasons", "Notice to the target"], "descending")
        assert head.get_attribute("aria-sort") is None


def test_numbers_are_sorted_as_numbers(browser: Browser, out: Path) -> None:
    with opened(browser, out / "dossiers.html") as window:
        for number, text in enumerate(("9", "10", "2", "33")):
            window.page.locator("#list tbody tr").nth(number).locator("td.number").first.evaluate(
                "(cell, text) => { cell.textContent = text }", text
            )
        window.page.get_by_role("button", name="Errors").click()

        assert window.page.locator("#list tbody td.number:nth-child(6)").all_inner_texts() == [
            "2",
            "9",
            "10",
            "33",
        ]


def test_the_search_finds_pages_by_their_words_and_leads_there(browser: Browser, out: Path) -> None:
    with opened(browser, out / "search.html") as window:
        window.page.get_by_label("Pages with these words").fill("told why")
        found = rows(window, "everything")
        window.page.get_by_role("link", name="Statement of reasons").click()

        assert found == ["Statement of reasons"]
        assert window.page.url.endswith("standards/statement-of-reasons.html")


def test_by_keyboard_alone_a_reader_goes_from_page_to_page_filters_and_sorts(
    browser: Browser, out: Path
) -> None:
    with opened(browser, out / "index.html") as window:
        keys = window.page.keyboard
        focused = "document.activeElement.textContent.trim()"
        keys.press("Tab")
        assert window.page.evaluate(focused) == "To the content"
        assert window.page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
        for _ in range(30):
            keys.press("Tab")
            if window.page.evaluate(focused) == "Dossiers":
                break
        outline = window.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        keys.press("Enter")
        window.page.wait_for_url("**/dossiers.html")
        while window.page.evaluate("document.activeElement.name") != "words":
            keys.press("Tab")
        keys.type("told")
        typed = rows(window)
        while window.page.evaluate(focused) != "Dossier":
            keys.press("Tab")
        keys.press("Enter")
        head = window.page.get_by_role("columnheader", name="Dossier", exact=True)

        assert outline == "solid"
        assert typed == ["told"]
        assert head.get_attribute("aria-sort") == "ascending"


def test_without_script_everything_can_be_read_and_nothing_offers_what_does_not_work(
    browser: Browser, out: Path
) -> None:
    with opened(browser, out / "dossiers.html", java_script_enabled=False) as window:
        assert window.page.locator("#list tbody tr").count() == 4
        assert window.page.locator("#list tbody tr").last.is_visible()
        assert not window.page.locator("form").is_visible()
        assert window.page.locator("thead button").count() == 0
    with opened(browser, out / "comparison.html", java_script_enabled=False) as window:
        assert window.page.locator("noscript").is_visible()
        assert window.page.locator("#comparison tbody tr").nth(1).is_visible()
        assert not window.page.locator("#comparing").is_visible()


def values(window: Opened, regime: str) -> list[str]:
    """What the cells of one column say, version by version."""
    found: list[str] = window.page.evaluate(
        """regime => {
            const heads = [...document.querySelectorAll('#comparison thead th')];
            const column = heads.findIndex(head => head.dataset.column === regime);
            const rows = [...document.querySelectorAll('#comparison tbody tr:not(.family)')];
            return rows.filter(row => row.checkVisibility()).map(row =>
                [...row.cells[column].querySelectorAll('.v > span:first-child, .none')]
                    .filter(each => each.checkVisibility()).map(each => each.textContent).join(' / '));
        }""",
        regime,
    )
    return found


def law(regime: str, day: date) -> list[str]:
    """The same from the law itself."""
    standards = packaged_law().standards
    found = cells(packaged_law().regime(regime).regime, standards, day)
    return [str(cell.value) if (cell := found[name]) else "not in force" for name in standards]


def test_the_comparison_shows_the_law_of_the_day_and_of_any_other_day_that_is_asked_for(
    browser: Browser, compared: Path
) -> None:
    with opened(browser, compared) as window:
        at_first = {name: values(window, name) for name in ("gb-ghr", "un-1267", "eu-ghr")}
        window.page.get_by_label("Law on", exact=True).fill(EARLIER.isoformat())
        then = {name: values(window, name) for name in at_first}

        assert at_first == {name: law(name, DAY) for name in at_first}
        assert then == {name: law(name, EARLIER) for name in at_first}
        assert at_first != then


def test_two_days_show_what_turned_between_them_and_nothing_else(browser: Browser, compared: Path) -> None:
    before, after = law("gb-ghr", EARLIER), law("gb-ghr", DAY)
    turned = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    with opened(browser, compared) as window:
        window.page.locator(".choice summary").first.click()
        window.page.get_by_role("button", name="Regimes: none").click()
        window.page.get_by_label("gb-ghr", exact=True).check()
        window.page.get_by_label("beside law on").fill(EARLIER.isoformat())
        window.page.get_by_label("Only standards on which a regime shown changed").check()
        shown = window.page.locator("#comparison td.turned:visible")
        texts = [set(each.inner_text().split("\n")) for each in shown.all()]

        assert len(turned) > 3
        assert shown.count() == len(turned) == len(values(window, "gb-ghr"))
        assert f"{len(turned)} cells changed between {EARLIER} and {DAY}" in said(window)
        for (one, other), text in zip(turned, texts, strict=True):
            assert any(line.startswith(one) for line in text), (one, text)
            assert any(line.startswith(other) for line in text), (other, text)


def test_the_address_keeps_what_is_compared_for_whoever_opens_it(browser: Browser, compared: Path) -> None:
    with opened(browser, compared) as window:
        window.page.get_by_label("Standards with these words").fill("listing")
        window.page.get_by_label("beside law on").fill(EARLIER.isoformat())
        window.page.get_by_label("Only standards on which the regimes shown differ").check()
        fragment = window.page.url.removeprefix(compared.as_uri())
        before = (said(window), values(window, "gb-ghr"))
        with opened(browser, compared, fragment) as other:
            after = (said(other), values(other, "gb-ghr"))

        assert fragment
        assert before == after
        assert before[0].startswith(tuple("123456789"))


def test_only_standards_that_differ_are_left_by_what_is_seen(browser: Browser, compared: Path) -> None:
    columns = ("gb-ghr", "eu-ghr")
    one, other = (law(name, DAY) for name in columns)
    differing = sum(a != b for a, b in zip(one, other, strict=True))
    with opened(browser, compared) as window:
        window.page.locator(".choice summary").first.click()
        window.page.get_by_role("button", name="Regimes: none").click()
        for name in columns:
            window.page.get_by_label(name, exact=True).check()
        window.page.get_by_label("Only standards on which the regimes shown differ").check()

        assert 0 < differing < len(one)
        assert said(window).startswith(f"{differing} of {len(one)} standards, 2 of ")


def test_print_leaves_out_what_only_a_screen_can_use(browser: Browser, out: Path) -> None:
    with opened(browser, out / "deadlines.html") as window:
        window.page.emulate_media(media="print")

        assert not window.page.locator("nav").first.is_visible()
        assert not window.page.locator("form").first.is_visible()
        assert window.page.locator("#list tbody tr").first.is_visible()
