"""The forms of the report on dossiers: one form, one file in this folder, and all of them in the list below.

A form is a class `Form` that takes the run, and then one record after the other, and gives text (see `base`). Nothing but
this list knows which forms there are.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctcheck.report.base import Form, Run


@dataclass(frozen=True, slots=True)
class Format:
    """One form: its module in this folder, and what it is for."""

    module: str
    words: str


FORMATS = {
    "terminal": Format("terminal", "to be read by people"),
    "json": Format("json_document", "everything, as one document with a schema"),
    "jsonl": Format("json_lines", "the same, a line a dossier"),
    "sarif": Format("sarif", "SARIF 2.1.0, for code scanning and editors"),
    "github": Format("github", "annotations of GitHub Actions"),
    "gitlab": Format("gitlab", "GitLab's code quality report"),
    "junit": Format("junit", "JUnit XML, a test a criterion"),
    "markdown": Format("markdown", "for a comment or a job summary"),
    "csv": Format("csv_table", "a table, a row a finding"),
}
"""In the order in which the help names them."""


def form(name: str, run: Run) -> Form:
    """A form by its name, ready for one run."""
    module = importlib.import_module(f"{__name__}.{FORMATS[name].module}")
    made: Form = module.Form(run)
    return made
