"""A plugin of pytest for `make mutants`: collects the tests once, and forks a process for each mutant that runs those it needs.

The process that forks has collected the tests and imported what they import, and has run none of them: what functions
remember from one call to the next is not there yet, and hides no mutant. Which tests come to which function, and for how
long they run, is measured first, each file of tests in a process of its own.

Of the tests of a mutant those come first that noticed another mutant of the same function, then the quick ones; the first
that fails is enough. Slow ones are left out, and so are more than fit into a time: a mutant that only they would notice
counts as not noticed. Properties have few examples, the same ones for each mutant, so that none is killed by luck.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

LONGEST = 2.0
"""Seconds of processor time of a test, at most."""
TOGETHER = 4.0
"""Seconds of processor time of all tests of a mutant, at most."""
PATIENCE = 300.0
"""Seconds by the clock: a mutant that still waits is one that hangs, however busy the machine is."""
KILLED, SURVIVED, UNREACHED, OUT_OF_TIME = 1, 0, 33, 36
ASKED, ANSWERS, MEASURED = "MUTANTS_ASKED", "MUTANTS_ANSWERS", "MUTANTS_MEASURED"
"""Environment variables with the files that ci/mutants.py gives and reads."""
CHILDREN = "MUTANTS_CHILDREN"
_FORKING = threading.Lock()

settings.register_profile("mutants", max_examples=15, derandomize=True, database=None, deadline=None)


class Measured(NamedTuple):
    """What running one test showed: how long it took, and the functions it came to, as mutmut calls them."""

    seconds: float
    functions: list[str]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Takes the place of pytest's own loop."""
    if session.testsfailed:
        raise session.Interrupted("the tests cannot be collected")
    items = {item.nodeid: item for item in session.items}
    measured = _measured_anew(list(session.items), Path(os.environ[MEASURED]))
    gc.collect()
    gc.freeze()
    trials = _Trials(items, measured)
    asked = json.loads(Path(os.environ[ASKED]).read_text(encoding="utf-8"))
    with Path(os.environ[ANSWERS]).open("a", encoding="utf-8") as answers, _at_once() as pool:
        for mutant, answer in zip(asked, pool.map(trials.of, asked), strict=True):
            answers.write(json.dumps([mutant, *answer]) + "\n")
            answers.flush()
    return True


def _at_once() -> ThreadPoolExecutor:
    """Threads that fork and wait: tests that sleep let another mutant be tried."""
    return ThreadPoolExecutor(int(os.environ[CHILDREN]))


# --- what the tests come to


def _measured_anew(items: list[pytest.Item], kept: Path) -> dict[str, Measured]:
    """What is known from an earlier run stays known while the file of the tests, and what is broken, are the same."""
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    files: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        files[str(item.path)].append(item)
    for file, those in files.items():
        if known.get(file, {}).get("at") != Path(file).stat().st_mtime_ns:
            known[file] = _in_a_fork(lambda those=those: _run_and_watch(those))  # type: ignore[misc]
            known[file]["at"] = Path(file).stat().st_mtime_ns
            kept.write_text(json.dumps(known), encoding="utf-8")
        sys.stderr.writelines(known[file]["failing"])
        for name in known[file]["modules"]:
            with suppress(Exception):
                importlib.import_module(name)
    rows = [row for file in files for row in known[file]["tests"].items()]
    return {name: Measured(*row) for name, row in rows if not row[2:]}


def _run_and_watch(items: list[pytest.Item]) -> dict[str, Any]:
    """Runs tests unbroken; a third item in a row marks a test that fails, and is of no use."""
    trampoline: Any = importlib.import_module("mutmut.mutation.trampoline")
    before, hits = set(sys.modules), set[str]()
    trampoline.record_trampoline_hit = lambda name, caller: hits.add(name)  # noqa: ARG005 - called with both
    _break("stats")
    watcher = _Watcher(hits)
    items[0].config.pluginmanager.register(watcher)
    rows: dict[str, list[Any]] = {}
    failing: list[str] = []
    for item, following in zip(items, [*items[1:], None], strict=True):
        hits.clear()
        watcher.failed, start = False, _processor_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        shared = [watcher.shared.get(name, set()) for name in getattr(item, "fixturenames", ())]
        rows[item.nodeid] = [
            _processor_time() - start,
            sorted(hits.union(*shared)),
            *["fails"] * watcher.failed,
        ]
        if watcher.failed:
            failing.append(f"{item.nodeid} fails with unbroken code, and is left out: {watcher.why[-600:]}\n")
    return {
        "tests": rows,
        "failing": failing,
        "modules": [name for name in sys.modules if name not in before],
    }


