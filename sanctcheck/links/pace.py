"""Politeness: a pause between two questions to one host, and none at all once it asks for rest."""

from __future__ import annotations

import threading
import time
from typing import Final

GAP: Final = 1.0


class Pace:
    """When hosts were asked last; for several threads."""

    def __init__(self, gap: float = GAP) -> None:
        self._gap = gap
        self._next: dict[str, float] = {}
        self._left_alone: set[str] = set()
        self._lock = threading.Lock()

    def wait(self, host: str) -> bool:
        """Waits until a host may be asked; False where it asked to be left alone."""
        with self._lock:
            if host in self._left_alone:
                return False
            now = time.monotonic()
            at = max(now, self._next.get(host, now))
            self._next[host] = at + self._gap
        if at > now:
            time.sleep(at - now)
        return True

    def leave(self, host: str) -> None:
        """Asks a host nothing more in this run."""
        with self._lock:
            self._left_alone.add(host)
