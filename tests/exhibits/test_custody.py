"""Gaps in a chain of custody: each is found at its step, and a chain without one is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support import TODAY, document, shaped

from sanctcheck.dossier.model import Dossier
from sanctcheck.exhibits.custody import custody_flaws

if TYPE_CHECKING:
    from sanctcheck.reading.document import Flaw

ONE, OTHER = "1" * 64, "2" * 64
HEAD = """\
format: dossier/1
id: x
target: {type: person, names: [{name: X}]}
exhibits:
  - id: E1
    title: T
    kind: other
    obtained: 2025-03-01
    file: x
    sha256: "%s"
    custody:
"""
WHOLE = """\
      - {day: 2025-03-01, holder: the field team, received_from: a clinic, action: copied, tool: dd 9.1, sha256: "%s"}
      - {day: 2025-03-04, holder: registry, received_from: The field team, sha256: "%s"}
      - {day: 2025-03-04, holder: Registry, action: sealed}
"""


def gaps(steps: str, head: str = HEAD % ONE) -> list[Flaw]:
    read = document(head + steps)
    found = list(custody_flaws(shaped(read.value, Dossier), read, TODAY))
    for flaw in found:
        assert flaw.place == read.place(flaw.pointer)
        assert "registry" not in flaw.message.lower()
        assert "clinic" not in flaw.message
    return found


def only(steps: str, head: str = HEAD % ONE) -> tuple[Any, ...]:
    (flaw,) = gaps(steps, head)
    return flaw.rule, flaw.severity, flaw.pointer[3:]


def changed(*changes: tuple[str, str]) -> str:
    text = WHOLE % (ONE, ONE)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_whole_chain_has_no_gap() -> None:
    assert gaps(WHOLE % (ONE, ONE)) == []


def test_an_exhibit_without_a_chain_is_left_to_the_law_of_the_regime() -> None:
    read = document(HEAD % ONE + "      []\n")

    assert list(custody_flaws(shaped(read.value, Dossier), read, TODAY)) == []


def test_a_step_before_the_one_above_it_is_out_of_order() -> None:
    found = gaps(changed(("day: 2025-03-04, holder: R", "day: 2025-03-02, holder: R")))

    assert [(flaw.rule, flaw.severity, flaw.pointer[3:]) for flaw in found] == [
        ("custody-order", "error", (2, "day"))
    ]
    assert found[0].related[0][0].line == 13


@pytest.mark.parametrize("day", ["2025", "2025-03", "about 2025-03-03", "2025-03-05"])
def test_days_that_may_be_in_order_are(day: str) -> None:
    assert gaps(changed(("day: 2025-03-04, holder: R", f"day: {day}, holder: R"))) == []


def test_a_step_without_a_known_day_is_a_gap() -> None:
    steps = changed(("day: 2025-03-04, holder: R", "day: unknown, holder: R"))

    assert only(steps) == ("custody-day-unknown", "warning", (2, "day"))


def test_a_step_in_the_future_is_an_error() -> None:
    steps = changed(("day: 2025-03-04, holder: R", "day: 2027-03-04, holder: R"))

    assert only(steps) == ("day-in-future", "error", (2, "day"))


def test_a_holder_who_had_it_from_somebody_else_shows_a_missing_step() -> None:
    steps = changed(("received_from: The field team", "received_from: courier"))

    assert only(steps) == ("custody-hand-over-missing", "warning", (1, "received_from"))


def test_another_holder_of_whom_nothing_says_how_it_came_to_them_is_a_gap() -> None:
    steps = changed((", received_from: The field team", ""))

    assert only(steps) == ("custody-hand-over-missing", "warning", (1, "holder"))


def test_an_action_can_say_how_it_came_to_the_holder() -> None:
    assert gaps(changed(("received_from: The field team", "action: taken over in person"))) == []


def test_a_chain_that_begins_after_the_obtaining_is_a_gap() -> None:
    steps = changed(("day: 2025-03-01", "day: 2025-03-02"))

    assert only(steps) == ("custody-begins-late", "warning", (0, "day"))


def test_a_chain_may_begin_with_those_who_held_it_before_it_was_obtained() -> None:
    assert gaps("      - {day: 2024-01-01, holder: clinic, action: made}\n" + WHOLE % (ONE, ONE)) == []


def test_a_chain_that_passes_over_the_obtaining_is_a_gap() -> None:
    steps = changed(("day: 2025-03-01", "day: 2025-02-01"))

    assert only(steps) == ("custody-begins-late", "warning", (0, "day"))


def test_a_hash_that_changes_between_two_steps_is_an_error() -> None:
    found = gaps(WHOLE % (OTHER, ONE))

    assert [(flaw.rule, flaw.severity, flaw.pointer[3:]) for flaw in found] == [
        ("custody-hash-changed", "error", (1, "sha256"))
    ]


def test_a_change_with_a_reason_is_none() -> None:
    second = f'sha256: "{ONE}"}}\n      - {{day: 2025-03-04, holder: Registry'
    explained = second.replace(ONE, f'{OTHER}", changed_because: "redacted')

    assert gaps(changed((second, explained)), HEAD % OTHER) == []


def test_a_last_hash_that_is_not_the_files_is_an_error() -> None:
    assert only(WHOLE % (ONE, ONE), HEAD % OTHER) == ("custody-hash-last", "error", (1, "sha256"))


def test_a_reason_at_a_later_step_accounts_for_another_last_hash() -> None:
    assert gaps(changed(("action: sealed", "changed_because: converted")), HEAD % OTHER) == []


@pytest.mark.parametrize("obtained", ["unknown", "2025-03-01"])
def test_what_is_not_known_is_not_compared(obtained: str) -> None:
    text = (HEAD % ONE).replace("obtained: 2025-03-01", f"obtained: {obtained}")

    assert {flaw.rule for flaw in gaps("      - {day: unknown, holder: registry}\n", text)} == {
        "custody-day-unknown"
    }
