"""A report is put together, once for all formats: from a portrait, the record beside it, and the standards of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier import closing, evidence, gaps, identity, met, opening, process, sources
from sanctcheck.report.dossier.document import ReportDocument
from sanctcheck.report.dossier.texts import texts_of
from sanctcheck.report.dossier.told import Told
from sanctcheck.report.dossier.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sanctcheck.law.model import Standard
    from sanctcheck.portrait.model import Portrait
    from sanctcheck.record import FileRecord
    from sanctcheck.report.dossier.document import Section


def document_of(
    portrait: Portrait, record: FileRecord, standards: Mapping[str, Standard], *, plain: bool = False
) -> ReportDocument:
    """The report on one dossier, for the readers for whom the portrait and the record were made."""
    told = Told(portrait, record, standards, words(plain=plain))
    parts = tuple(_sections(told))
    by = f"Written by sanctcheck {portrait.version} as of {portrait.as_of}. It reports; a person decides."
    return ReportDocument(
        title=told.words["title"],
        subject=opening.subject(told),
        handling=told.words.handling[portrait.highest],
        cover=opening.cover(told),
        notice=told.words["notice"],
        sections=(*parts, *closing.meanings(told, texts_of(parts)), closing.laws(told)),
        by=by,
        day=portrait.as_of,
    )


def _sections(told: Told) -> Iterator[Section]:
    yield opening.summary(told)
    yield from gaps.sections(told)
    yield from evidence.sections(told)
    yield process.section(told)
    yield sources.section(told)
    yield from met.sections(told)
    yield from identity.sections(told)
    yield closing.accepted(told)
    yield from closing.limits(told)
