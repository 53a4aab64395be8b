"""Runs `sanctcheck lists update` over and over, and kills it without a warning at a random moment of its work.

    python killing.py STORE CONFIGURATION ROUNDS SEED

After every kill the store is read as a user would read it; what it then holds goes to standard output as JSON.
Each run is forked from a process that has everything imported, so that the kills fall into the work itself.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

from sanctcheck.cli import main
from sanctcheck.lists.cache import listings
from sanctcheck.lists.store import Store

LIST = "us-ofac-sdn"


def started(store: Path) -> int:
    """The process id of an update that has just begun."""
    child = os.fork()
    if child:
        return child
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with contextlib.suppress(BaseException):
        main(["lists", "update", LIST, "--store", str(store)])
    os._exit(0)


def undisturbed(store: Path) -> float:
    """How long an update takes that nobody disturbs."""
    begun = time.monotonic()
    os.waitpid(started(store), 0)
    return time.monotonic() - begun


def what_is_there(store: Path) -> dict[str, Any]:
    """What a user finds: the newest snapshot, read whole, and whatever is wrong with any of them."""
    kept = Store(store).kept(LIST)
    current = kept.current()
    assert current is not None
    return {
        "number": current.number,
        "listings": sum(1 for _ in listings(kept, current)),
        "stated": current.profile.listings,
        "faults": list(kept.faults()),
    }


def killed(store: Path, moment: float) -> bool:
    """Whether the kill came before the update had ended."""
    child = started(store)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def run(store: Path, rounds: int, seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    whole = max(undisturbed(store) for _ in range(3))
    hit = 0
    seen = [what_is_there(store)]
    for _ in range(rounds):
        hit += killed(store, chance.uniform(0, whole))
        seen.append(what_is_there(store))
    undisturbed(store)
    left = [path.name for path in (store / LIST).rglob("*.tmp")]
    return {"whole": whole, "killed": hit, "seen": seen, "last": what_is_there(store), "left": left}


if __name__ == "__main__":
    os.environ["SANCTCHECK_LISTS_CONFIG"] = sys.argv[2]
    print(json.dumps(run(Path(sys.argv[1]), int(sys.argv[3]), int(sys.argv[4]))))
