"""Runs one command with limits and writes down what it cost: `measured.py REPORT COMMAND...`.

A process of its own: the kernel counts the memory of the process that starts a program towards the program's peak, and
pytest is large.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time

_KILL_AFTER = 20
ADDRESS_SPACE = 2 * 1024**3


def main(report: str, *command: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    cost_of(os.posix_spawn(command[0], command, os.environ), report)


def cost_of(child: int, report: str) -> None:
    """Waits for a process that has just begun, and writes down its exit status and what it cost."""
    started = time.monotonic()
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(_KILL_AFTER)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    wall = time.monotonic() - started - _queued(child)
    _, status, used = os.wait4(child, 0)
    signal.alarm(0)
    # Linux counts kilobytes, macOS bytes.
    peak = used.ru_maxrss // 1024 if sys.platform == "darwin" else used.ru_maxrss
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123 - started for every case: imports cost
        file.write(f"{os.waitstatus_to_exitcode(status)} {wall} {used.ru_utime + used.ru_stime} {peak}")


def _queued(child: int) -> float:
    """How long a process stood in the queue for a processor: that is the machine's doing, and not its own."""
    try:
        with open(f"/proc/{child}/schedstat", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


if __name__ == "__main__":
    main(*sys.argv[1:])
