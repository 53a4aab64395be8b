"""The source graph: what draws on what, where it comes from first, and the circles in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier.bounds import LIKE_ONE_ANOTHER, cut, cut_rows
from sanctcheck.report.dossier.document import NOTHING, Figure, Paragraph, Points, Section, Table, row
from sanctcheck.report.dossier.told import spaced
from sanctcheck.report.listed import count
from sanctcheck.report.pictures.sources import Node, SourceGraph

if TYPE_CHECKING:
    from sanctcheck.portrait.model import ExhibitShown, Portrait
    from sanctcheck.report.dossier.document import Block
    from sanctcheck.report.dossier.told import Told

_LONGEST = 50
"""Exhibits of one circle that are named."""


def section(told: Told) -> Section:
    """The circles first, then the picture with its table."""
    portrait, words = told.portrait, told.words
    if not portrait.exhibits:
        return Section("sources", words["sources"], (Paragraph(words["no_sources"]),))
    blocks: list[Block] = [Paragraph(words["sources_text"])]
    if portrait.circles:
        blocks.append(Paragraph(f"{words['circle']}:", "error"))
        ways = (" → ".join([*circle[:_LONGEST], circle[0]]) for circle in portrait.circles)
        blocks.append(Points(cut(ways, LIKE_ONE_ANOTHER, "circles")))
    else:
        blocks.append(Paragraph(words["no_circles"], "quiet"))
    blocks.append(_figure(told))
    return Section("sources", words["sources"], tuple(blocks))


def _figure(told: Told) -> Figure:
    portrait = told.portrait
    nodes = tuple(_node(each) for each in portrait.exhibits)
    drawn = SourceGraph(nodes, portrait.circles).drawn("sources")
    head = ("Exhibit", "Kind", "Draws on", "Origin", "First sources")
    rows = tuple(
        row(
            each.label,
            spaced(each.kind) or "not shown",
            ", ".join(each.cites) or NOTHING,
            each.origin or NOTHING,
            ", ".join(f"source {number}" for number in each.sources) or NOTHING,
        )
        for each in portrait.exhibits
    )
    says = (
        f"A graph of {count(len(portrait.exhibits), 'exhibit')} and the sources that they go back to:"
        f" {count(portrait.independent, 'independent source')}, {_circles(portrait)}. The table says the same."
    )
    table = Table(told.words["sources"], head, cut_rows(rows), (2, 3, 4, 3, 4))
    return Figure("sources-graph", told.words["sources"], says, drawn.svg, drawn.width, drawn.height, table)


def _circles(portrait: Portrait) -> str:
    return count(len(portrait.circles), "circle") if portrait.circles else "no circle"


def _node(exhibit: ExhibitShown) -> Node:
    kind = spaced(exhibit.kind) if exhibit.is_shown else "not shown"
    return Node(exhibit.label, kind, exhibit.cites, exhibit.origin, is_against=exhibit.bearing == "against")
