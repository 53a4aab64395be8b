"""The beginning of a file, as far as it takes to see what the file is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sanctcheck.errors import ListError
from sanctcheck.lists.limits import HEAD_BYTES
from sanctcheck.text import quoted

if TYPE_CHECKING:
    from sanctcheck.lists.source import RawFile

_ZIP = b"PK\x03\x04"
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


def head_of(file: RawFile) -> bytes:
    """The first bytes of a file; of a spreadsheet its first rows, as lines with tabs between the cells.

    Raises:
        ListError: it cannot be read, is empty, a web page, locked, or of an old format.
    """
    with file.open() as content:
        head = content.read(HEAD_BYTES)
    if not head.strip():
        raise ListError(f"{quoted(file.name)} is empty.")
    if _WEB_PAGE.search(head[:1024]):
        raise ListError(
            f"{quoted(file.name)} is a web page and no list: the site of the publisher answered with something else "
            "than the file. Fetch it again, or download it with a browser."
        )
    if head.startswith(_COMPOUND):
        from sanctcheck.lists.locked import refuse_compound  # noqa: PLC0415 - no publisher's file is one

        refuse_compound(file)
    return _sheet_head(file) if head.startswith(_ZIP) else head


def _sheet_head(file: RawFile) -> bytes:
    from sanctcheck.lists.sheets import rows  # noqa: PLC0415 - loads the spreadsheet reader

    first = [row for row, _ in zip(rows(file), range(4), strict=False)]
    return "\n".join("\t".join(str(cell) for cell in row) for row in first).encode()
