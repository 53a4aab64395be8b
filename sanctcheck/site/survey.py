"""The survey as a page of the site: of its dossiers, and of the published lists where lists were given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sanctcheck.portrait.coding import portrait_from_bytes
from sanctcheck.portrait.visibility import LEVELS
from sanctcheck.record import FileRecord
from sanctcheck.report.survey.html import content_of
from sanctcheck.report.survey.whole import Surveyed, report_of
from sanctcheck.site.shell import SURVEY, SURVEYED
from sanctcheck.survey.dossiers.survey import survey_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sanctcheck.portrait.model import Level
    from sanctcheck.report.survey.sections import Report, Section
    from sanctcheck.site.dossiers import Piece
    from sanctcheck.site.shell import Shell
    from sanctcheck.survey.dossiers.survey import DossierSurvey
    from sanctcheck.survey.lists.model import Overlap

_MOST_BYTES = 280_000
_ROWS = (2_000, 1_000, 500, 200, 100, 50, 20, 5)
"""Rows of a long table that are tried, until the page is small enough; `sanctcheck survey` writes all of them."""


def dossiers_surveyed(pieces: Iterable[Piece], shell: Shell, shown: frozenset[Level]) -> DossierSurvey:
    """The survey of the dossiers of the site, which it calls by their ids."""
    portraits = ((FileRecord(piece.id), portrait_from_bytes(piece.portrait)) for piece in pieces)
    return survey_of(portraits, shell.as_of, [level for level in LEVELS if level in shown])


def page(shell: Shell, dossiers: DossierSurvey | None, overlap: Overlap | None) -> tuple[str, str]:
    """The page, with as many rows of its long tables as it may hold."""
    whole = report_of(Surveyed(shell.as_of, dossiers, overlap))
    for rows in _ROWS:
        report = _bounded(whole, rows)
        text = shell.page(
            "survey.html",
            SURVEY.file,
            look=SURVEYED,
            title=report.title,
            survey=content_of(report, rows),
            has_lists=overlap is not None,
        )
        if len(text) <= _MOST_BYTES:
            break
    return SURVEY.file, text


def _bounded(report: Report, rows: int) -> Report:
    """The survey with so many questions at most."""
    return replace(report, sections=tuple(_bounded_section(each, rows) for each in report.sections))


def _bounded_section(section: Section, rows: int) -> Section:
    left_out = len(section.blocks) - rows
    more = (f"And {left_out} more, which `sanctcheck survey` shows.",) if left_out > 0 else ()
    return replace(section, blocks=section.blocks[:rows], points=(*section.points, *more))
