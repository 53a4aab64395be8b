"""Work on many tasks by processes side by side, with the answers in the order of the tasks."""

from __future__ import annotations

import threading
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from sanctcheck.checking.workers import Lost, Refused, Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Task = TypeVar("Task")
Answer = TypeVar("Answer")
_AHEAD = 4
"""Tasks for each process that may be under way or wait for one before them."""


class ProcessEndedError(RuntimeError):
    """A process ended before it answered."""


def in_turn(tasks: Iterable[Task], work: Callable[[Task], Answer], jobs: int) -> Iterator[Answer]:
    """The answer to each task, in order. The first task is done here, so that processes start with what it read.

    Raises:
        ProcessEndedError: a process ended before it answered.
        Exception: what the work raises on a task.
    """
    waiting = iter(tasks)
    for first in map(work, islice(waiting, 1)):
        if jobs == 1 or threading.active_count() > 1:
            yield first
            yield from map(work, waiting)
            return
        workers: Workers[Answer] = Workers(work, jobs)
        try:
            yield from _answers(first, waiting, work, workers)
        finally:
            workers.close()


def _answers(
    first: Answer, tasks: Iterable[Task], work: Callable[[Task], Answer], workers: Workers[Answer]
) -> Iterator[Answer]:
    line: deque[tuple[int, Task]] = deque()
    numbered = enumerate(tasks)
    # The processes start before anything is handed on: whoever takes it may start a thread, beside which none is copied.
    for number, task in islice(numbered, workers.most):
        workers.submit(number, task)
        line.append((number, task))
    yield first
    for number, task in numbered:
        while line and (workers.is_done(line[0][0]) or len(line) > _AHEAD * workers.most):
            yield _answer(line.popleft(), work, workers)
        workers.submit(number, task)
        line.append((number, task))
    while line:
        yield _answer(line.popleft(), work, workers)


def _answer(asked: tuple[int, Task], work: Callable[[Task], Answer], workers: Workers[Answer]) -> Answer:
    number, task = asked
    found = workers.result(number)
    if isinstance(found, Lost):
        raise ProcessEndedError(found.why)
    # An error is raised again here, where it can be told.
    return work(task) if isinstance(found, Refused) else found
