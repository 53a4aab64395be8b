"""A survey as one HTML page, for a reader and for print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sanctcheck import __version__
from sanctcheck.report.html.page import page
from sanctcheck.report.survey.pictures import pictures_of
from sanctcheck.report.survey.words import SHORT

if TYPE_CHECKING:
    from sanctcheck.report.survey.sections import Report

ROWS = 2_000
"""So many rows of a long table are on the page."""
STYLES, SCRIPT = ("survey.css",), "survey.js"
"""What a page that shows `survey_parts.html` needs beside the styles of every page."""


def text(report: Report, rows: int = ROWS) -> str:
    """The survey as a page of its own."""
    return page(
        "survey.html",
        styles=STYLES,
        script=SCRIPT,
        version=__version__,
        title=report.title,
        survey=content_of(report, rows),
    )


def content_of(report: Report, rows: int = ROWS) -> dict[str, Any]:
    """What `survey_parts.html` speaks of, for any page that shows a survey."""
    return {"report": report, "pictures": pictures_of(report), "rows": rows, "states": sorted(SHORT.values())}
