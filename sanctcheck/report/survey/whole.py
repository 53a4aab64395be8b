"""A survey as a whole: of dossiers, of lists, or of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck import __version__
from sanctcheck.report.survey.sections import Report

if TYPE_CHECKING:
    from datetime import date

    from sanctcheck.report.survey.sections import Section
    from sanctcheck.survey.dossiers.survey import DossierSurvey
    from sanctcheck.survey.lists.model import Overlap


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What was surveyed.

    Attributes:
        state: the state whose gaps are asked after; None for all.
    """

    as_of: date
    dossiers: DossierSurvey | None = None
    overlap: Overlap | None = None
    state: str | None = None


def report_of(surveyed: Surveyed) -> Report:
    """The report that every form for people is made from."""
    every: list[Section] = []
    if surveyed.dossiers is not None:
        from sanctcheck.report.survey import of_dossiers  # noqa: PLC0415 - only what was surveyed

        every += of_dossiers.sections(surveyed.dossiers)
    if surveyed.overlap is not None:
        from sanctcheck.report.survey import of_lists  # noqa: PLC0415

        every += of_lists.sections(surveyed.overlap, surveyed.state)
    return Report(_title(surveyed), (_lead(surveyed),), tuple(every))


def _title(surveyed: Surveyed) -> str:
    if surveyed.overlap is None:
        return "Survey of dossiers"
    return "Survey of the lists" if surveyed.dossiers is None else "Survey of dossiers and lists"


def _lead(surveyed: Surveyed) -> str:
    made = f"As of {surveyed.as_of}, with sanctcheck {__version__}. It counts and asks; it ranks nobody and decides nothing."
    if surveyed.overlap is None:
        return made
    return f"{made} Public lists contain errors: an entry says nothing of anybody's present status."
