"""A picture as an image, for what takes no SVG."""

from __future__ import annotations

from sanctcheck.report.dossier.pdf import FAMILY, typesetter
from sanctcheck.report.pictures.canvas import FONT

_SHARP = 200
_PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.at("svg")), format: "svg")
"""


def png(svg: str) -> bytes:
    """The picture as PNG, sharp enough for print.

    Raises:
        UsageError: what draws it is not installed.
    """
    made: bytes = typesetter().compile(
        _PAGE,
        format="png",
        ppi=_SHARP,
        sys_inputs={"svg": svg.replace(FONT, f"{FAMILY}, DejaVu Sans Mono")},
        ignore_system_fonts=False,
    )
    return made
