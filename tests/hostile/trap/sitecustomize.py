"""On the import path of each process under test: reaching for the network, starting a program or writing is noted, and fails.

An audit hook cannot be taken off again, and sees what is done in C as well.
"""

from __future__ import annotations

import os
import sys
from typing import Any

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.remove",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_MARKER = os.environ["HOSTILE_MARKER"]
_KEPT = os.environ["SANCTCHECK_CACHE"]
"""Where results are kept: the one folder of its own in which `validate` may write. A copy of itself is no other program."""
_MAY_WRITE = bool(os.environ["HOSTILE_MAY_WRITE"])


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        # Python's own cache of compiled modules stands beside them; a number is a file that is open already.
        if (
            _MAY_WRITE
            or not flags & _WRITING
            or isinstance(path, int)
            or path == _MARKER
            or str(path).startswith(_KEPT)
            or "__pycache__" in str(path)
        ):
            return
    elif not event.startswith(_FORBIDDEN) or (
        event == "os.remove" and (_MAY_WRITE or str(arguments[0]).startswith(_KEPT))
    ):
        return
    with open(_MARKER, "a", encoding="utf-8") as marker:  # noqa: PTH123 - nothing is imported here that need not be
        marker.write(f"{event} {arguments!r}\n")
    raise RuntimeError(event)


sys.addaudithook(_refuse)
