"""Runs `sanctcheck lists update` over and over, and kills it without a warning in its work.

    python killing.py STORE CONFIGURATION ROUNDS    at so many random moments
    python killing.py STORE CONFIGURATION steps     before every single step that touches the disk

After every kill the store is read as a user would read it; what it then holds goes to standard output as JSON.
The runs are forked from a process that has everything imported, so that the kills fall into the work itself.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sanctcheck.cli import main
from sanctcheck.lists.cache import listings
from sanctcheck.lists.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

LIST = "us-ofac-sdn"


STEPS = frozenset(
    {"open", "write", "flush", "fsync", "close", "replace", "rename", "unlink", "truncate", "chmod"}
)
"""The functions of C through which Python touches the disk."""


def dies_at(step: int) -> Callable[[object, str, Any], None]:
    """Ends the process, as a kill would, before its n-th step that touches the disk."""
    taken = 0

    def watch(_: object, event: str, function: Any) -> None:
        nonlocal taken
        if event == "c_call" and function.__name__ in STEPS:
            taken += 1
            if taken == step:
                os._exit(9)

    return watch


def started(store: Path, step: int | None = None) -> int:
    """The process id of an update that has just begun."""
    child = os.fork()
    if child:
        return child
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if step is not None:
        sys.setprofile(dies_at(step))
    with contextlib.suppress(BaseException):
        main(["lists", "update", LIST, "--store", str(store)])
    os._exit(0)


def here(store: Path) -> None:
    """An update in this process, so that the forked ones find everything imported: their time is the work's alone."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main(["lists", "update", LIST, "--store", str(store)])


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
    if len(kept.numbers()) > 5:
        with kept.at_work():
            kept.purge(2)
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


def step_by_step(store: Path) -> dict[str, Any]:
    """Kills one update before its first step, one before its second, and so on, until one lives to its end."""
    here(store)
    seen = [what_is_there(store)]
    for step in itertools.count(1):
        _, status = os.waitpid(started(store, step), 0)
        seen.append(what_is_there(store))
        if os.waitstatus_to_exitcode(status) == 0:
            return {"steps": step, "seen": seen}
    raise AssertionError


def at_random(store: Path, rounds: int) -> dict[str, Any]:
    """Kills so many updates, each at a random moment of the time that one takes now.

    How busy the machine is changes that time: an update that lived took less than the moment, one that did not perhaps more.
    """
    chance = random.Random(1)
    here(store)
    whole = undisturbed(store)
    hit = 0
    seen = [what_is_there(store)]
    for _ in range(rounds):
        moment = chance.uniform(0, whole)
        was_killed = killed(store, moment)
        whole = whole * 1.1 if was_killed else moment
        hit += was_killed
        seen.append(what_is_there(store))
    undisturbed(store)
    left = [path.name for path in (store / LIST).rglob("*.tmp")]
    return {"whole": whole, "killed": hit, "seen": seen, "last": what_is_there(store), "left": left}


if __name__ == "__main__":
    os.environ["SANCTCHECK_LISTS_CONFIG"] = sys.argv[2]
    folder, _, how = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    print(json.dumps(step_by_step(folder) if how == "steps" else at_random(folder, int(how))))
