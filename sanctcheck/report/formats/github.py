"""Annotations of GitHub Actions: commands that the runner reads from standard output.

GitHub shows ten errors, ten warnings and ten notices of one step; all of them stand in its log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report import base
from sanctcheck.report.listed import count, excluded_words, in_full, lacking, last_line, rule_id
from sanctcheck.report.location import relative_path
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.record import FileRecord, Finding
    from sanctcheck.tally import Tally

_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_TEXT, ":": "%3A", ",": "%2C"}


class Form(base.Form):
    """A command a finding: an error, a warning, or a notice where somebody has settled it."""

    def dossier(self, record: FileRecord) -> str:
        """The commands for one dossier, by line."""
        path = relative_path(record.file, self.run.root)
        failed = (error for under in record.under for error in under.internal_errors)
        return "".join(
            [
                *(_command(finding, path) for finding in lacking(record)),
                *(
                    f"::error file={_encoded(path, _IN_PROPERTY)}::The check {each.check} failed ({each.error}). This is a "
                    "mistake in sanctcheck: please report it.\n"
                    for each in failed
                ),
            ]
        )

    def closing(self, tally: Tally) -> str:
        """A line of the log: the runner takes it for no command."""
        if self.run.quiet:
            return ""
        errors, warnings = (count(tally.severities[each], each) for each in ("error", "warning"))
        settled = f", {tally.settled.total():,} settled" if tally.settled.total() else ""
        head = f"sanctcheck: {errors}, {warnings}{settled} in {count(tally.dossiers, 'dossier')}.\n"
        return head + "".join(f"sanctcheck: {_encoded(words, _IN_TEXT)}\n" for words in excluded_words(tally))


def _command(finding: Finding, path: str) -> str:
    kind = "notice" if finding.settled else finding.severity
    properties = ",".join(
        f"{name}={_encoded(value, _IN_PROPERTY)}" for name, value in _properties(finding, path)
    )
    return f"::{kind} {properties}::{_encoded(in_full(finding), _IN_TEXT)}\n"


def _properties(finding: Finding, path: str) -> Iterator[tuple[str, str]]:
    place = finding.place
    yield "file", path
    yield "line", str(place.line)
    last = last_line(finding)
    # GitHub takes columns only where the finding stands on one line.
    if last > place.line:
        yield "endLine", str(last)
    elif place.end_line == place.line:
        yield "col", str(place.column)
        yield "endColumn", str(place.end_column)
    yield "title", rule_id(finding)


def _encoded(text: str, table: dict[str, str]) -> str:
    """Text from outside that can neither end its line, nor its property, nor the command."""
    return "".join(table.get(character, character) for character in visible(text))
