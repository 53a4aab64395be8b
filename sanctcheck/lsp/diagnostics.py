"""Findings as an editor shows them: at their place, in its units, with what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.lsp.analysis import Analysis
    from sanctcheck.lsp.texts import OpenText
    from sanctcheck.reading.document import Place
    from sanctcheck.record import Finding

SOURCE = "sanctcheck"
_SEVERITY = {"error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning}


def diagnostics(analysis: Analysis, opened: OpenText) -> list[types.Diagnostic]:
    """Everything that is lacking, in the order of the report; what was settled is shown as a hint."""
    return [_diagnostic(finding, opened) for finding in lacking(analysis)]


def lacking(analysis: Analysis) -> Iterator[Finding]:
    """The findings of something that is lacking."""
    return (finding for finding in analysis.record.findings if finding.severity is not None)


def code_of(finding: Finding) -> str:
    """The name that `sanctcheck explain` takes."""
    return f"{finding.regime}:{finding.rule}" if finding.regime else finding.rule


def _diagnostic(finding: Finding, opened: OpenText) -> types.Diagnostic:
    severity = types.DiagnosticSeverity.Hint if finding.settled else _SEVERITY[finding.severity or "error"]
    return types.Diagnostic(
        range=range_of(finding, opened),
        message=_message(finding),
        severity=severity,
        code=code_of(finding),
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(opened.uri, range_at(related.place, opened)),
                visible(related.words or "relied on"),
            )
            for related in finding.related
        ],
        data=finding.fingerprint or None,
    )


def _message(finding: Finding) -> str:
    lines = [finding.message]
    if finding.settled is not None:
        lines.insert(
            0,
            f"{finding.settled.how.capitalize()}: {(finding.settled.reason or 'known before').rstrip('.')}.",
        )
    if finding.provisions:
        lines.append(f"Asked for by {finding.provisions[0]}.")
    if finding.remedy:
        lines.append(" ".join(finding.remedy.split()))
    return "\n".join(visible(line) for line in lines)


def range_of(finding: Finding, opened: OpenText) -> types.Range:
    """Where a finding is shown. What the dossier as a whole lacks is shown at its first line."""
    if not finding.pointer and finding.outcome is not None:
        return first_line(opened)
    return range_at(finding.place, opened)


def first_line(opened: OpenText) -> types.Range:
    """The first line that says something."""
    lines = range(opened.last_line + 1)
    number = next((n for n in lines if opened.line(n).strip() and opened.line(n).lstrip()[:1] != "#"), 0)
    return types.Range(
        types.Position(number, 0), types.Position(number, opened.column(number, len(opened.line(number))))
    )


def range_at(place: Place, opened: OpenText) -> types.Range:
    """A place in the editor's units; of a stretch of several lines the first alone, so that no page is underlined."""
    line = min(place.line - 1, opened.last_line)
    end = place.end_column - 1 if place.end_line == place.line else len(opened.line(line))
    start = types.Position(line, opened.column(line, place.column - 1))
    return types.Range(start, types.Position(line, max(start.character, opened.column(line, end))))
