#!/usr/bin/env python3
"""Fuzzes one reader: `fuzz.py json [options of libFuzzer] [folders of the corpus]`.

Coverage of our own readers guides it, and nothing else is instrumented.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent

with atheris.instrument_imports(include=["sanctcheck.reading", "sanctcheck.lists"]):
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    import holding

    import sanctcheck.lists.publishers as known

    for module in known.MODULES:
        known.publisher(module)


def main(reader: str, *options: str) -> None:
    """Fuzzes until it is stopped, or finds something."""
    mutators = {}
    if reader == "sheet":
        import sheets  # noqa: PLC0415 - only one reader has changes of its own

        mutators = {"custom_mutator": sheets.mutated}
    words = HERE / "words" / f"{reader}.dict"
    given = [f"-dict={words}"] if words.exists() else []
    atheris.Setup([sys.argv[0], *given, *options], holding.CHECKS[reader], **mutators)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
