"""The pictures of reports: each day where it belongs, circles visible, and those of the documentation as they are drawn today."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import report
from support import FIXTURES, ROOT, TODAY

from sanctcheck.report.dossier.document import Figure
from sanctcheck.report.pictures.scale import time_scale
from sanctcheck.report.pictures.sources import Node, SourceGraph
from sanctcheck.report.pictures.timeline import MOST, Mark, Timeline

if TYPE_CHECKING:
    from sanctcheck.report.pictures.canvas import Drawn

PICTURES = ROOT / "docs" / "pictures"
_SVG = "{http://www.w3.org/2000/svg}"
_DAYS = st.lists(st.dates(date(1900, 1, 1), date(2150, 1, 1)), min_size=1, max_size=8)


def _texts(drawn: Drawn) -> list[str]:
    return [each.text or "" for each in ET.fromstring(drawn.svg).iter(f"{_SVG}text")]


def _mark(day: date | None, words: str = "step") -> Mark:
    return Mark(str(day), words, day, day, "step")


@settings(deadline=None)
@given(_DAYS)
def test_later_days_stand_further_to_the_right_and_all_within_the_picture(days: list[date]) -> None:
    scale = time_scale(days, 100, 800)
    places = [scale.at(day) for day in sorted(days)]

    assert sorted(places) == places
    assert all(100 <= place <= 800 for place in places)
    assert len(list(scale.ticks())) <= 10


def test_a_hundred_steps_are_cut_and_it_is_said() -> None:
    drawn = Timeline(tuple(_mark(date(2020, 1, 1), f"step {n}") for n in range(100)), TODAY).drawn("x")

    assert f"and {100 - MOST} more, in the table" in _texts(drawn)


def test_a_process_without_a_known_day_is_drawn_too() -> None:
    assert "no day is known" in _texts(Timeline((_mark(None),), TODAY).drawn("x"))


def test_a_report_long_after_does_not_press_the_process_into_a_corner() -> None:
    marks = (_mark(date(2008, 1, 1)), _mark(date(2008, 6, 1)))
    svg = ET.fromstring(Timeline(marks, TODAY).drawn("x").svg)
    dots = sorted(float(each.get("cx", 0)) for each in svg.iter(f"{_SVG}circle"))

    assert dots[2] - dots[1] > 300  # the first one is that of the key
    assert any("beyond this line" in (each.text or "") for each in svg.iter(f"{_SVG}text"))


def test_what_is_said_in_a_picture_is_no_markup() -> None:
    drawn = SourceGraph((Node("<b>", "</svg><script>", (), 'x" onload="y'),), ()).drawn('"><script>')

    assert "<script" not in drawn.svg
    assert {"<b>", "</svg><script>", 'x" onload="y'} <= set(_texts(drawn))


def test_exhibits_in_a_circle_are_joined_by_thick_dashed_lines_and_others_are_not() -> None:
    nodes = (Node("E1", "x", ("E2",)), Node("E2", "x", ("E1",)), Node("E3", "x", ("E1",)))
    svg = SourceGraph(nodes, (("E1", "E2"),)).drawn("x").svg
    paths = [
        each.get("stroke-dasharray")
        for each in ET.fromstring(svg).iter(f"{_SVG}path")
        if each.get("fill") == "none"
    ]

    assert paths == ["7 3", "7 3", None]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=25))
def test_any_graph_is_drawn_with_each_exhibit_once(edges: list[tuple[int, int]]) -> None:
    cites = {n: tuple(f"E{b}" for a, b in edges if a == n) for n in range(9)}
    drawn = SourceGraph(tuple(Node(f"E{n}", "kind", cites[n]) for n in range(9)), ()).drawn("x")

    assert [f"E{n}" for n in range(9)] == [text for text in _texts(drawn) if re.fullmatch(r"E\d", text)]


def _in_a_circle() -> bytes:
    """A complete dossier in which the report and the newspaper cite each other."""
    text = (FIXTURES / "dossiers" / "eu-ghr" / "complete.yaml").read_text(encoding="utf-8")
    for one, other in (("E5", "E6"), ("E6", "E5")):
        text, number = re.subn(rf"(?m)^(  - id: {one})$", rf"\1\n    cites: [{other}]", text)
        assert number == 1
    return text.encode()


@pytest.mark.parametrize(
    ("name", "dossier"),
    [("timeline", (FIXTURES / "demo" / "draft.yaml").read_bytes()), ("sources-graph", _in_a_circle())],
)
def test_the_documentation_shows_what_is_drawn(name: str, dossier: bytes) -> None:
    document, _ = report(dossier)
    blocks = (block for section in document.sections for block in section.blocks)
    (figure,) = (block for block in blocks if isinstance(block, Figure) and block.name == name)
    picture = PICTURES / f"report-{name}.svg"
    if os.environ.get("WRITE_GOLDEN"):
        picture.write_text(figure.svg + "\n", encoding="utf-8")

    assert figure.svg + "\n" == picture.read_text(encoding="utf-8")
