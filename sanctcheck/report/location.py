"""Where a file is, as programs want to be told: relative, with forward slashes, and as a URI."""

from __future__ import annotations

import os
import posixpath
import re
from urllib.parse import quote

_ODD_BYTE = re.compile(r"\\x([89a-f][0-9a-f])")


def relative_path(file: str, root: str) -> str:
    """The path of a file below the root, with forward slashes; as it is where the file is elsewhere."""
    path = posixpath.normpath(file.replace(os.sep, "/"))
    below = root.replace(os.sep, "/").rstrip("/") + "/"
    return path.removeprefix(below)


def uri(file: str, root: str) -> str:
    """The path as a URI reference, percent-encoded; relative where the file is below the root."""
    path = relative_path(file, root)
    # A record writes out the bytes of a name that are no UTF-8 (see `FileRecord`); a URI can hold them.
    raw = _ODD_BYTE.sub(lambda byte: chr(0xDC00 + int(byte[1], 16)), path).encode("utf-8", "surrogateescape")
    return ("file://" if path.startswith("/") else "") + quote(raw, safe="/")
