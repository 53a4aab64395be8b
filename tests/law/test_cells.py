"""Where a regime stands on a standard: what is stated, what the criteria say, and what nobody has looked at."""

from __future__ import annotations

from datetime import date

import pytest
from support import EXAMPLE_REGIME, regime

from sanctcheck.days import Period
from sanctcheck.law.cells import Cell, Value, cells

DAY = date(2026, 1, 1)
POSITION = """\
positions:
  - standards: [{standard}]
    answer: "{answer}"
    {value}
    provision: {{instrument: act, at: s. 9}}
    {days}
    verified: text
    source: s
"""


def with_position(standard: str = "expiry", answer: str = "yes", value: str = "", days: str = "") -> str:
    stated = POSITION.format(standard=standard, answer=answer, value=value, days=days)
    return EXAMPLE_REGIME.replace("criteria:\n", stated + "criteria:\n")


def cell_of(text: str, standard: str, day: date = DAY) -> Cell:
    cell = found(text, standard, day)
    assert cell is not None
    return cell


def found(text: str, standard: str, day: date) -> Cell | None:
    return cells(regime(text), [standard], day)[standard]


@pytest.mark.parametrize(
    ("force", "answer"), [("duty", "yes"), ("policy", "policy"), ("good-practice", "no")]
)
def test_a_criterion_says_by_its_force_whether_the_law_has_it(force: str, answer: str) -> None:
    cell = cell_of(EXAMPLE_REGIME.replace("force: duty", f"force: {force}"), "notification")

    assert answer == cell.value.answer
    assert cell.provisions == ("2020 c. 1, s. 7",)
    assert cell.criteria == ("notice",)


def test_a_period_of_a_duty_is_its_value() -> None:
    text = EXAMPLE_REGIME.replace(
        "check: notified", "check: notified\n    with: {within: {number: 14, unit: days}}"
    )

    assert cell_of(text, "notification").value == Value("yes", Period(14, "days"))


def test_a_period_that_only_good_practice_asks_for_is_no_value_of_the_law() -> None:
    text = EXAMPLE_REGIME.replace("force: duty", "force: good-practice").replace(
        "check: notified", "check: notified\n    with: {within: {number: 14, unit: days}}"
    )

    assert cell_of(text, "notification").value == Value("no")


def test_the_strongest_of_several_criteria_counts() -> None:
    second = EXAMPLE_REGIME.rpartition("criteria:\n")[2].replace("id: notice", "id: told")
    text = EXAMPLE_REGIME.replace("force: duty", "force: good-practice") + second

    cell = cell_of(text, "notification")

    assert cell.value == Value("yes")
    assert cell.criteria == ("notice", "told")


def test_the_draft_of_a_collective_standard_has_what_it_asks_for_whatever_its_force() -> None:
    text = EXAMPLE_REGIME.replace("force: duty", "force: good-practice").replace(
        "jurisdiction: Nowhere", "jurisdiction: Nowhere\nkind: collective-standard"
    )

    assert cell_of(text, "notification").value == Value("yes")


def test_a_position_stands_before_what_the_criteria_say() -> None:
    text = with_position("notification", "partial", "term: by publication")

    assert cell_of(text, "notification").value == Value("partial", term="by publication")


def test_a_position_counts_on_the_days_on_which_it_is_in_force() -> None:
    text = with_position(
        value="period: {number: 3, unit: years}", days="in_force: {from: 2020-01-01, until: 2024-11-07}"
    )

    assert cell_of(text, "expiry", date(2024, 11, 7)).value == Value("yes", Period(3, "years"))
    assert cell_of(text, "expiry", date(2024, 11, 8)).value.answer == "not-examined"


def test_what_holds_otherwise_fills_the_rest_of_a_short_regime() -> None:
    text = EXAMPLE_REGIME.replace(
        "criteria:\n",
        "otherwise: {answer: unsettled, provision: {instrument: not-read}, verified: uncertain}\ncriteria:\n",
    )

    cell = cell_of(text, "expiry")

    assert cell.value == Value("unsettled")
    assert cell.provisions == ("not read",)


def test_silence_is_no_value() -> None:
    cell = cell_of(EXAMPLE_REGIME, "expiry")

    assert (cell.value.answer, cell.basis, cell.provisions) == ("not-examined", "nothing", ())


def test_a_regime_has_no_cells_before_it_was_law() -> None:
    assert found(EXAMPLE_REGIME, "notification", date(2019, 12, 31)) is None
    assert found(EXAMPLE_REGIME, "notification", date(2020, 1, 1)) is not None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Value("yes"), "yes"),
        (Value("no"), "no"),
        (Value("not-applicable"), "not applicable"),
        (Value("yes", Period(1, "years")), "1 year"),
        (Value("yes", Period(3, "working-days")), "3 working days"),
        (Value("yes", term="without delay"), "without delay"),
        (Value("partial", Period(56, "days"), "urgent only"), "partial: 56 days; urgent only"),
    ],
)
def test_a_value_is_shown_in_few_words(value: Value, shown: str) -> None:
    assert shown == str(value)
