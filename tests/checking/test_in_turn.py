"""Tasks done side by side: every answer, in the order of the tasks; what goes wrong is not lost."""

from __future__ import annotations

import os
import signal
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.checking.in_turn import ProcessEndedError, in_turn

PARENT = os.getpid()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a run of the command, whatever threads other tests have left in this process."""
    monkeypatch.setattr("sanctcheck.checking.in_turn.threading.active_count", lambda: 1)
    monkeypatch.setattr("sanctcheck.checking.workers._method", lambda: "fork")


def doubled(number: int) -> int:
    if number % 3 == 0:
        time.sleep(0.002)
    return 2 * number


def where(_: int) -> int:
    time.sleep(0.005)
    return os.getpid()


def refused(number: int) -> int:
    if number == 5:
        raise ValueError("five")
    return number


def ended(number: int) -> int:
    if number == 5 and os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@given(st.integers(0, 30), st.integers(1, 4))
@settings(deadline=None, max_examples=15)
def test_answers_come_in_the_order_of_the_tasks(number: int, jobs: int) -> None:
    assert list(in_turn(range(number), doubled, jobs)) == [2 * each for each in range(number)]


@pytest.mark.usefixtures("alone")
def test_the_first_task_is_done_here_and_the_others_beside() -> None:
    first, *others = in_turn(range(20), where, 2)

    assert first == PARENT
    assert PARENT not in others
    assert len(set(others)) == 2


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="five"):
        list(in_turn(range(10), refused, 2))


@pytest.mark.usefixtures("alone")
def test_a_process_that_ends_ends_the_work_and_is_not_taken_for_an_answer() -> None:
    with pytest.raises(ProcessEndedError, match="SIGKILL"):
        list(in_turn(range(10), ended, 2))
