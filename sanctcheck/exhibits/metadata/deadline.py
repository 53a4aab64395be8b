"""A bound on the time that a library may take over a file that somebody hostile may have made."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sanctcheck.exhibits.metadata.trace import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_BETWEEN = 32
"""Calls between two looks at the clock."""


class _OverError(BaseException):
    """The time is over. Not an Exception, so that no library takes it for one of its own."""


class Budget:
    """Seconds of computing that may be spent, on one file and on all of a dossier."""

    def __init__(self, total: float, each: float) -> None:
        self._left = total
        self._each = each

    @contextmanager
    def spent(self) -> Iterator[None]:
        """What is done within is cut off when the time is over.

        The interpreter tells of every call, of Python's functions and of C's; no process and no signal is needed, and it
        holds in each thread by itself.

        Raises:
            Unreadable: the time is over.
        """
        start = time.thread_time()
        end = start + min(self._left, self._each)
        calls = 0

        def watch(_frame: FrameType, _event: str, _argument: object) -> None:
            nonlocal calls
            calls += 1
            if calls % _BETWEEN == 0 and time.thread_time() > end:
                raise _OverError

        before = sys.getprofile()
        try:
            sys.setprofile(watch)
            yield
        except _OverError:
            raise Unreadable("it takes too long to read") from None
        finally:
            sys.setprofile(before)
            self._left -= time.thread_time() - start
