"""What the language server costs: CPU for each change, hover, completion and quick fix on a dossier of 10 KiB and more."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from lsprotocol import types

from sanctcheck.law.load import packaged_law
from sanctcheck.lsp.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

DOSSIER = Path(__file__).parent.parent / "fixtures/dossiers/gb-ghr/complete.yaml"
TIMES = 20
BOUND = 100.0
"""Milliseconds of CPU that a change may cost."""


def measured(work: Callable[[], object]) -> float:
    """The median of some runs, in milliseconds of CPU."""
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


def main() -> int:
    """Prints one line for each question; 1 where a change costs more than it may."""
    text = DOSSIER.read_text(encoding="utf-8")
    session = Session(packaged_law())
    uri = "file:///a/dossier.yaml"
    session.open(uri, text.replace("means: by letter and", "means: by"), 1)
    session.diagnostics(uri)
    line = text[: text.index("  - {event: notified")].count("\n")
    at = types.Position(line, 4)
    step = types.Range(types.Position(line, 0), types.Position(line + 1, 0))

    def change() -> object:
        session.change(uri, [types.TextDocumentContentChangePartial(types.Range(at, at), " ")], 2)
        return session.diagnostics(uri)

    costs = {"a change, and what is lacking": measured(change)}
    session.change(uri, [types.TextDocumentContentChangePartial(step, "")], 3)
    costs["hover on a gap"] = measured(lambda: session.hover(uri, session.diagnostics(uri)[0].range.start))
    costs["completion"] = measured(lambda: session.completions(uri, types.Position(line, 4)))
    everywhere = types.Range(types.Position(0, 0), types.Position(10_000, 0))
    costs["quick fixes for the whole file"] = measured(lambda: session.actions(uri, everywhere))
    print(f"{len(text.encode()):,} bytes, median of {TIMES}")
    for name, cost in costs.items():
        print(f"  {name:<32} {cost:6.1f} ms of CPU")
    return int(costs["a change, and what is lacking"] > BOUND)


if __name__ == "__main__":
    sys.exit(main())
