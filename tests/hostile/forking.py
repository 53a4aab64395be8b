"""Forks a process for each case from one that has imported everything: `forking.py` reads cases from a pipe, a line each.

What is measured is the case alone: a start of Python costs more than most cases do, and is the same for all. The kernel counts
memory that the child shares with its parent as the child's, so that the peak is at least that of a real process.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path
from typing import Any, NoReturn

from measured import ADDRESS_SPACE, cost_of

_IMPORTED = (
    "cli.validate",
    "validation",
    "report.formats",
    "screen.screening",
    "names.score",
    "redaction.redact",
)


def serve() -> None:
    """Answers until nobody asks: a case in, the file of its cost named back."""
    import importlib
    import resource

    import sanctcheck.cli

    for name in _IMPORTED:
        importlib.import_module(f"sanctcheck.{name}")
    del sanctcheck
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _run(asked)
        cost_of(child, asked["cost"])
        sys.stdout.write("done\n")
        sys.stdout.flush()


def _run(asked: dict[str, Any]) -> NoReturn:
    """The case, as if its command had been called."""
    status = 120
    try:
        os.environ.clear()
        os.environ.update(asked["environment"])
        os.chdir(asked["folder"])
        _redirect(asked)
        runpy.run_path(str(Path(__file__).parent / "trap" / "sitecustomize.py"))
        from sanctcheck.cli import main

        main(asked["arguments"])
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(status)


def _redirect(asked: dict[str, Any]) -> None:
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for number, (name, flags) in enumerate((("stdin", os.O_RDONLY), ("out", written), ("err", written))):
        opened = os.open(asked[name], flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115


if __name__ == "__main__":
    serve()
