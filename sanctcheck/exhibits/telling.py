"""What the metadata of exhibits gives away, as findings: that there is something, and of what kind, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.dossier.handling import level_at
from sanctcheck.exhibits.extras import INSTALL
from sanctcheck.exhibits.metadata.trace import WORDS
from sanctcheck.reading.document import Flaw
from sanctcheck.reading.protection import is_protected
from sanctcheck.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sanctcheck.dossier.vocabulary import HandlingLevel
    from sanctcheck.exhibits.metadata import Traces
    from sanctcheck.reading.document import Document, Path_


def telling_flaws(document: Document, traces: Mapping[int, Traces]) -> Iterator[Flaw]:
    """One finding for each exhibit whose file gives something away, or could not be looked into."""
    if any(each.lacks_library for each in traces.values()):
        message = (
            f"The metadata of files was not looked at: the libraries for it are not installed ({INSTALL})."
        )
        path: Path_ = ("exhibits",)
        yield Flaw("exhibit-metadata-not-checked", message, document.place(path), "warning", path)
    for index, found in traces.items():
        path = ("exhibits", index, "file")
        level = level_at(document.value, ("exhibits", index)).level
        if _names_somebody(document, found, level):
            message = "The metadata of the file names somebody who is protected, and more may have the file."
            yield Flaw("protected-name-in-metadata", message, document.place(path), "error", path)
        if found.kinds:
            yield Flaw(
                "exhibit-metadata",
                _message(document, path, found),
                document.place(path),
                # What everybody may see must give nothing away; of the rest, somebody should know what it gives away.
                "error" if level == "public" else "warning",
                path,
            )
        if found.why_not:
            message = f"The metadata of the file could not all be read: {found.why_not}."
            yield Flaw("exhibit-metadata-not-read", message, document.place(path), "warning", path)


def _message(document: Document, path: Path_, found: Traces) -> str:
    if is_protected(document.value, path):
        return "The file carries metadata that can lead to people."
    return f"The file carries metadata that can lead to people: {listed((WORDS[kind] for kind in found.kinds), 'and')}."


def _names_somebody(document: Document, found: Traces, level: HandlingLevel) -> bool:
    """First and last names can stand in two fields, so that all of it is looked through as one text."""
    texts = "\n".join(each.text for each in found.found if each.text)
    return bool(texts) and document.guard is not None and document.guard.is_told(texts, level)
