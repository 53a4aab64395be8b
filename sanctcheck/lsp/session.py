"""One editor's session: the texts that are open, and what is known of each. It knows nothing of how the two speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lsprotocol import types

from sanctcheck.dossier.telling import is_dossier
from sanctcheck.lsp.actions import actions
from sanctcheck.lsp.analysis import Analysis, Analyst, path_at, path_of, with_findings_on_files
from sanctcheck.lsp.completion import Known, completions
from sanctcheck.lsp.cursor import cursor_at
from sanctcheck.lsp.diagnostics import diagnostics, range_at
from sanctcheck.lsp.hover import hover
from sanctcheck.lsp.references import definition, uses
from sanctcheck.lsp.settings import Settings
from sanctcheck.lsp.surroundings import Surroundings, surroundings
from sanctcheck.lsp.texts import OpenText

if TYPE_CHECKING:
    from sanctcheck.law.load import Law
    from sanctcheck.reading.document import Path_


@dataclass(slots=True)
class _Kept:
    """A text, and the last analyses of it: of this very text, of one that could be read, with a look at files.

    What surrounds it is looked up when it is opened or saved, or the settings change.
    """

    opened: OpenText
    around: Surroundings | None = None
    analysis: Analysis | None = None
    last_read: Analysis | None = None
    with_files: Analysis | None = None


@dataclass(slots=True)
class Session:
    """What is open, under which settings."""

    law: Law
    settings: Settings = field(default_factory=Settings)
    encoding: str = "utf-16"
    _texts: dict[str, _Kept] = field(default_factory=dict)
    _analyst: Analyst | None = None

    @property
    def uris(self) -> tuple[str, ...]:
        """What is open."""
        return tuple(self._texts)

    def open(self, uri: str, text: str, version: int | None) -> None:
        """Takes up a text."""
        self._texts[uri] = _Kept(OpenText(uri, text, version, self.encoding))

    def close(self, uri: str) -> None:
        """Lets a text go."""
        self._texts.pop(uri, None)

    def change(
        self, uri: str, changes: list[types.TextDocumentContentChangeEvent], version: int | None
    ) -> None:
        """Follows what was typed."""
        kept = self._texts.get(uri)
        if kept is None:
            return
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = change.range.start, change.range.end
                kept.opened.replace((start.line, start.character), (end.line, end.character), change.text)
            else:
                kept.opened.set(change.text)
        kept.opened.version = version
        kept.analysis = None

    def forget(self) -> None:
        """Lets go of what is known, because the settings have changed."""
        for kept in self._texts.values():
            kept.analysis = kept.around = None

    def version(self, uri: str) -> int | None:
        """The version of a text."""
        kept = self._texts.get(uri)
        return kept.opened.version if kept else None

    def look_at_files(self, uri: str) -> None:
        """Checks a text with the files of its exhibits, as when it is opened or saved."""
        kept = self._texts.get(uri)
        if kept is not None and is_dossier(kept.opened.text):
            kept.around = None
            kept.with_files = kept.analysis = self._check(kept, with_files=True)

    def _known(self, uri: str) -> _Kept | None:
        """A text that is a dossier, with its analysis."""
        kept = self._texts.get(uri)
        if kept is None or not is_dossier(kept.opened.text):
            return None
        if kept.analysis is None:
            analysis = self._check(kept, with_files=False)
            kept.analysis = (
                with_findings_on_files(analysis, kept.with_files) if kept.with_files is not None else analysis
            )
        return kept

    def _check(self, kept: _Kept, *, with_files: bool) -> Analysis:
        if self._analyst is None:
            self._analyst = Analyst(self.law)
        if kept.around is None:
            path = path_of(kept.opened.uri)
            kept.around = surroundings(path, self.settings, self.law, self.settings.today)
        analysis = self._analyst.check(kept.opened, kept.around, with_files=with_files)
        if analysis.is_read:
            kept.last_read = analysis
        return analysis

    def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """What is lacking in a text; nothing in one that is no dossier."""
        kept = self._known(uri)
        return diagnostics(kept.analysis, kept.opened) if kept and kept.analysis else []

    def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """What is said of what the pointer is on."""
        kept = self._known(uri)
        if kept is None or kept.analysis is None:
            return None
        return hover(kept.analysis, kept.opened, position, self.law, self.settings.day)

    def completions(self, uri: str, position: types.Position) -> list[types.CompletionItem]:
        """What can be written at a position."""
        kept = self._texts.get(uri)
        if kept is None or not is_dossier(kept.opened.text):
            return []
        opened = kept.opened
        cursor = cursor_at(opened.text, opened.offset(position.line, position.character))
        if cursor is None:
            return []
        value = kept.last_read.document.value if kept.last_read else None
        is_json = opened.text.lstrip()[:1] == "{"
        return completions(cursor, Known(self.law, self.settings.day, value, is_json))

    def actions(self, uri: str, selected: types.Range) -> list[types.CodeAction]:
        """What can be done about the findings on a stretch."""
        kept = self._known(uri)
        if kept is None or kept.analysis is None:
            return []
        return actions(kept.analysis, kept.opened, selected, self.law, self.settings.day)

    def definition(self, uri: str, position: types.Position) -> types.Location | None:
        """Where the part stands that is named at a position."""
        found = self._path(uri, position)
        if found is None:
            return None
        kept, analysis, path = found
        target = definition(analysis.document.value, path)
        return self._location(kept, analysis, (*target, "id")) if target else None

    def references(
        self, uri: str, position: types.Position, *, with_declaration: bool
    ) -> list[types.Location]:
        """Where the part is named that stands, or is named, at a position."""
        found = self._path(uri, position)
        if found is None:
            return []
        kept, analysis, path = found
        target = definition(analysis.document.value, path)
        if target is None and path[-1:] == ("id",):
            target = path[:-1]
        if not target:
            return []
        places = [(*target, "id")] if with_declaration else []
        return [
            self._location(kept, analysis, each) for each in (*places, *uses(analysis.document.value, target))
        ]

    def _path(self, uri: str, position: types.Position) -> tuple[_Kept, Analysis, Path_] | None:
        kept = self._known(uri)
        if kept is None or kept.analysis is None or not kept.analysis.is_read:
            return None
        character = kept.opened.character(position.line, position.character)
        path, _ = path_at(kept.analysis.document.tree, position.line, character)
        return kept, kept.analysis, path

    def _location(self, kept: _Kept, analysis: Analysis, path: Path_) -> types.Location:
        return types.Location(kept.opened.uri, range_at(analysis.document.place(path), kept.opened))
