"""The page of one dossier: the report on it, within the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanctcheck.report.dossier.building import document_of
from sanctcheck.report.dossier.html import body
from sanctcheck.site.shell import DOCUMENT, DOSSIERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctcheck.law.model import Standard
    from sanctcheck.portrait.model import Portrait
    from sanctcheck.record import FileRecord
    from sanctcheck.site.shell import Shell

_HERE = f"{DOSSIERS.name}/of.html"
"""Some page in the folder of dossiers: what it is called in the end is not said on it."""


def dossier_page(
    shell: Shell, standards: Mapping[str, Standard], record: FileRecord, portrait: Portrait
) -> str:
    """The page, from what its readers may see."""
    document = document_of(portrait, record, standards)
    return shell.page(
        "dossier.html",
        _HERE,
        look=DOCUMENT,
        title=portrait.id,
        document=document,
        body=body(document),
    )
