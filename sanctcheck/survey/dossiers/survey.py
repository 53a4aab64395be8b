"""The survey of dossiers: from records and portraits to distributions and questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sanctcheck.survey.dossiers.case import case_of
from sanctcheck.survey.dossiers.contents import contents
from sanctcheck.survey.dossiers.quality import quality
from sanctcheck.survey.dossiers.times import times
from sanctcheck.survey.dossiers.unlike import questions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sanctcheck.portrait.model import LawUsed, Level, Portrait
    from sanctcheck.record import FileRecord
    from sanctcheck.survey.dossiers.case import Case
    from sanctcheck.survey.dossiers.distribution import Distribution
    from sanctcheck.survey.dossiers.quality import Quality
    from sanctcheck.survey.dossiers.unlike import Question


@dataclass(frozen=True, slots=True)
class DossierSurvey:
    """Many dossiers at once.

    Attributes:
        shown: the levels of handling that it may speak of.
        dossiers: how many it is made of.
        unread: files that could not be read as a dossier, and are no part of it.
        withheld_allegations: allegations whose level its readers may not see, and which are not counted.
        laws: the law that was used, each version once.
    """

    as_of: date
    shown: tuple[Level, ...]
    dossiers: int
    unread: tuple[str, ...]
    withheld_allegations: int
    contents: tuple[Distribution, ...]
    times: tuple[Distribution, ...]
    quality: tuple[Quality, ...]
    questions: tuple[Question, ...]
    laws: tuple[LawUsed, ...]


def survey_of(
    portraits: Iterable[tuple[FileRecord, Portrait | None]], as_of: date, shown: Iterable[Level]
) -> DossierSurvey:
    """Records with their portraits, surveyed; none of them is kept longer than it takes to count it."""
    cases: list[Case] = []
    unread: list[str] = []
    laws: dict[tuple[str, date], LawUsed] = {}
    for record, portrait in portraits:
        if portrait is None:
            unread.append(record.file)
            continue
        cases.append(case_of(portrait, record.file))
        laws.update(((law.regime, law.day), law) for law in portrait.laws)
    return DossierSurvey(
        as_of=as_of,
        shown=tuple(shown),
        dossiers=len(cases),
        unread=tuple(sorted(unread)),
        withheld_allegations=sum(case.withheld_allegations for case in cases),
        contents=tuple(contents(cases)),
        times=tuple(times(cases)),
        quality=tuple(quality(cases)),
        questions=tuple(questions(cases)),
        laws=tuple(laws[key] for key in sorted(laws)),
    )
