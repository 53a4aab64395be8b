"""After a run of `make hostile`: what the dearest cases cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_SHOWN = 10


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The slowest and the largest of the cases that were processes of their own."""
    costs = [
        (dict(report.user_properties), report.nodeid)
        for report in terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
        if report.when == "call"
    ]
    measured = [(cost, name.partition("[")[2].rstrip("]")) for cost, name in costs if "processor" in cost]
    if not measured:
        return
    terminalreporter.section(f"{len(measured)} hostile cases, each a process of its own")
    for what, unit, digits in (("processor", "s of processor", 2), ("peak", "MB at most", 0)):
        dearest = sorted(measured, key=lambda each: -each[0][what])[:_SHOWN]
        for cost, name in dearest:
            terminalreporter.write_line(f"{cost[what]:8.{digits}f} {unit}  {name}")
