"""The JSON Schemas of the formats, generated from the models. `make schemas` writes them to `schemas/`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from sanctcheck.dossier.meanings import MEANINGS
from sanctcheck.reading.model import json_schema
from sanctcheck.reading.shape import PATTERN_REMEDY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

_REPORTS = {
    "settings": 1, "assessment": 3, "assessment-line": 3, "comparison": 1, "deadlines": 1, "portability": 1,
    "difference": 1, "screening": 1, "survey": 1, "links": 1,
}  # fmt: skip
"""Reports that programs read, each with its version."""
NAMES = ("dossier", "criteria", "shared", "standards", "decisions", "configuration", "baseline", *_REPORTS)
"""What `sanctcheck schema` can print."""


def schema(name: str) -> Mapping[str, Any]:
    """One schema, made now from its model.

    Raises:
        KeyError: there is no such schema.
    """
    if name in _REPORTS:
        return _of_report(name)
    from sanctcheck.config.model import ConfigurationFile  # noqa: PLC0415 - each model is built only where it is asked for
    from sanctcheck.dossier.model import Dossier  # noqa: PLC0415
    from sanctcheck.law.model import Regime, Shared, Standards  # noqa: PLC0415
    from sanctcheck.settling.baseline_file import BaselineFile  # noqa: PLC0415

    if name == "decisions":
        from sanctcheck.screen.decisions import DecisionsFile  # noqa: PLC0415

        title = "Judgments of people on the hits of a screening"
        return json_schema(DecisionsFile, identifier="urn:sanctcheck:decisions:1", title=title)
    kinds: dict[str, tuple[type[BaseModel], str]] = {
        "dossier": (Dossier, "A sanctions designation dossier"),
        "criteria": (Regime, "The criteria of a sanctions regime"),
        "shared": (Shared, "The law that several sanctions regimes share"),
        "standards": (Standards, "The standards that regimes share"),
        "configuration": (
            ConfigurationFile,
            "The configuration of a repository of dossiers, sanctcheck.toml",
        ),
        "baseline": (BaselineFile, "Findings that were there when a baseline was taken"),
    }
    model, title = kinds[name]
    made = json_schema(model, identifier=f"urn:sanctcheck:{name}:1", title=title)
    if name == "dossier":
        _explain_words(made)
    return made


def _explain_words(made: dict[str, Any]) -> None:
    """Says beside each list of words what they mean, and beside each pattern what to write: editors show both.

    These are words of editors' own (VS Code's and yaml-language-server's); validators pass them over.
    """
    for name, part in {"Dossier": made, **made["$defs"]}.items():
        for field, described in part["properties"].items():
            words = described.get("enum")
            if words:
                meanings = MEANINGS[f"{name}.{field}"]
                described["enumDescriptions"] = [meanings[word] for word in words]
            for value in (described, described.get("items", {})):
                if "pattern" in value:
                    value["patternErrorMessage"] = f"{PATTERN_REMEDY[value['pattern']]}."


def _of_report(name: str) -> Mapping[str, Any]:
    """The schema of a report that programs read."""
    from sanctcheck.report.compare.json_table import JsonComparison  # noqa: PLC0415
    from sanctcheck.report.deadlines.json_list import JsonDeadlines  # noqa: PLC0415
    from sanctcheck.report.difference.json_document import JsonComparisonOfVersions  # noqa: PLC0415
    from sanctcheck.report.json_report import JsonLine, JsonReport  # noqa: PLC0415
    from sanctcheck.report.links.json_form import JsonLinks  # noqa: PLC0415
    from sanctcheck.report.portability.json_matrix import JsonPortability  # noqa: PLC0415
    from sanctcheck.report.screening.json_form import JsonScreening  # noqa: PLC0415
    from sanctcheck.report.settings import JsonSettings  # noqa: PLC0415
    from sanctcheck.report.survey.json_form import JsonSurvey  # noqa: PLC0415

    kinds: dict[str, tuple[Any, str]] = {
        "settings": (JsonSettings, "What is in force for a path, and whence"),
        "assessment": (JsonReport, "A report of sanctcheck"),
        "assessment-line": (JsonLine, "A line of a report of sanctcheck, about one dossier"),
        "comparison": (JsonComparison, "A comparison of sanctions regimes"),
        "portability": (JsonPortability, "One dossier under every sanctions regime"),
        "screening": (JsonScreening, "Names held against the published lists"),
        "survey": (JsonSurvey, "A survey of dossiers, or of the published lists"),
        "links": (JsonLinks, "Whether the addresses of exhibits still answer"),
        "difference": (JsonComparisonOfVersions, "Two versions of dossiers, compared"),
        "deadlines": (JsonDeadlines, "Days that the law sets for dossiers"),
    }
    kind, title = kinds[name]
    made = TypeAdapter(kind).json_schema()
    for part in (made, *made["$defs"].values()):
        part.pop("title", None)
        part["additionalProperties"] = False
        for field in part["properties"].values():
            field.pop("title", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:sanctcheck:{name}:{_REPORTS[name]}",
        "title": title,
        **made,
    }


def file_name(name: str) -> str:
    """The file that holds a schema."""
    return f"{name}.schema.json"


def written(name: str) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema(name), indent=1, ensure_ascii=False) + "\n"


def write(folder: Path) -> None:
    """Writes every schema into a folder."""
    for name in NAMES:
        (folder / file_name(name)).write_text(written(name), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
