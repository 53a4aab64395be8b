"""A survey for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired

from typing_extensions import TypedDict

from sanctcheck.report.json_text import json_text
from sanctcheck.report.survey.json_of_dossiers import JsonDossiers, dossiers
from sanctcheck.report.survey.json_of_lists import JsonLists, lists

if TYPE_CHECKING:
    from sanctcheck.report.survey.whole import Surveyed


class JsonSurvey(TypedDict):
    """The report."""

    format: Literal["survey/1"]
    as_of: str
    dossiers: NotRequired[JsonDossiers]
    """Where dossiers were surveyed."""
    lists: NotRequired[JsonLists]
    """Where lists were surveyed."""


def text(surveyed: Surveyed) -> str:
    """The survey as one object."""
    made: JsonSurvey = {"format": "survey/1", "as_of": surveyed.as_of.isoformat()}
    if surveyed.dossiers is not None:
        made["dossiers"] = dossiers(surveyed.dossiers)
    if surveyed.overlap is not None:
        made["lists"] = lists(surveyed.overlap, surveyed.state)
    return json_text(made, indent=1) + "\n"
