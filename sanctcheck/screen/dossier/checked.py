"""Checked dossiers held against the lists, between the assessment and the report: what the lists say becomes findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.reading.document import Flaw
from sanctcheck.screen.dossier.meeting import meet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sanctcheck.reading.document import Document
    from sanctcheck.screen.corpus import Corpus
    from sanctcheck.screen.decisions import Decisions
    from sanctcheck.screen.dossier.meeting import Meeting
    from sanctcheck.screen.dossier.note import Note
    from sanctcheck.screen.screening import Wanted
    from sanctcheck.validation import Validated


def held_against(
    checked: Iterable[Validated | None], corpus: Corpus, wanted: Wanted, decisions: Decisions | None = None
) -> Iterator[Validated | None]:
    """The same files, one after the other, each with what the lists say among its flaws."""
    for validated in checked:
        if validated is not None:
            met_in_lists(validated, corpus, wanted, decisions)
        yield validated


def met_in_lists(
    validated: Validated, corpus: Corpus, wanted: Wanted, decisions: Decisions | None = None
) -> Meeting | None:
    """What the lists hold near those whom a dossier names, once it is among the flaws of its file."""
    if validated.dossier is None:
        return None
    document = validated.document
    meeting = meet(validated.dossier, document.value, corpus, wanted, decisions)
    document.flaws.extend(_flaws(meeting.notes, document))
    return meeting


def _flaws(notes: Iterable[Note], document: Document) -> Iterator[Flaw]:
    """What is only worth knowing is shown by `sanctcheck screen`."""
    for note in notes:
        if note.severity is not None:
            yield Flaw(
                note.rule,
                note.message,
                document.place(note.path, key=True),
                severity=note.severity,
                pointer=note.path,
                standard=note.standard,
                remedy=note.remedy or "",
            )
