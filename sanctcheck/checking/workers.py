"""Several processes that work side by side. One that dies takes its own task with it, and never the run.

Each has one task at a time: so it is known which one it died of, and neither side can wait for the other to read.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

Answer = TypeVar("Answer")
_PATIENCE = 5.0
"""Seconds within which a process whose line is closed has ended."""
_MOST = 32
_MOST_STARTS = 3
"""So many processes are started anew for one task."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without an answer, because its process ended."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A task on which the work raised an error: whoever asked may try it where the error can be seen."""


def usual_number(files: int) -> int:
    """How many processes are worth their start: as many as there are cores, where there are enough files for each."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, _MOST, files // _WORTH_A_PROCESS))


_WORTH_A_PROCESS = 25


@dataclass(slots=True)
class _Worker:
    process: Any
    to: Connection[Any, Any]
    back: Connection[Any, Any]
    number: int | None = None


@dataclass(slots=True)
class Workers(Generic[Answer]):
    """Does work on tasks, in at most `most` processes, which are started as tasks come."""

    work: Callable[[Any], Answer]
    most: int
    _workers: list[_Worker] = field(default_factory=list)
    _done: dict[int, Answer | Lost | Refused] = field(default_factory=dict)
    _is_useless: bool = False
    """Processes end as soon as they start: none is started any more."""
    _context: Any = field(default_factory=lambda: get_context(_method()))

    @property
    def processes(self) -> list[Any]:
        """The processes that there are now."""
        return [worker.process for worker in self._workers]

    def submit(self, number: int, task: object) -> None:
        """Hands a task to a process, once one has nothing to do; refuses it where processes end as soon as they start."""
        for _ in range(0 if self._is_useless else self.most + _MOST_STARTS):
            worker = self._idle()
            try:
                worker.to.send(task)
            except (BrokenPipeError, ConnectionError):
                self._bury(worker)  # it died with nothing to do, so that no task is lost
                continue
            worker.number = number
            return
        self._is_useless = True
        self._done[number] = Refused()

    def is_done(self, number: int) -> bool:
        """Whether the answer to a task is there."""
        return number in self._done

    def result(self, number: int) -> Answer | Lost | Refused:
        """The answer to a task, once it is there. It is handed out once."""
        while number not in self._done:
            self._collect()
        return self._done.pop(number)

    def close(self) -> None:
        """Ends the processes: each ends when its line is closed, and is ended where it does not."""
        for worker in self._workers:
            worker.to.close()
            if worker.number is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.back.close()
        self._workers.clear()

    def _idle(self) -> _Worker:
        while True:
            for worker in self._workers:
                if worker.number is None:
                    return worker
            if len(self._workers) < self.most:
                return self._started()
            self._collect()

    def _started(self) -> _Worker:
        theirs, to = self._context.Pipe(duplex=False)
        back, answers = self._context.Pipe(duplex=False)
        # A process that was copied from this one would else hold the others' lines open, and they would never end.
        ours = [to, back, *(line for worker in self._workers for line in (worker.to, worker.back))]
        is_a_copy = self._context.get_start_method() == "fork"
        process = self._context.Process(
            target=_serve, args=(theirs, answers, self.work, ours if is_a_copy else []), daemon=True
        )
        process.start()
        theirs.close()
        answers.close()
        self._workers.append(_Worker(process, to, back))
        return self._workers[-1]

    def _collect(self) -> None:
        """Takes the next answers that come."""
        busy: dict[Any, _Worker] = {
            worker.back: worker for worker in self._workers if worker.number is not None
        }
        for line in connection.wait(list(busy)):
            worker = busy[line]
            number = worker.number
            assert number is not None  # noqa: S101 - only busy ones were waited for
            try:
                self._done[number] = worker.back.recv()
                worker.number = None
            except (EOFError, OSError):
                self._done[number] = Lost(self._bury(worker))

    def _bury(self, worker: _Worker) -> str:
        """Takes a process that has died out of the ranks, and says how it ended."""
        self._workers.remove(worker)
        worker.to.close()
        worker.back.close()
        worker.process.join(_PATIENCE)
        return _ending(worker.process.exitcode)


def _ending(code: int | None) -> str:
    if code is None:
        return "its process does not answer"
    if code < 0:
        return f"its process was ended by {signal.Signals(-code).name}"
    return f"its process ended with status {code}"


def _method() -> str:
    """A copy of this process is there at once and has read the law. It is safe on Linux alone, and without threads."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _serve(
    tasks: Connection[Any, Any],
    answers: Connection[Any, Any],
    work: Callable[[Any], Any],
    inherited: Sequence[Connection[Any, Any]],
) -> None:
    """What a process does: work until nobody asks any more. Ctrl-C is for the one that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for line in inherited:
        line.close()
    while True:
        try:
            task = tasks.recv()
        except (EOFError, OSError):
            return
        try:
            answer = work(task)
        except Exception:  # noqa: BLE001 - seen again where it can be reported
            answer = Refused()
        answers.send(answer)
