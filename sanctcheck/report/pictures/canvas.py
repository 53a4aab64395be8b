"""A canvas for pictures: SVG that a page can theme and that shows by itself.

Every shape has presentation attributes, by which a PDF or an image shows it, and a class, by which a page's own style
repaints it for the dark or for print. There are no style attributes, so that a strict Content-Security-Policy holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from sanctcheck.errors import UsageError
from sanctcheck.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

Colour = Literal["ink", "quiet", "rule", "band", "step", "law", "late", "paper"]
PALETTE: dict[Colour, str] = {
    "ink": "#1b1d20",
    "quiet": "#54595f",
    "rule": "#d3d6da",
    "band": "#eef0f2",
    "step": "#1a4f86",
    "law": "#6a5300",
    "late": "#a3201c",
    "paper": "#ffffff",
}
FONT = "Noto Sans, Liberation Sans, DejaVu Sans, Arial, sans-serif"
SIZE = 12


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished picture."""

    svg: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Style:
    """How words are written."""

    colour: Colour = "ink"
    anchor: Literal["start", "middle", "end"] = "start"
    size: int = SIZE


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; `dashes` as SVG gives them."""

    colour: Colour = "rule"
    width: float = 1
    dashes: str = ""

    def attributes(self) -> dict[str, Any]:
        """As attributes of a shape."""
        dashed = {"stroke_dasharray": self.dashes} if self.dashes else {}
        colour = {"stroke": PALETTE[self.colour], "stroke_width": self.width}
        return {**colour, **dashed, "class_": f"p-line-{self.colour}"}


class Canvas:
    """A picture on its way."""

    def __init__(self, width: int, height: int) -> None:
        """An empty one.

        Raises:
            UsageError: the library that draws is not installed.
        """
        try:
            import drawsvg  # noqa: PLC0415 - only a picture needs it
        except ImportError as error:
            raise UsageError(
                "Pictures are drawn by the extra `report`, which is not installed: pip install 'sanctcheck[report]'"
            ) from error
        self._draw: Any = drawsvg
        self._width, self._height = width, height
        self._parts: list[Any] = []
        self.box((0, 0), (width, height), "paper")

    def text(
        self, text: str, at: tuple[float, float], style: Style | None = None, *, most: int = 200
    ) -> None:
        """Words in the middle of a line at a point, cut where they are longer than `most` characters."""
        style = style or Style()
        shown = visible(shorten(" ".join(text.split()), most))
        if shown:
            x, y = at
            self._add(
                self._draw.Text(
                    shown,
                    style.size,
                    round(x, 1),
                    round(y + style.size * 0.35, 1),
                    text_anchor=style.anchor,
                    fill=PALETTE[style.colour],
                    class_=f"p-{style.colour}",
                )
            )

    def line(self, start: tuple[float, float], end: tuple[float, float], pen: Pen) -> None:
        """A straight line."""
        self._add(self._draw.Line(*start, *end, **pen.attributes()))

    def curve(self, start: tuple[float, float], bend: tuple[float, ...], pen: Pen) -> None:
        """A curve from a point by two others to a fourth."""
        path = self._draw.Path(fill="none", **pen.attributes())
        self._add(path.M(*start).C(*bend))

    def box(
        self, at: tuple[float, float], size: tuple[float, float], fill: Colour, edge: Pen | None = None
    ) -> None:
        """A box with round corners."""
        drawn = edge.attributes() if edge else {"class_": ""}
        drawn["class_"] = f"p-{fill} {drawn['class_']}".strip()
        self._add(self._draw.Rectangle(*at, *size, rx=3, fill=PALETTE[fill], **drawn))

    def shape(self, points: Sequence[tuple[float, float]], fill: Colour, edge: Pen) -> None:
        """A closed shape with straight sides."""
        drawn = edge.attributes()
        drawn["class_"] = f"p-{fill} {drawn['class_']}"
        flat = [number for point in points for number in point]
        self._add(self._draw.Lines(*flat, close=True, fill=PALETTE[fill], **drawn))

    def dot(self, at: tuple[float, float], radius: float, fill: Colour) -> None:
        """A dot."""
        self._add(self._draw.Circle(*at, radius, fill=PALETTE[fill], class_=f"p-{fill}"))

    def _add(self, part: Any) -> None:
        self._parts.append(part)

    def drawn(self, says: str) -> Drawn:
        """The picture as SVG, an `svg` element and nothing before it; `says` tells those what it shows who do not see it."""
        # The library writes attributes of the outermost element as they stand.
        drawing = self._draw.Drawing(
            self._width, self._height, role="img", aria_label=escape(says), font_family=FONT
        )
        drawing.extend(self._parts)
        whole = drawing.as_svg(header="")
        return Drawn(whole[whole.index("<svg") :].strip(), self._width, self._height)
