"""Regimes side by side: the order between two values, regimes on their own days, and what was gained and lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import EXAMPLE_REGIME, ROOT

from sanctcheck.compare import RELATION, Question, compared, relation
from sanctcheck.days import Period
from sanctcheck.errors import LawError, UsageError
from sanctcheck.law.cells import Cell, Value, cells
from sanctcheck.law.load import Law, packaged_law
from sanctcheck.law.position import Answer, Comparison
from sanctcheck.law.spans import span_of
from sanctcheck.law.time import was_law

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.law.model import Regime

UNHURRIED = settings(deadline=None)
DAY = date(2026, 11, 25)
LAW = packaged_law()
SHORTER = Comparison(stricter_period="shorter")
LONGER = Comparison(stricter_period="longer", stricter_answer="neither")
SCALE = Comparison(scale=["deferential", "full review"])


def cell(answer: Answer, period: Period | None = None, term: str | None = None) -> Cell:
    return Cell(Value(answer, period, term), "position")


def months(number: int) -> Period:
    return Period(number, "months")


@pytest.mark.parametrize(
    ("one", "other", "order", "expected"),
    [
        (cell("yes"), cell("yes"), Comparison(), "same"),
        (cell("no"), cell("yes"), Comparison(), "weaker"),
        (cell("yes"), cell("no"), Comparison(), "stricter"),
        (cell("partial"), cell("policy"), Comparison(), "stricter"),
        (cell("policy"), cell("no"), Comparison(), "stricter"),
        (cell("yes"), cell("no"), Comparison(stricter_answer="no"), "weaker"),
        (cell("yes"), cell("no"), Comparison(stricter_answer="neither"), "different"),
        (cell("yes", months(3)), cell("yes", months(12)), SHORTER, "stricter"),
        (cell("yes", months(36)), cell("yes", months(12)), SHORTER, "weaker"),
        (cell("yes", months(3)), cell("yes", Period(90, "days")), SHORTER, "different"),
        (cell("yes"), cell("yes", months(12)), SHORTER, "weaker"),
        (cell("yes", months(12)), cell("yes"), SHORTER, "stricter"),
        (cell("yes", Period(6, "years")), cell("yes", months(2)), LONGER, "stricter"),
        (cell("yes", months(2)), cell("yes", Period(6, "years")), LONGER, "weaker"),
        (cell("yes", term="full review"), cell("yes", term="deferential"), SCALE, "stricter"),
        (cell("yes", term="deferential"), cell("yes", term="full review"), SCALE, "weaker"),
        (cell("yes", term="suspicion"), cell("yes", term="belief"), Comparison(), "different"),
        (cell("yes", term="Ombudsperson"), cell("yes"), Comparison(), "same"),
        (cell("yes", months(3), "certificate"), cell("yes"), Comparison(), "same"),
        (cell("yes", months(3)), cell("yes", months(2)), Comparison(), "different"),
        (cell("unsettled"), cell("yes"), Comparison(), "unsettled"),
        (cell("yes"), cell("not-examined"), Comparison(), "unsettled"),
        (cell("not-applicable"), cell("yes"), Comparison(), "not-comparable"),
        (None, cell("yes"), Comparison(), "not-comparable"),
    ],
)
def test_two_values_are_ordered_by_their_standard(
    one: Cell | None, other: Cell, order: Comparison, expected: str
) -> None:
    assert expected == relation(one, other, order)


PERIODS = st.none() | st.builds(
    Period, st.integers(0, 400), st.sampled_from(["days", "working-days", "months", "years"])
)
CELLS = st.builds(cell, st.sampled_from(get_args(Answer)), PERIODS, st.sampled_from([None, "a", "b", "c"]))
ORDERS = st.builds(
    Comparison,
    stricter_answer=st.sampled_from(["yes", "no", "neither"]),
    stricter_period=st.sampled_from(["shorter", "longer", "neither"]),
    scale=st.sampled_from([[], ["a", "b"]]),
)


@UNHURRIED
@given(CELLS, CELLS, ORDERS)
def test_what_is_weaker_one_way_is_stricter_the_other(one: Cell, other: Cell, order: Comparison) -> None:
    mirrored = {"weaker": "stricter", "stricter": "weaker"}
    there, back = relation(one, other, order), relation(other, one, order)

    assert mirrored.get(there, there) == back
    assert there in RELATION


@UNHURRIED
@given(CELLS, ORDERS)
def test_a_value_is_the_same_as_itself_if_it_is_known(value: Cell, order: Comparison) -> None:
    known = value.value.answer not in {"unsettled", "not-examined"}

    assert relation(value, value, order) == ("same" if known else "unsettled")


def test_rows_are_the_standards_in_their_order_and_columns_the_regimes_with_the_draft_last() -> None:
    table = compared(LAW, Question(DAY, programmes=True))

    assert [row.standard.id for row in table.rows] == list(LAW.standards)
    assert [column.name for column in table.columns] == list(LAW.regime_ids)
    assert table.columns[-1].name == "common"


def test_programmes_on_other_subjects_are_left_out_unless_asked_for() -> None:
    kinds = {column.regime.kind for column in compared(LAW, Question(DAY)).columns}

    assert kinds == {"regime", "collective-standard"}


def test_only_rows_that_differ_are_left_on_request() -> None:
    whole = compared(LAW, Question(DAY, ("gb-ghr", "gb-gac")))
    differing = compared(LAW, Question(DAY, ("gb-ghr", "gb-gac"), only_differing=True))

    assert [row for row in whole.rows if row.differs] == list(differing.rows)
    assert 0 < len(differing.rows) < len(whole.rows)


def test_the_draft_joins_as_a_column_when_regimes_are_held_against_it() -> None:
    table = compared(LAW, Question(DAY, ("eu-ghr",), against="common", standards=("periodic-review",)))

    assert [column.name for column in table.columns] == ["eu-ghr", "common"]
    assert table.rows[0].relations[1] is None
    assert table.rows[0].relations[0] in RELATION


def test_one_regime_on_two_days_is_its_history_earlier_day_first() -> None:
    table = compared(LAW, Question(DAY, ("gb-ghr@2026-01-01", "gb-ghr@2021-01-01")))

    assert table.is_history
    assert [column.day.year for column in table.columns] == [2021, 2026]


def test_the_law_of_2022_shows_in_the_history_of_the_human_rights_regulations() -> None:
    table = compared(LAW, Question(DAY, ("gb-ghr@2021-01-01", "gb-ghr@2026-01-01"), only_differing=True))

    assert "urgent-procedure" in {row.standard.id for row in table.rows}


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("gb-grh",), "No regime is called “gb-grh”"),
        (("gb-ghr@2021-02-30",), "“2021-02-30” is no day"),
        (("gb-ghr@",), "“” is no day"),
    ],
)
def test_a_column_that_is_none_is_refused_with_a_way_out(names: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        compared(LAW, Question(DAY, names))

    assert message in str(refused.value)


def test_a_standard_that_is_none_is_refused_with_a_hint() -> None:
    with pytest.raises(UsageError) as refused:
        compared(LAW, Question(DAY, standards=("periodic-revew",)))

    assert "Did you mean “periodic-review”?" in str(refused.value)


def test_positions_that_are_in_force_at_once_are_refused(tmp_path: Path) -> None:
    position = (
        '  - {standards: [expiry], answer: "yes", provision: {instrument: act}, verified: text, source: s}\n'
    )
    (tmp_path / "standards.yaml").write_bytes((ROOT / "criteria" / "standards.yaml").read_bytes())
    (tmp_path / "example.yaml").write_text(
        EXAMPLE_REGIME.replace("criteria:\n", f"positions:\n{position}{position}criteria:\n")
    )

    with pytest.raises(LawError) as refused:
        Law(tmp_path).regime("example")

    assert [flaw.rule for _, flaw in refused.value.found] == ["two-positions"]


@pytest.mark.parametrize("name", LAW.regime_ids)
def test_no_standard_is_passed_over_in_silence(name: str) -> None:
    regime = LAW.regime(name).regime
    found = cells(regime, LAW.standards, DAY if was_law(regime, DAY) else last_day(regime))

    assert [standard for standard, each in found.items() if each is None] == []
    assert [
        standard for standard, each in found.items() if each and each.value.answer == "not-examined"
    ] == []


def last_day(regime: Regime) -> date:
    """The last day on which a regime that has ended was the law."""
    spans = (span_of(each, regime) for each in regime.conduct or regime.criteria)
    return max(date.fromisoformat(span.until) for span in spans if span is not None and span.until)


def test_a_column_after_the_last_day_that_is_known_says_so() -> None:
    before, after = (
        compared(LAW, Question(DAY, (f"eu-ghr@{day}",))).columns[0] for day in ("2026-12-08", "2026-12-09")
    )

    assert before.passed == []
    assert {each.on for each in after.passed} == {"2026-12-08"}


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (Question(DAY, ("gb-ghr",), only_differing=True), "takes two regimes"),
        (Question(DAY, families=("scope",), standards=("expiry",)), "None of these standards"),
    ],
)
def test_a_question_that_nothing_can_answer_is_refused(question: Question, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        compared(LAW, question)
