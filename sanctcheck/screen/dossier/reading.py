"""A dossier read for screening: its law is not asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sanctcheck.dossier.model import Dossier
from sanctcheck.errors import UsageError
from sanctcheck.leaks.guard import watch
from sanctcheck.reading.files import read_document
from sanctcheck.reading.protection import shown
from sanctcheck.reading.shape import shape
from sanctcheck.text import listed

if TYPE_CHECKING:
    from sanctcheck.reading.document import Document

_FEW = 3


@dataclass(frozen=True, slots=True)
class ReadDossier:
    """A dossier with the document that it was read from."""

    dossier: Dossier
    document: Document


def read_dossier(name: str) -> ReadDossier:
    """A dossier that can be screened.

    Raises:
        UsageError: it cannot be read as one.
    """
    document = read_document(Path(name), name)
    dossier = shape(document, Dossier)
    if dossier is None:
        flaws = [flaw for flaw in document.flaws if flaw.severity == "error"][:_FEW]
        watch(document)
        wrong = listed([f"line {flaw.place.line}: {shown(flaw.message, document)}" for flaw in flaws], "and")
        raise UsageError(
            f"{name} cannot be read as a dossier ({wrong}). `sanctcheck validate {name}` says more; a table of names"
            " ends in .csv, .tsv, .txt, .jsonl or .parquet."
        )
    return ReadDossier(dossier, document)
