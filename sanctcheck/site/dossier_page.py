"""The page of one dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.site.shell import DOSSIERS

if TYPE_CHECKING:
    from sanctcheck.portrait.model import Portrait
    from sanctcheck.record import FileRecord
    from sanctcheck.site.shell import Shell


def dossier_page(shell: Shell, record: FileRecord, portrait: Portrait) -> str:
    """The page, from what its readers may see."""
    return shell.page(
        "dossier.html",
        f"{DOSSIERS.name}/a.html",
        title=portrait.title or portrait.id,
        record=record,
        portrait=portrait,
    )
