"""A comparison as a page: every cell is there, with what stands behind it; nothing is fetched; text stays text."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

import pytest
from pages import (
    ADDRESS,
    DAY,
    EIGHTEEN,
    SCRIPT,
    attribute,
    every,
    hostile_table,
    inside,
    parsed,
    table,
    words,
)

from sanctcheck.compare import RELATION
from sanctcheck.report.compare import html
from sanctcheck.report.compare.words import GAINED, relation_of, value_of
from sanctcheck.report.view import LEGEND, MARKS

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Element

    from sanctcheck.compare import Table
    from sanctcheck.law.cells import Cell

COMPARED = table("gb-ghr", "us-globalmagnitsky@2018-01-01", "eu-ghr@2019-01-01", against="common")


def shown(compared: Table) -> Element:
    return parsed(html.text(compared, DAY))


def rows_of(page: Element) -> list[Element]:
    return [row for row in every(page, "tbody tr") if every(row, "td")]


@pytest.mark.parametrize(
    "compared", [COMPARED, table(*EIGHTEEN), table("gb-ghr", "gb-ghr@2026-01-01", diff=True)]
)
def test_it_is_html_that_needs_no_mending(compared: Table) -> None:
    assert every(shown(compared), "h1")


def test_every_cell_shows_its_value_and_how_it_stands_to_the_one_it_is_held_against() -> None:
    for row, line in zip(COMPARED.rows, rows_of(shown(COMPARED)), strict=True):
        expected = [
            [value_of(cell), relation_of(COMPARED, relation)]
            for cell, relation in zip(row.cells, row.relations, strict=True)
        ]
        found = [
            [words(every(cell, ".value")[0]), "".join(words(each) for each in every(cell, ".relation"))]
            for cell in every(line, "td")
        ]

        assert expected == found


def test_what_a_value_rests_on_stands_behind_it() -> None:
    for row, line in zip(COMPARED.rows, rows_of(shown(COMPARED)), strict=True):
        for cell, found in zip(row.cells, every(line, "td"), strict=True):
            behind = "".join(words(each) for each in every(found, "details > dl"))
            assert bool(cell and cell.provisions) is bool(behind)
            if cell is not None:
                assert [part for part in _parts(cell) if " ".join(part.split()) not in behind] == []


def _parts(cell: Cell) -> list[str]:
    optional = [cell.note, cell.since, cell.until, cell.source.title if cell.source else None]
    return [*cell.provisions, *cell.criteria, *(part for part in optional if part)]


def test_a_source_is_led_to_without_telling_where_the_reader_comes_from() -> None:
    links = every(shown(COMPARED), "td a")
    urls = {cell.source.url for row in COMPARED.rows for cell in row.cells if cell and cell.source}

    assert {attribute(link, "href") for link in links} == urls - {None}
    assert {attribute(link, "rel") for link in links} == {"noopener noreferrer"}


def test_what_was_not_read_in_the_text_is_marked_where_the_value_stands() -> None:
    for row, line in zip(COMPARED.rows, rows_of(shown(COMPARED)), strict=True):
        expected = [MARKS.get(cell.verified, "") if cell and cell.provisions else "" for cell in row.cells]
        found = ["".join(words(each) for each in every(cell, "summary .mark")) for cell in every(line, "td")]

        assert expected == found


def test_rows_and_columns_have_heads_and_rows_are_grouped_by_family() -> None:
    page = shown(COMPARED)

    assert [attribute(head, "data-column") for head in every(page, "thead th[scope=col]")[1:]] == [
        column.name for column in COMPARED.columns
    ]
    assert [words(every(row, "th[scope=row] summary")[0]) for row in rows_of(page)] == [
        row.standard.title for row in COMPARED.rows
    ]
    assert [attribute(body, "data-family") for body in every(page, "tbody")] == list(
        dict.fromkeys(row.standard.family for row in COMPARED.rows)
    )
    assert len(every(page, "th[scope=rowgroup]")) == len(every(page, "tbody"))
    assert words(every(page, "table > caption")[0])


def test_cells_of_the_same_kind_are_those_with_the_same_value() -> None:
    for row, line in zip(COMPARED.rows, rows_of(shown(COMPARED)), strict=True):
        kinds = [attribute(cell, "data-kind") for cell in every(line, "td")]
        values = [cell.value if cell else None for cell in row.cells]

        assert len(set(zip(kinds, values, strict=True))) == len(set(kinds)) == len(set(values))


def test_nothing_is_fetched() -> None:
    page = shown(COMPARED)
    fetching = [
        element
        for element in every(page, "*")
        if "src" in (element.attrs or {}) or "srcset" in (element.attrs or {})
    ]
    links = [attribute(link, "href") for link in every(page, "link")]

    assert fetching == every(page, "iframe, object, embed, base, form[action]") == []
    assert links == ["data:,"]
    assert [word for word in ("url(", "@import", "http") if word in inside(every(page, "style")[0])] == []
    assert [word for word in ("fetch", "import", "http") if word in inside(every(page, "script")[0])] == []


def test_the_policy_fits_the_style_and_the_script_of_the_page() -> None:
    page = shown(COMPARED)
    policy = attribute(every(page, "meta[http-equiv]")[0], "content")

    for element in ("style", "script"):
        (part,) = every(page, element)
        digest = base64.b64encode(hashlib.sha256(inside(part).encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    page = shown(hostile_table(tmp_path))
    (link, *_) = every(page, "td a")
    told = words(every(page, "body")[0])

    assert len(every(page, "script")) == 1
    assert every(page, "img, svg, b") == []
    assert [
        each for each in every(page, "*") if any(name.startswith("on") for name in each.attrs or {})
    ] == []
    assert (attribute(link, "href"), words(link)) == (ADDRESS, SCRIPT)
    assert "{{ 7 * 7 }}{% raw %}" in told
    assert "<svg/onload=window.smuggled=1>" in told
    assert "\\u{202e}final\\u{202c}" in told


def test_the_words_on_the_page_are_explained() -> None:
    told = words(every(shown(COMPARED), "[aria-labelledby=words-used]")[0])
    used = {
        relation for row in COMPARED.rows for relation in row.relations if relation_of(COMPARED, relation)
    }

    assert used
    assert [RELATION[relation] for relation in used if relation and RELATION[relation] not in told] == []
    assert [meaning for meaning in LEGEND.values() if meaning not in told] == []


def test_a_history_speaks_of_what_was_gained_and_lost() -> None:
    history = table("gb-ghr@2021-01-01", "gb-ghr@2026-01-01", diff=True)
    found = {words(each) for each in every(shown(history), "td .relation")}

    assert found
    assert found <= set(GAINED.values())


def test_it_says_on_what_day_by_what_version_and_that_a_person_decides() -> None:
    told = words(every(shown(COMPARED), "header")[0])

    assert "Compared on 2026-06-01 , with sanctcheck" in told
    assert "It reports; a person decides." in told


def test_where_nothing_differs_it_says_so() -> None:
    page = shown(table("gb-ghr", "gb-ghr@2026-01-01", diff=True))

    assert "The regimes have the same value on each of these standards." in words(every(page, "main")[0])
    assert every(page, "table") == []


def test_the_same_input_gives_the_same_bytes() -> None:
    again = table(*(column.name for column in COMPARED.columns[:-1]), against="common")

    assert html.text(COMPARED, DAY) == html.text(again, DAY)
