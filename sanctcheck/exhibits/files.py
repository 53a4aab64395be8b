"""The files of exhibits: whether they are there, whether they are still the ones recorded, and what lies among them.

Nothing of a file but whether its size, hash and kind agree is ever said.
"""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING

from sanctcheck.exhibits import kinds
from sanctcheck.exhibits.folder import Folder, Refused, can_refuse_links
from sanctcheck.exhibits.looking import MAX_FILE_BYTES, Looker, Seen
from sanctcheck.exhibits.metadata import Traces, budget_for, traces_of
from sanctcheck.exhibits.seal import Trust, seal_flaws
from sanctcheck.exhibits.strays import strays
from sanctcheck.exhibits.telling import telling_flaws
from sanctcheck.reading.document import Flaw
from sanctcheck.reading.protection import is_protected
from sanctcheck.text import encodable, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.dossier.model import Dossier, Exhibit
    from sanctcheck.reading.document import Document, Path_, Severity

_MOST_STRAYS = 20


def exhibit_file_flaws(
    dossier: Dossier, document: Document, trust: Trust, *, max_bytes: int = MAX_FILE_BYTES
) -> Iterator[Flaw]:
    """What is wrong with the files that exhibits name; nothing for a dossier from standard input."""
    exhibits = [(index, each) for index, each in enumerate(dossier.exhibits) if each.file is not None]
    if document.folder is None or not (exhibits or dossier.seal):
        return
    if not can_refuse_links():
        message = (
            "The files of exhibits were not looked at: this system cannot open them without following links."
        )
        yield _flaw(document, ("exhibits",), "exhibit-files-not-checked", message, "warning")
        return
    with Folder(os.fspath(document.folder)) as folder:
        budget = budget_for(len(exhibits))
        looker = Looker(folder, max_bytes, lambda file, head: traces_of(file, head, budget))
        seen = {index: _look(looker, each) for index, each in exhibits}
        found = [
            flaw for index, each in exhibits for flaw in _flaws(looker, seen[index], each, index, document)
        ]
        traces = {
            index: each.extra
            for index, each in seen.items()
            if isinstance(each, Seen) and isinstance(each.extra, Traces)
        }
        found.extend(telling_flaws(document, traces))
        found.extend(_stray_flaws(folder, dossier, document))
        found.extend(seal_flaws(dossier, document, folder, trust))
    yield from found


def _look(looker: Looker, exhibit: Exhibit) -> Seen | Refused:
    try:
        return looker.look(exhibit.file or "")
    except Refused as refused:
        return refused


def _flaws(
    looker: Looker, seen: Seen | Refused, exhibit: Exhibit, index: int, document: Document
) -> Iterator[Flaw]:
    path: Path_ = ("exhibits", index)
    if isinstance(seen, Refused):
        yield _flaw(document, (*path, "file"), seen.rule, str(seen))
        return
    yield from _not_the_one_recorded(looker, exhibit, seen, path, document)
    yield from _of_another_kind(exhibit, seen, path, document)


def _not_the_one_recorded(
    looker: Looker, exhibit: Exhibit, seen: Seen, path: Path_, document: Document
) -> Iterator[Flaw]:
    if exhibit.size is not None and exhibit.size != seen.size:
        message = "The file's size is not the one stated: it is not the file that was recorded."
        yield _flaw(document, (*path, "size"), "exhibit-size-mismatch", message)
    if seen.sha256 is None:
        message = f"Larger than {looker.max_bytes:,} bytes: the file's hash was not compared."
        yield _flaw(document, (*path, "file"), "exhibit-too-large", message, "warning")
    elif exhibit.sha256 is None:
        message = "State the file's `sha256`, so that a change of it can be seen; `sanctcheck seal` does it."
        yield _flaw(document, (*path, "file"), "exhibit-hash-missing", message, "warning")
    elif exhibit.sha256 != seen.sha256:
        message = "The file's SHA-256 is not the one stated: it was changed, or it is another file."
        yield _flaw(document, (*path, "sha256"), "exhibit-hash-mismatch", message)


def _of_another_kind(exhibit: Exhibit, seen: Seen, path: Path_, document: Document) -> Iterator[Flaw]:
    """A program that is called a photograph harms whoever opens it; a wrong word sends a court after the wrong file."""
    name, stated = exhibit.file or "", exhibit.media_type
    expected = stated or kinds.by_name(name)
    if expected is None:
        return
    field = (*path, "file" if stated is None else "media_type")
    what = "stated" if stated is not None else "that its name stands for"
    if kinds.disagrees(seen.head, expected):
        content = kinds.by_content(seen.head)
        is_hidden = content is None or is_protected(document.value, path)
        begins = (
            "does not begin like a file" if is_hidden else f"begins like a file of the type {content}, not"
        )
        message = f"The file {begins} of the type {what}."
        # A name alone is a weaker word than one that somebody recorded.
        severity: Severity = "warning" if stated is None else "error"
        yield _flaw(document, field, "exhibit-type-mismatch", message, severity)
    elif stated is not None and kinds.names_disagree(stated, name):
        message = "The end of the file's name stands for another type than is stated."
        yield _flaw(document, field, "exhibit-type-mismatch", message, "warning")


def _stray_flaws(folder: Folder, dossier: Dossier, document: Document) -> Iterator[Flaw]:
    named = [each.file for each in dossier.exhibits if each.file is not None]
    also = [] if dossier.seal is None else [dossier.seal.manifest, dossier.seal.signature or ""]
    found = list(strays(folder, [*named, *also]))
    for _ in (
        each for each in found if document.guard is not None and document.guard.is_told(each, "public")
    ):
        message = "The name of a file among the exhibits gives somebody away who is protected: rename it."
        yield _flaw(document, ("exhibits",), "protected-name-in-file-name", message)
    # Where something is protected, even the name of a file may be that of a source.
    may_name = "protected" not in document.text
    if found and not may_name:
        message = f"{_files(len(found))} among the exhibits that no exhibit names."
        yield _flaw(document, ("exhibits",), "exhibit-file-unnamed", message, "warning")
        return
    for path in islice(found, _MOST_STRAYS):
        message = f"{quoted(encodable(path))} lies among the exhibits, and no exhibit names it."
        yield _flaw(document, ("exhibits",), "exhibit-file-unnamed", message, "warning")
    if len(found) > _MOST_STRAYS:
        message = f"{_files(len(found) - _MOST_STRAYS)} among the exhibits beside those named here."
        yield _flaw(document, ("exhibits",), "exhibit-file-unnamed", message, "warning")


def _files(number: int) -> str:
    return "One file lies" if number == 1 else f"{number:,} files lie"


def _flaw(document: Document, path: Path_, rule: str, message: str, severity: Severity = "error") -> Flaw:
    return Flaw(rule, message, document.place(path), severity, path)
