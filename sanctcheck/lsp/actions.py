"""Quick fixes: a missing block put in, a word that was nearly right, a gap accepted with a reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from sanctcheck.lsp.diagnostics import code_of, diagnostics, lacking, range_at
from sanctcheck.mending.fixes import acceptance, fixes
from sanctcheck.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sanctcheck.law.load import Law
    from sanctcheck.lsp.analysis import Analysis
    from sanctcheck.lsp.texts import OpenText
    from sanctcheck.mending.fixes import Fix
    from sanctcheck.record import Finding

_MEANT = re.compile("Did you mean “([^”]+)”")
_CHANGED_BY_NAME = frozenset(
    {"unknown-field", "wrong-value", "unknown-regime", "unknown-id", "unknown-reference"}
)
_MOST = 50
"""Findings in a selection for which something is offered: an editor asks for the whole file too."""


def actions(
    analysis: Analysis, opened: OpenText, selected: types.Range, law: Law, day: date
) -> list[types.CodeAction]:
    """What can be done about the findings on a stretch of the text."""
    shown = zip(lacking(analysis), diagnostics(analysis, opened), strict=True)
    touched = [(finding, said) for finding, said in shown if _touches(said.range, selected)][:_MOST]
    return [
        action for finding, said in touched for action in _about(analysis, opened, finding, said, law, day)
    ]


def _touches(one: types.Range, other: types.Range) -> bool:
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def _about(
    analysis: Analysis, opened: OpenText, finding: Finding, said: types.Diagnostic, law: Law, day: date
) -> Iterator[types.CodeAction]:
    meant = _MEANT.search(finding.message)
    if meant and finding.rule in _CHANGED_BY_NAME:
        edit = types.TextEdit(range_at(finding.place, opened), meant.group(1))
        yield _action(f"Change to “{meant.group(1)}”", edit, opened, said, is_preferred=True)
    for number, fix in enumerate(fixes(analysis.document, finding, law, day)):
        title = f"{fix.title} ({shorten(code_of(finding))})"
        yield _action(title, _inserting(fix, opened), opened, said, is_preferred=number == 0)
    accepting = acceptance(analysis.document, finding, day) if finding.settled is None else None
    if accepting is not None:
        title = f"{accepting.title} ({shorten(code_of(finding))})"
        yield _action(title, _inserting(accepting, opened), opened, said, is_preferred=False)


def _inserting(fix: Fix, opened: OpenText) -> types.TextEdit:
    made = fix.insertion
    at = types.Position(made.line, opened.column(made.line, made.character))
    return types.TextEdit(types.Range(at, at), made.text)


def _action(
    title: str, edit: types.TextEdit, opened: OpenText, said: types.Diagnostic, *, is_preferred: bool
) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[said],
        is_preferred=is_preferred,
        edit=types.WorkspaceEdit(changes={opened.uri: [edit]}),
    )
