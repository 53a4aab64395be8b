"""Links for programs. Their form is `schemas/links.schema.json`, with a version of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict  # pydantic cannot read typing.TypedDict before Python 3.12

from sanctcheck import __version__
from sanctcheck.links.model import Content, Standing  # noqa: TC001 - pydantic reads these annotations at run time
from sanctcheck.report.json_text import json_text, pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sanctcheck.links.model import Answer, Asked, DossierLinks, LinkFinding

FORMAT: Literal["links/1"] = "links/1"


class JsonLink(TypedDict):
    """One address, and what came of asking it."""

    exhibit: str
    field: Literal["url", "archived"]
    pointer: str
    url: str
    standing: Standing
    status: int | None
    content: Content | None
    moved_to: str | None
    why: str | None
    kept: bool


class JsonLinkFinding(TypedDict):
    """Something that somebody should look after; lines and columns from one."""

    rule: str
    severity: Literal["error", "warning"]
    exhibit: str
    pointer: str
    line: int
    column: int
    message: str


class JsonDossierLinks(TypedDict):
    """One dossier."""

    file: str
    unread: str | None
    links: list[JsonLink]
    findings: list[JsonLinkFinding]
    protected: int


class JsonLinks(TypedDict):
    """Every dossier, in the order of the files."""

    format: Literal["links/1"]
    tool: str
    dossiers: list[JsonDossierLinks]


def text(dossiers: Sequence[DossierLinks]) -> str:
    """The dossiers as JSON."""
    made: JsonLinks = {
        "format": FORMAT,
        "tool": f"sanctcheck {__version__}",
        "dossiers": [_dossier(each) for each in dossiers],
    }
    return json_text(made, indent=1) + "\n"


def _dossier(each: DossierLinks) -> JsonDossierLinks:
    return {
        "file": each.file,
        "unread": each.unread or None,
        "links": [_link(asked, answer) for asked, answer in each.answers],
        "findings": [_finding(finding) for finding in each.findings],
        "protected": each.protected,
    }


def _link(asked: Asked, answer: Answer) -> JsonLink:
    return {
        "exhibit": asked.exhibit,
        "field": asked.field,
        "pointer": pointer(asked.path),
        "url": asked.url,
        "standing": answer.standing,
        "status": answer.status or None,
        "content": answer.content,
        "moved_to": answer.moved_to or None,
        "why": answer.why or None,
        "kept": answer.kept,
    }


def _finding(finding: LinkFinding) -> JsonLinkFinding:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "exhibit": finding.exhibit,
        "pointer": pointer(finding.path),
        "line": finding.place.line,
        "column": finding.place.column,
        "message": finding.message,
    }
