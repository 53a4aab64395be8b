"""A dossier that was held against the lists, for a terminal: what follows, then the hits behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.screening.terminal import of_one
from sanctcheck.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.reading.document import Document
    from sanctcheck.report.view import View
    from sanctcheck.screen.dossier.meeting import Meeting
    from sanctcheck.screen.dossier.note import Note
    from sanctcheck.screen.screening import Screened


def of_dossier(
    meeting: Meeting, document: Document, found: Iterable[Screened], view: View, *, explain: bool
) -> Iterator[str]:
    """The notes, then everybody who was looked for."""
    yield view.paint(f"Dossier {visible(document.name)}", "strong") + "\n"
    for note in meeting.notes:
        yield "\n"
        yield from _note(note, document, view)
    if not meeting.notes:
        yield view.wrapped("The lists say nothing that bears on it.", "  ")
    if meeting.protected:
        yield view.wrapped(f"Protected, and so not looked for: {meeting.protected}.", "\n  ", "  ")
    for each, screened in zip(meeting.met, found, strict=True):
        yield "\n" + view.paint(f"{each.named.role.capitalize()}: ", "dim")
        yield from of_one(screened, view, explain=explain)


def _note(note: Note, document: Document, view: View) -> Iterator[str]:
    word = note.severity or "note"
    yield f"  {view.paint(f'{word:<7}', word) if note.severity else f'{word:<7}'}  {note.rule}\n"
    yield view.wrapped(note.message, "           ")
    place = document.place(note.path)
    yield view.wrapped(f"{document.name}:{place.line}:{place.column}", "      at   ")
    yield view.wrapped(f"{note.standard} (sanctcheck explain {note.standard})", "      asks ")
    if note.remedy:
        yield view.wrapped(note.remedy, "      do   ")
