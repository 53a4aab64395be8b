from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from sanctcheck.checks.periods import Within, duration_of, last_day, surely_longer
from sanctcheck.days import Period, Unit, after, exactly, stated_day
from sanctcheck.dossier.model import Duration

UNITS = st.sampled_from(["days", "months", "years"])


@pytest.mark.parametrize("number", [56, "56", 56.0])
def test_a_number_may_come_as_text_from_a_file(number: Any) -> None:
    assert Within.model_validate({"number": number, "unit": "days"}).period == Period(56, "days")


@pytest.mark.parametrize("number", [None, [], {}, "many", "", "5.5", 5.5, -1, "-1"])
def test_what_is_no_whole_number_is_refused_at_its_place(number: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        Within.model_validate({"number": number, "unit": "days"})

    assert [detail["loc"] for detail in caught.value.errors()] == [("number",)]


@pytest.mark.parametrize("unit", ["weeks", "day", ""])
def test_a_unit_that_the_law_does_not_count_in_is_refused(unit: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Within.model_validate({"number": 1, "unit": unit})

    assert [detail["loc"] for detail in caught.value.errors()] == [("unit",)]


def test_without_a_period_there_is_no_last_day() -> None:
    assert last_day(exactly(date(2026, 3, 1)), None) is None


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2026-03-01", date(2026, 4, 26)),
        ("2026-03", date(2026, 5, 26)),
        ("2026", date(2027, 2, 25)),
        ("before 2026-03-01", date(2026, 4, 26)),
        ("after 2026-03-01", date.max),
    ],
)
def test_the_time_runs_from_the_latest_day_that_the_start_can_mean(start: str, last: date) -> None:
    begins = stated_day(start)

    assert begins is not None
    assert last_day(begins, Within(number=56, unit="days")) == last


def test_a_duration_of_a_dossier_is_a_period() -> None:
    assert duration_of(Duration(number=3, unit="months")) == Period(3, "months")


@pytest.mark.parametrize(
    ("number", "unit", "limit", "limit_unit", "longer"),
    [
        (91, "days", 90, "days", True),
        (90, "days", 90, "days", False),
        (89, "days", 90, "days", False),
        (3, "months", 90, "days", False),
        (90, "days", 3, "months", False),
        (93, "days", 3, "months", True),
        (92, "days", 3, "months", False),
        (4, "months", 90, "days", True),
        (12, "months", 1, "years", False),
        (13, "months", 1, "years", True),
        (1, "years", 365, "days", False),
        (1, "years", 364, "days", True),
        (366, "days", 1, "years", False),
        (367, "days", 1, "years", True),
        (1, "days", 0, "days", True),
        (10**12, "years", 1, "years", True),
        (1, "years", 10**12, "years", False),
    ],
)
def test_a_period_is_longer_only_where_it_surely_is(
    number: int,
    unit: Unit,
    limit: int,
    limit_unit: Unit,
    longer: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert surely_longer(Period(number, unit), Period(limit, limit_unit)) is longer


@settings(deadline=None, max_examples=200)
@given(
    st.builds(Period, st.integers(0, 60), UNITS),
    st.builds(Period, st.integers(0, 60), UNITS),
    st.dates(date(2001, 1, 1), date(2090, 12, 31)),
)
@example(Period(59, "days"), Period(2, "months"), date(2025, 12, 31))
def test_what_is_surely_longer_never_ends_sooner(one: Period, other: Period, start: date) -> None:
    if surely_longer(one, other):
        assert after(start, one) >= after(start, other)
    assert not (surely_longer(one, other) and surely_longer(other, one))
