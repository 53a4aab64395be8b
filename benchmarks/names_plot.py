"""The calibration as a picture: what a score says, against what is so. Plain SVG, which any browser shows."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from names_quality import Bin

_SIDE, _EDGE = 400, 60
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_LEAST, _LARGEST = 3.0, 14.0


def draw_calibration(found: Sequence[Bin], path: Path) -> None:
    """Draws the steps as points whose area grows with their pairs, beside the line on which scores are true."""
    size = _SIDE + 2 * _EDGE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="13">',
        "<title>Calibration: the share of right pairs by score</title>",
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        *_axes(),
        *_points(found),
        "</svg>",
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _axes() -> Iterator[str]:
    low, high = _EDGE, _EDGE + _SIDE
    yield f'<rect x="{low}" y="{low}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#444"/>'
    yield f'<line x1="{low}" y1="{high}" x2="{high}" y2="{low}" stroke="#888" stroke-dasharray="6 4"/>'
    for tick in _TICKS:
        yield f'<text x="{_x(tick):.1f}" y="{high + 20}" text-anchor="middle">{tick:.1f}</text>'
        yield f'<text x="{low - 8}" y="{_y(tick) + 4:.1f}" text-anchor="end">{tick:.1f}</text>'
    yield f'<text x="{low + _SIDE / 2}" y="{high + 44}" text-anchor="middle">score</text>'
    yield (
        f'<text x="18" y="{low + _SIDE / 2}" text-anchor="middle" transform="rotate(-90 18 {low + _SIDE / 2})">'
        "share that is the same party</text>"
    )


def _points(found: Sequence[Bin]) -> Iterator[str]:
    most = max(each.pairs for each in found)
    for each in found:
        radius = max(_LEAST, _LARGEST * sqrt(each.pairs / most))
        x, y = _x(each.mean_score), _y(each.share_same)
        says = f"score {each.mean_score:.2f}: {each.share_same:.2f} of {each.pairs} pairs are the same party"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f5fa8" fill-opacity="0.75"><title>{says}</title></circle>'


def _x(value: float) -> float:
    return _EDGE + value * _SIDE


def _y(value: float) -> float:
    return _EDGE + (1 - value) * _SIDE
