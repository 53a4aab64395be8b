"""What a log of CI may show: often everybody can read it, and it stays. Matches of people belong into a file."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from sanctcheck.report.base import Form
from sanctcheck.report.screening.counted import HINT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sanctcheck.cli.outputs import Output
    from sanctcheck.record import FileRecord, Finding
    from sanctcheck.tally import Tally

_OF_PEOPLE = frozenset({"terminal", "github"})
"""The forms that are made for a log."""


def names_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--names`: names in a log of CI too."""
    return click.option(
        "--names",
        "shows_names",
        is_flag=True,
        help="Show whom the lists name also in the log of a CI; else there are counts alone, and names in files.",
    )(function)


def is_public(*, shows_names: bool) -> bool:
    """Whether standard output is the log of a CI, and nobody has asked for names there."""
    return bool(os.environ.get("CI")) and not shows_names


def goes_to_a_log(output: Output) -> bool:
    """Whether a report is one for a log, and goes there."""
    return output.file is None and output.form in _OF_PEOPLE


class WithoutMatches(Form):
    """A form in which nothing tells whom the lists name."""

    def __init__(self, form: Form) -> None:
        super().__init__(form.run)
        self._form = form

    def opening(self) -> str:
        """As the form has it."""
        return self._form.opening()

    def dossier(self, record: FileRecord) -> str:
        """One file, without names of the lists."""
        return self._form.dossier(_without(record))

    def closing(self, tally: Tally) -> str:
        """As the form has it."""
        return self._form.closing(tally)


def _without(record: FileRecord) -> FileRecord:
    return replace(record, findings=tuple(_unnamed(finding) for finding in record.findings))


def _unnamed(finding: Finding) -> Finding:
    from sanctcheck.screen.dossier.note import STANDARD  # noqa: PLC0415 - only where lists were asked

    if finding.rule not in STANDARD:
        return finding
    return replace(finding, message=HINT, excerpt=None, related=())
