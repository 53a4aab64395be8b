"""GitLab's code quality report. What somebody has settled stands in it as `info`, with who settled it first."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict

from sanctcheck.report import base
from sanctcheck.report.json_text import json_text
from sanctcheck.report.listed import fingerprinted, in_full, last_line, rule_id
from sanctcheck.report.location import relative_path
from sanctcheck.text import visible

if TYPE_CHECKING:
    from sanctcheck.record import FileRecord, Finding
    from sanctcheck.tally import Tally


class Lines(TypedDict):
    """The first line of what is meant, and the last."""

    begin: int
    end: int


class Location(TypedDict):
    """Where it is, from the top of the repository."""

    path: str
    lines: Lines


class Degradation(TypedDict):
    """One finding, as GitLab reads it."""

    description: str
    check_name: str
    fingerprint: str
    severity: Literal["info", "minor", "major"]
    location: Location


class Form(base.Form):
    """One array; a line a finding."""

    _is_first = True

    def opening(self) -> str:
        """The beginning of the array."""
        return "["

    def dossier(self, record: FileRecord) -> str:
        """The findings of one dossier, by line."""
        path = relative_path(record.file, self.run.root)
        return "".join(self._line(_degradation(each, mark, path)) for each, mark in fingerprinted(record))

    def _line(self, made: Degradation) -> str:
        before = "\n" if self._is_first else ",\n"
        self._is_first = False
        return before + json_text(made)

    def closing(self, tally: Tally) -> str:
        """The end of the array."""
        del tally
        return "\n]\n"


def _degradation(finding: Finding, fingerprint: str, path: str) -> Degradation:
    # Of two copies of a dossier GitLab would keep the findings of one: the path tells them apart.
    mark = hashlib.sha256(f"{path}\0{fingerprint}".encode()).hexdigest()[:32]
    return {
        "description": visible(in_full(finding)),
        "check_name": rule_id(finding),
        "fingerprint": mark,
        "severity": "info" if finding.settled else "major" if finding.severity == "error" else "minor",
        "location": {
            "path": path,
            "lines": {"begin": finding.place.line, "end": last_line(finding)},
        },
    }