class _Watcher:
    """Sees what fails, and what a fixture that serves several tests came to."""

    def __init__(self, hits: Iterable[str] = ()) -> None:
        self.hits = hits
        self.failed = False
        self.why = ""
        self.shared: dict[str, set[str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed, self.why = True, report.longreprtext

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: pytest.FixtureRequest) -> Any:
        result = yield
        if request.scope != "function":
            self.shared.setdefault(fixturedef.argname, set()).update(self.hits)
        return result


# --- one mutant after the other


class _Trials:
    """Breaks one thing at a time; remembers which tests noticed what."""

    def __init__(self, items: dict[str, pytest.Item], measured: dict[str, Measured]) -> None:
        self.items = items
        self.seconds = {name: row.seconds for name, row in measured.items()}
        self.tests: dict[str, list[str]] = defaultdict(list)
        self.noticed: dict[str, Counter[str]] = defaultdict(Counter)
        self.sound: dict[str, bool] = {}
        for name, row in measured.items():
            for function in row.functions:
                self.tests[function].append(name)

    def of(self, mutant: str) -> tuple[int, str, float]:
        """How it ended, which test noticed it, and how long it took."""
        function = mutant.rpartition("__mutmut_")[0]
        chosen = self._chosen(function)
        if not chosen:
            return UNREACHED, "", 0.0
        start, limit = time.monotonic(), int(10 + 5 * sum(self.seconds[name] for name in chosen))
        code, noticed = _tried(mutant, [self.items[name] for name in chosen], limit)
        if noticed and not self._is_sound(noticed):
            return self.of(mutant)
        if noticed:
            self.noticed[function][noticed] += 1
        return code, noticed, round(time.monotonic() - start, 2)

    def _is_sound(self, name: str) -> bool:
        """Whether a test that noticed something passes where nothing is broken, here and alone; if not, it is used no more."""
        if name not in self.sound:
            self.sound[name] = (
                _tried("none", [self.items[name]], int(10 + 5 * self.seconds[name]))[0] == SURVIVED
            )
            if not self.sound[name]:
                sys.stderr.write(f"{name} fails with unbroken code when it runs alone, and is left out.\n")
        return self.sound[name]

    def _chosen(self, function: str) -> list[str]:
        noticed = self.noticed[function]
        tests = sorted(self.tests[function], key=lambda name: (-noticed[name], self.seconds[name], name))
        chosen, together = [], 0.0
        for name in tests:
            together += self.seconds[name]
            if self.sound.get(name, True) and self.seconds[name] <= LONGEST and together <= TOGETHER:
                chosen.append(name)
        return chosen


def _tried(mutant: str, items: Sequence[pytest.Item], limit: int) -> tuple[int, str]:
    def run() -> str:
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + limit, used + limit + 1))
        _break(mutant)
        watcher = _Watcher()
        items[0].config.pluginmanager.register(watcher)
        for item, following in zip(items, [*items[1:], None], strict=True):
            try:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            except BaseException:  # noqa: BLE001 - whatever it is, unbroken code does not do it
                watcher.failed = True
            if watcher.failed:
                return item.nodeid
        return ""

    try:
        noticed = _in_a_fork(run)
    except TimeoutError:
        return OUT_OF_TIME, ""
    except ChildProcessError:
        return KILLED, ""
    return (KILLED if noticed else SURVIVED), noticed


def _break(mutant: str) -> None:
    """From here on, in this process and those that it starts; the environment is not read anew at each call."""
    trampoline: Any = importlib.import_module("mutmut.mutation.trampoline")
    trampoline.set_mutant_under_test(mutant)
    trampoline.get_mutant_under_test = lambda: mutant


# --- processes


def _in_a_fork(work: Callable[[], Any]) -> Any:
    """Its result; TimeoutError when it used up its time, ChildProcessError when it ended otherwise."""
    temporary = tempfile.mkdtemp(prefix="mutants-", dir=_quick_place())
    with _FORKING:  # no other child may hold the end that is written to
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _be_the_child(work, writing, temporary)
        os.close(writing)
    try:
        return _result(child, reading)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _quick_place() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - mkdtemp makes a folder of its own


def _be_the_child(work: Callable[[], Any], writing: int, temporary: str) -> NoReturn:
    ended = 3
    with suppress(BaseException):
        os.setpgid(0, 0)
        os.environ["PYTEST_DEBUG_TEMPROOT"] = temporary
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nothing, number)
        result = json.dumps(work()).encode() + b"\n"
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(result)
        ended = 0
    os._exit(ended)


def _result(child: int, reading: int) -> Any:
    written, until = b"", time.monotonic() + PATIENCE
    while not written.endswith(b"\n"):
        ready = select.select([reading], [], [], max(0.0, until - time.monotonic()))[0]
        piece = os.read(reading, 1 << 16) if ready else b""
        if not piece:
            break
        written += piece
    os.close(reading)
    if not ready:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with suppress(ProcessLookupError, PermissionError):  # what it started and left running
        os.killpg(child, signal.SIGKILL)
    if not ready or status in {-signal.SIGXCPU, -signal.SIGKILL}:
        raise TimeoutError
    if status or not written:
        raise ChildProcessError(status)
    return json.loads(written)


def _processor_time() -> float:
    """Of this process and of those it waited for."""
    return sum(os.times()[:4])
