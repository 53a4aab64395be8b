"""A survey of dossiers for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from sanctcheck.survey.dossiers.distribution import Distribution
    from sanctcheck.survey.dossiers.survey import DossierSurvey
    from sanctcheck.survey.dossiers.unlike import Question


class JsonCount(TypedDict):
    """How many of one kind."""

    label: str
    number: int | None
    """Null where there are so few victims or witnesses that the number is not shown."""


class JsonDistribution(TypedDict):
    """What was counted."""

    id: str
    title: str
    of: str
    """What one counts."""
    counts: list[JsonCount]
    total: int | None
    """Null where it would tell what is not shown."""


class JsonQuality(TypedDict):
    """The evidence of the dossiers under one regime."""

    regime: str
    dossiers: int
    distributions: list[JsonDistribution]


class JsonDossier(TypedDict):
    """A dossier, by its file and id."""

    file: str
    id: str


class JsonSide(TypedDict):
    """Dossiers that were treated alike."""

    treated: str
    dossiers: list[JsonDossier]


class JsonQuestion(TypedDict):
    """A question that like cases raise; it is no finding."""

    regime: str
    conduct: str
    basis: str
    differs: str
    question: str
    sides: list[JsonSide]


class JsonLaw(TypedDict):
    """The law of one regime as it was used."""

    regime: str
    day: str
    last_verified: str
    files: dict[str, str]
    """The SHA-256 of each file."""


class JsonDossiers(TypedDict):
    """Many dossiers at once."""

    dossiers: int
    shown: list[str]
    """The levels of handling that the survey may speak of."""
    unread: list[str]
    withheld_allegations: int
    contents: list[JsonDistribution]
    times: list[JsonDistribution]
    quality: list[JsonQuality]
    questions: list[JsonQuestion]
    laws: list[JsonLaw]


def dossiers(survey: DossierSurvey) -> JsonDossiers:
    """The survey as plain data."""
    return {
        "dossiers": survey.dossiers,
        "shown": list(survey.shown),
        "unread": list(survey.unread),
        "withheld_allegations": survey.withheld_allegations,
        "contents": [_distribution(each) for each in survey.contents],
        "times": [_distribution(each) for each in survey.times],
        "quality": [
            {
                "regime": each.regime,
                "dossiers": each.dossiers,
                "distributions": [_distribution(found) for found in each.distributions],
            }
            for each in survey.quality
        ],
        "questions": [_question(each) for each in survey.questions],
        "laws": [
            {
                "regime": law.regime,
                "day": law.day.isoformat(),
                "last_verified": law.last_verified,
                "files": dict(law.files),
            }
            for law in survey.laws
        ],
    }


def _distribution(each: Distribution) -> JsonDistribution:
    return {
        "id": each.id,
        "title": each.title,
        "of": each.of,
        "counts": [{"label": label, "number": number} for label, number in each.items],
        "total": each.total,
    }


def _question(each: Question) -> JsonQuestion:
    return {
        "regime": each.regime,
        "conduct": each.conduct,
        "basis": each.basis,
        "differs": each.differs,
        "question": each.asked,
        "sides": [
            {"treated": side.treated, "dossiers": [{"file": file, "id": id_} for file, id_ in side.dossiers]}
            for side in each.sides
        ],
    }
