"""Notes what is done within this process while a case runs: connections, programs started, and writing where nothing may be.

An audit hook cannot be taken off again: it is put on once, and looks only while it is asked to.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.chmod",
    "os.link",
    "os.symlink",
    "os.truncate",
    "shutil.",
    "webbrowser.",
    "urllib.Request",
    "ftplib.",
    "http.client",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_state: dict[str, Any] = {"seen": None, "may_write": ()}


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    seen = _state["seen"]
    if seen is None:
        return
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, int) or not flags & _WRITING or _may_write(os.fsdecode(path)):
            return
    elif event == "os.mkdir" or event.startswith(FORBIDDEN):
        if event.startswith(("os.", "shutil.")) and _is_allowed(arguments):
            return
    else:
        return
    seen.append(f"{event} {arguments!r}"[:300])


def _is_allowed(arguments: tuple[Any, ...]) -> bool:
    """Whether what is changed on the disk is below a folder where that is meant."""
    paths = [each for each in arguments[:2] if isinstance(each, str | bytes | os.PathLike)]
    return bool(paths) and all(_may_write(os.fsdecode(each)) for each in paths)


def _may_write(path: str) -> bool:
    return "__pycache__" in path or any(
        os.path.abspath(path).startswith(each)  # noqa: PTH100 - links stay
        for each in _state["may_write"]
    )


sys.addaudithook(_look)


@contextmanager
def watched(*may_write: str) -> Iterator[list[str]]:
    """What is done within; writing below these folders is no breach."""
    seen: list[str] = []
    _state.update(seen=seen, may_write=tuple(map(os.path.abspath, may_write)))
    try:
        yield seen
    finally:
        _state.update(seen=None, may_write=())
