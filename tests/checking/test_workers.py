"""Work in several processes: answers are all there, and a process that dies takes its own task with it alone."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest

from sanctcheck.checking.workers import Lost, Refused, Workers, usual_number

if TYPE_CHECKING:
    from collections.abc import Iterator


def answer(task: Any) -> Any:
    if task == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "left":
        os._exit(7)
    if task == "raised":
        raise ValueError(task)
    return f"{task} done" if task != "large" else "x" * 1_000_000


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers[Any]]:
    # As in a run of the command, whatever threads other tests have left in this process.
    monkeypatch.setattr("sanctcheck.checking.workers._method", lambda: "fork")
    made: Workers[Any] = Workers(answer, 2)
    yield made
    made.close()


def answers(workers: Workers[Any], *tasks: str) -> list[Any]:
    for number, task in enumerate(tasks):
        workers.submit(number, task)
    return [workers.result(number) for number in range(len(tasks))]


def test_every_task_has_its_answer(workers: Workers[Any]) -> None:
    tasks = [str(number) for number in range(20)]

    assert answers(workers, *tasks) == [f"{task} done" for task in tasks]


def test_a_process_that_dies_takes_its_own_task_with_it_and_no_other(workers: Workers[Any]) -> None:
    got = answers(workers, "a", "killed", "b", "left", "c", "killed", "killed", "d")

    killed = Lost("its process was ended by SIGKILL")
    assert got == [
        *("a done", killed, "b done", Lost("its process ended with status 7"), "c done"),
        *(killed, killed, "d done"),
    ]


def test_a_process_that_dies_with_nothing_to_do_loses_nothing(workers: Workers[Any]) -> None:
    assert answers(workers, "a", "b") == ["a done", "b done"]
    for process in workers.processes:
        process.kill()
        process.join()

    assert answers(workers, "c", "d", "e") == ["c done", "d done", "e done"]


def test_where_processes_end_as_soon_as_they_start_no_more_are_started(
    workers: Workers[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*_: object) -> None:
        os._exit(3)

    started = []
    start = workers._started  # noqa: SLF001 - what is started is looked at

    def ended() -> Any:
        worker = start()
        worker.process.join()
        started.append(worker)
        return worker

    monkeypatch.setattr("sanctcheck.checking.workers._serve", end)
    monkeypatch.setattr(Workers, "_started", lambda _: ended())

    assert answers(workers, *["a"] * 50) == [Refused()] * 50
    assert len(started) < 10


def test_an_error_is_for_whoever_asked(workers: Workers[Any]) -> None:
    assert answers(workers, "raised", "a") == [Refused(), "a done"]


def test_large_answers_block_nobody(workers: Workers[Any]) -> None:
    assert [len(each) for each in answers(workers, "large", "large", "large", "large")] == [1_000_000] * 4


def test_no_process_outlives_the_end(workers: Workers[Any]) -> None:
    answers(workers, "a", "b")
    processes = workers.processes
    started = time.monotonic()
    workers.close()

    assert len(processes) == 2
    assert [process.exitcode for process in processes] == [0, 0]
    assert time.monotonic() - started < 5


def test_few_files_are_worth_no_process_beside() -> None:
    assert usual_number(1) == usual_number(40) == 1
    assert 1 <= usual_number(10_000) <= 32
