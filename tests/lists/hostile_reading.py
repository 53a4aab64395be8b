"""Reads one file in a process of its own, and tells what came of it and what it took: started by the tests."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from sanctcheck.errors import ListError
from sanctcheck.lists.parsing import parse
from sanctcheck.lists.source import RawFile

SECONDS = 5


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    path = Path(sys.argv[1])
    told: dict[str, object] = {}
    try:
        reading = parse([RawFile(path, path.name)])
        told["listings"] = sum(1 for _ in reading)
        told["missed"] = sum(each.count for each in reading.notes.not_understood.values())
    except ListError as error:
        told["error"] = str(error)
    told["peak"] = _peak()
    print(json.dumps(told))


def _peak() -> float:
    """Peak memory in MiB, of this process alone: what `getrusage` tells begins with that of the parent on Linux."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


if __name__ == "__main__":
    main()
