"""A bound on the work that a library may do over a file that somebody hostile may have made.

Work is counted in calls, which are the same on every machine, so that the same file gives the same report everywhere; behind
that stands a bound on the time, for what is long without a call.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from sanctcheck.exhibits.metadata.trace import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_BETWEEN = 64
"""Calls between two looks at the clock."""


class _OverError(BaseException):
    """It is enough. Not an Exception, so that no library takes it for one of its own."""


class Budget:
    """What may be spent on each file of a dossier, and on all of them: calls, and seconds of computing."""

    def __init__(self, *, each: tuple[int, float], together: tuple[int, float]) -> None:
        """Calls and seconds, for each file and for all."""
        self._each, self._seconds = each
        self._calls, self._left = together

    def spend(self, work: Callable[[], None]) -> None:
        """Does some work, which is cut off when the budget is spent.

        The interpreter tells of every call, of Python's functions and of C's; no process and no signal is needed, and it
        holds in each thread by itself.

        Raises:
            Unreadable: it is spent.
        """
        start = time.thread_time()
        end = start + min(self._left, self._seconds)
        most = min(self._calls, self._each)
        calls = 0

        # What measures coverage does not see what runs while it is watched itself.
        def watch(_frame: FrameType, _event: str, _argument: object) -> None:  # pragma: no cover
            nonlocal calls
            calls += 1
            if calls > most or (calls % _BETWEEN == 0 and time.thread_time() > end):
                raise _OverError

        before = sys.getprofile()
        try:
            sys.setprofile(watch)
            try:
                work()
            finally:
                # This too is a call that may be one too many; then the interpreter takes the watch away by itself.
                sys.setprofile(None)
        except _OverError:
            raise Unreadable("it takes too long to read") from None
        finally:
            sys.setprofile(before)
            self._calls -= calls
            self._left -= time.thread_time() - start
