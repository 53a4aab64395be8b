"""The source graph: exhibits in columns, what draws on others left of what it draws on, origins at the right end.

Exhibits in a circle stand below one another in one column, and the way round is drawn at its side, thick and dashed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.checks.evidence._sources import groups
from sanctcheck.report.pictures.canvas import Canvas, Pen, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sanctcheck.report.pictures.canvas import Drawn

_BOX, _HIGH, _GAP, _ROW = 150, 34, 70, 46
_EDGE, _TOP, _KEY = 16, 16, 30
MOST = 60
"""Exhibits of the picture, those first that are tied to others; the table has all."""
_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Node:
    """One exhibit."""

    label: str
    kind: str
    cites: tuple[str, ...]
    origin: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True)
class SourceGraph:
    """A picture of what draws on what."""

    nodes: tuple[Node, ...]
    circles: tuple[tuple[str, ...], ...]

    def drawn(self, says: str) -> Drawn:
        """The picture."""
        nodes = self._shown()
        layers = _layers(nodes)
        origins = list(dict.fromkeys(each.origin for each in nodes if each.origin))
        columns = _in_columns(nodes, layers)
        last = max(columns, default=0) + 1
        at = {label: (column, row) for column, labels in columns.items() for row, label in enumerate(labels)}
        rows = max([*(len(each) for each in columns.values()), len(origins), 1])
        wide = last + bool(origins)
        width = max(2 * _EDGE + wide * _BOX + max(wide - 1, 0) * _GAP, 560)
        left_out = len(self.nodes) - len(nodes)
        height = _TOP + rows * _ROW + _KEY
        canvas = Canvas(width, height)
        self._edges(canvas, nodes, at)
        _origins(canvas, nodes, at, {name: (last, row) for row, name in enumerate(origins)})
        for node in nodes:
            _box(canvas, node, _corner(at[node.label]))
        _key(canvas, height - 14, left_out)
        return canvas.drawn(says)

    def _shown(self) -> tuple[Node, ...]:
        if len(self.nodes) <= MOST:
            return self.nodes
        tied = {label for each in self.nodes if each.cites for label in (each.label, *each.cites)}
        first = sorted(self.nodes, key=lambda each: each.label not in tied)[:MOST]
        kept = {each.label for each in first}
        return tuple(each for each in self.nodes if each.label in kept)

    def _edges(self, canvas: Canvas, nodes: Sequence[Node], at: Mapping[str, tuple[int, int]]) -> None:
        around = {
            (start, end)
            for circle in self.circles
            for start, end in zip(circle, (*circle[1:], circle[0]), strict=True)
        }
        for node in nodes:
            for cited in node.cites:
                if cited in at:
                    _edge(canvas, at[node.label], at[cited], in_circle=(node.label, cited) in around)


def _layers(nodes: Sequence[Node]) -> dict[str, int]:
    """For each exhibit how many steps it is from what draws on nothing, exhibits in a circle on one layer."""
    known = {each.label for each in nodes}
    graph = {each.label: [name for name in each.cites if name in known] for each in nodes}
    layers: dict[str, int] = {}
    for group in groups(graph):
        beyond = [layers[name] for member in group for name in graph[member] if name in layers]
        layers.update(dict.fromkeys(group, min(max(beyond, default=-1) + 1, _MOST_COLUMNS - 1)))
    return layers


def _in_columns(nodes: Iterable[Node], layers: Mapping[str, int]) -> dict[int, list[str]]:
    """The labels of each column from the left; those that draw on much stand first, the sources last."""
    most = max(layers.values(), default=0)
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for node in nodes:
        columns[most - layers[node.label]].append(node.label)
    return columns


def _corner(place: tuple[int, int]) -> tuple[float, float]:
    column, row = place
    return _EDGE + column * (_BOX + _GAP), _TOP + row * _ROW


def _box(canvas: Canvas, node: Node, corner: tuple[float, float]) -> None:
    x, y = corner
    canvas.box(corner, (_BOX, _HIGH), "paper", Pen("quiet", 1.25, "3 3" if node.is_against else ""))
    canvas.text(node.label, (x + 8, y + 11), most=20)
    canvas.text(
        node.kind + (", against" if node.is_against else ""),
        (x + 8, y + 25),
        Style("quiet", size=10),
        most=26,
    )


def _edge(canvas: Canvas, start: tuple[int, int], end: tuple[int, int], *, in_circle: bool) -> None:
    pen = Pen("late", 2.25, "7 3") if in_circle else Pen("quiet", 1.25)
    (x1, y1), (x2, y2) = _corner(start), _corner(end)
    middle1, middle2 = y1 + _HIGH / 2, y2 + _HIGH / 2
    if start[0] == end[0]:
        # In one column: around the side, so that it is told from what leads on. Up on one side, down on the other.
        if start[1] < end[1]:
            x, bend = x1 + _BOX, _GAP * 0.6
        else:
            x, bend = x1, -min(_GAP * 0.6, _EDGE * 0.8 if start[0] == 0 else _GAP)
        low = 6 if start != end else -8
        canvas.curve(
            (x, middle1 + low), (x + bend, middle1 + low, x + bend, middle2 - 6, x, middle2 - 6), pen
        )
        _arrow(canvas, (x, middle2 - 6), pen, to_the_left=bend > 0)
        return
    x, y = x1 + _BOX, middle1
    reach = (x2 - x) / 2
    canvas.curve((x, y), (x + reach, y, x2 - reach, middle2, x2, middle2), pen)
    _arrow(canvas, (x2, middle2), pen, to_the_left=False)


def _arrow(canvas: Canvas, tip: tuple[float, float], pen: Pen, *, to_the_left: bool) -> None:
    x, y = tip
    back = x + 8 if to_the_left else x - 8
    canvas.shape([(x, y), (back, y - 4), (back, y + 4)], pen.colour, Pen(pen.colour))


def _origins(
    canvas: Canvas,
    nodes: Iterable[Node],
    at: Mapping[str, tuple[int, int]],
    origins: Mapping[str, tuple[int, int]],
) -> None:
    """Where exhibits come from first: dotted lines to round boxes at the right end."""
    for node in nodes:
        if node.origin:
            (x1, y1), (x2, y2) = _corner(at[node.label]), _corner(origins[node.origin])
            x, y, end = x1 + _BOX, y1 + _HIGH / 2, y2 + _HIGH / 2
            reach = (x2 - x) / 2
            canvas.curve((x, y), (x + reach, y, x2 - reach, end, x2, end), Pen("step", 1.25, "1.5 3"))
    for name, place in origins.items():
        x, y = _corner(place)
        canvas.box((x, y + 4), (_BOX, _HIGH - 8), "band", Pen("step", 1.25))
        canvas.text(name, (x + 8, y + _HIGH / 2), Style(size=11), most=22)


def _key(canvas: Canvas, y: float, left_out: int) -> None:
    canvas.line((16, y), (44, y), Pen("quiet", 1.25))
    _arrow(canvas, (46, y), Pen("quiet"), to_the_left=False)
    canvas.text("draws on", (54, y), Style("quiet", size=11))
    canvas.line((120, y), (150, y), Pen("late", 2.25, "7 3"))
    canvas.text("in a circle", (158, y), Style("quiet", size=11))
    canvas.line((232, y), (262, y), Pen("step", 1.25, "1.5 3"))
    canvas.text("comes from", (270, y), Style("quiet", size=11))
    if left_out:
        canvas.text(f"{left_out} more exhibits in the table", (360, y), Style("quiet", size=11))
