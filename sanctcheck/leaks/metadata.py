"""The metadata of exhibits' files, looked through for those who are protected: who wrote it, on whose device, where."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sanctcheck.dossier.handling import level_at
from sanctcheck.exhibits.folder import Folder
from sanctcheck.exhibits.metadata import metadata_texts
from sanctcheck.reading.document import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sanctcheck.dossier.model import Dossier
    from sanctcheck.leaks.guard import Guard
    from sanctcheck.reading.document import Document, Path_


def metadata_flaws(dossier: Dossier, document: Document, guard: Guard) -> Iterator[Flaw]:
    """Each file of an exhibit whose metadata give somebody away to those who may see the exhibit."""
    exhibits = [(index, each.file) for index, each in enumerate(dossier.exhibits) if each.file is not None]
    if document.folder is None or not exhibits or os.open not in os.supports_dir_fd:
        return
    with Folder(os.fspath(document.folder)) as folder:
        for index, file in exhibits:
            path: Path_ = ("exhibits", index)
            level = level_at(document.value, path).level
            if any(guard.is_told(text, level) for text in metadata_texts(folder, file)):
                message = (
                    "The metadata of this file give somebody away who is protected. Take the metadata out of a copy, "
                    "and put that in its place."
                )
                where = (*path, "file")
                yield Flaw("protected-name-in-metadata", message, document.place(where), "error", where)
