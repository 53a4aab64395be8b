"""Timing two commands in turn, so that a ratio holds while the machine's speed drifts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Run:
    """One finished run: seconds on the clock, and peak memory in MiB."""

    seconds: float
    peak: float
    status: int


def run(command: Sequence[str]) -> Run:
    """Runs a command with its output thrown away."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(time.perf_counter() - started, usage.ru_maxrss / scale, process.returncode)


def ratio(name: str, command: Sequence[str], beside: Sequence[str], *, pairs: int, bound: float) -> bool:
    """Runs both in turn, prints the ratio pair by pair, and says whether its median keeps the bound."""
    run(command)
    run(beside)
    both = [(run(command), run(beside)) for _ in range(pairs)]
    ratios = sorted(one.seconds / other.seconds for one, other in both)
    median = statistics.median(ratios)
    kept = median <= bound
    print(
        f"{name}: {median:.2f} x (from {ratios[0]:.2f} to {ratios[-1]:.2f} in {pairs} pairs; bound {bound} x)"
    )
    print(f"  {statistics.median(one.seconds for one, _ in both):.3f} s against", end=" ")
    print(f"{statistics.median(other.seconds for _, other in both):.3f} s: {'kept' if kept else 'NOT KEPT'}")
    return kept
