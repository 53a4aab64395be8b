"""Two folders change places in one step, where the system can do that."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


def exchanged(new: Path, out: Path) -> None:
    """Puts a folder in the place of another, which then stands where the first one was; or where there is none.

    Raises:
        OSError: it cannot be; both are as they were.
    """
    if not os.path.lexists(out):
        new.rename(out)
    elif not _in_one_step(new, out):
        beside = new.with_suffix(".old")
        out.rename(beside)
        try:
            new.rename(out)
        except OSError:
            beside.rename(out)
            raise
        beside.rename(new)


def _in_one_step(one: Path, other: Path) -> bool:
    """Whether the system exchanged them: `renameat2` of Linux, which Python has no word for."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - only a site that replaces another needs it

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.EINVAL, errno.ENOSYS, errno.EPERM}:
        return False  # a file system that cannot do it
    raise OSError(number, os.strerror(number))
