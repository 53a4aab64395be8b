from __future__ import annotations

import calendar
import re
import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sanctcheck.days import (
    DAY_PATTERN,
    STATED_DAY_PATTERN,
    Period,
    StatedDay,
    Unit,
    after,
    before,
    exactly,
    has_end,
    stated_day,
)

ON_ANY_MACHINE = settings(deadline=None, max_examples=200)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
QUALIFIERS = st.sampled_from(["", "about ", "on or about ", "before ", "after "])
PERIODS = st.builds(
    Period, st.integers(min_value=0, max_value=400), st.sampled_from(["days", "months", "years"])
)
HOSTILE = 50_000


def _span(earliest: str, latest: str) -> StatedDay:
    return StatedDay(date.fromisoformat(earliest), date.fromisoformat(latest))


def _is_day(text: str) -> bool:
    return re.match(DAY_PATTERN, text) is not None


def _is_stated(text: str) -> bool:
    return re.match(STATED_DAY_PATTERN, text) is not None


@st.composite
def stated_texts(draw: st.DrawFn) -> str:
    written = draw(DAYS).isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    return draw(QUALIFIERS) + written


# What is a day


@ON_ANY_MACHINE
@given(DAYS)
@example(date(1000, 1, 1))
@example(date(2999, 12, 31))
@example(date(1600, 2, 29))
def test_every_day_of_the_calendar_fits_the_pattern(day: date) -> None:
    assert _is_day(day.isoformat())
    assert _is_stated(day.isoformat())


@ON_ANY_MACHINE
@given(st.integers(1000, 2999), st.integers(0, 13), st.integers(0, 32))
@example(2023, 2, 29)
@example(1900, 2, 29)
@example(2100, 2, 29)
@example(2000, 2, 29)
def test_the_pattern_takes_exactly_the_days_that_the_calendar_has(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
        exists = True
    except ValueError:
        exists = False

    assert exists == _is_day(f"{year}-{month:02}-{day:02}")


def test_the_pattern_knows_every_leap_day() -> None:
    leap_years = [year for year in range(1000, 3000) if _is_day(f"{year}-02-29")]

    assert leap_years == [year for year in range(1000, 3000) if calendar.isleap(year)]


@ON_ANY_MACHINE
@given(st.text(alphabet="0123456789-/T: \n", max_size=12))
def test_what_fits_the_pattern_is_a_day_of_the_calendar(text: str) -> None:
    if _is_day(text):
        assert date.fromisoformat(text).isoformat() == text


REFUSED = [
    "",
    "2023-02-29",
    "1900-02-29",
    "2024-02-30",
    "2024-04-31",
    "2024-00-01",
    "2024-13-01",
    "2024-13",
    "2024-01-00",
    "2024-1-1",
    "20240101",
    "2024-W01-1",
    "0999-12-31",
    "3000-01-01",
    "0999",
    "3000",
    " 2024",
    "2024 ",
    "2024\n",
    "2024-03-01\n",
    "\u0662\u0660\u0662\u0664",
    "\u0662\u0660\u0662\u0664-\u0660\u0663-\u0660\u0661",
    "2024\u201303\u201301",
    "about",
    "about  2024",
    "About 2024",
    "about about 2024",
    "on 2024",
    "about unknown",
    "Unknown",
    "The day",
    "T",
    "2024-03-01T12:00:00",
    "2024-03-01T12:00",
    "2024-03-01 12:00:00Z",
    "2024-03-01T24:00:00Z",
    "2024-03-01T24:00Z",
    "2024-03-01T12:60:00Z",
    "2024-03-01T12:00:60Z",
    "2024-03-01T12:00:00+99:99",
    "2024-03-01T12:00:00+15:00",
    "2024-03-01T12:00:00+0100",
    "2024-03-01T12:00:00z",
    "2023-02-29T12:00:00Z",
    "2024-03T12:00:00Z",
    "about 2024-03-01T12:00:00Z",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_and_has_no_span(text: str) -> None:
    assert not _is_stated(text)
    assert stated_day(text) is None


@pytest.mark.parametrize("text", [None, "unknown"])
def test_an_unknown_day_has_no_span(text: str | None) -> None:
    assert stated_day(text) is None


@pytest.mark.parametrize(
    "text", ["2" * HOSTILE, "2024-" * 10_000, "about " * 10_000, "2024-02-29T00:00:00." + "0" * HOSTILE]
)
@pytest.mark.parametrize("pattern", [DAY_PATTERN, STATED_DAY_PATTERN])
def test_hostile_text_is_refused_at_once(pattern: str, text: str) -> None:
    compiled = re.compile(pattern)
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        assert compiled.match(text) is None
        taken.append(time.perf_counter() - begun)

    assert min(taken) < 0.05


# What a stated day can mean


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-03-01", "2024-03-01", "2024-03-01"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("about 2024-03-01", "2024-02-23", "2024-03-08"),
        ("on or about 2024-03-01", "2024-02-23", "2024-03-08"),
        ("about 2024-03", "2024-01-30", "2024-05-01"),
        ("about 2024", "2022-12-31", "2026-01-01"),
        ("about 1000", "0998-12-31", "1002-01-01"),
        ("about 2999", "2997-12-31", "3001-01-01"),
        ("before 2024", "0001-01-01", "2024-12-31"),
        ("before 2024-03-01", "0001-01-01", "2024-03-01"),
        ("after 2024-03", "2024-03-01", "9999-12-31"),
    ],
)
def test_a_stated_day_means_a_span(text: str, earliest: str, latest: str) -> None:
    assert stated_day(text) == _span(earliest, latest)


@ON_ANY_MACHINE
@given(stated_texts())
@example("about 1000")
@example("about 2999")
@example("before 1000")
@example("after 2999")
def test_a_span_never_ends_before_it_begins(text: str) -> None:
    span = stated_day(text)

    assert _is_stated(text)
    assert span is not None
    assert span.earliest <= span.latest


@ON_ANY_MACHINE
@given(DAYS, st.sampled_from([4, 7, 10]), QUALIFIERS)
def test_a_partial_day_can_mean_each_of_its_days(day: date, length: int, qualifier: str) -> None:
    span = stated_day(qualifier + day.isoformat()[:length])

    assert span is not None
    assert span.earliest <= day <= span.latest


@ON_ANY_MACHINE
@given(DAYS, st.sampled_from([4, 7]))
def test_a_partial_day_means_no_day_of_another_month_or_year(day: date, length: int) -> None:
    written = day.isoformat()[:length]
    span = stated_day(written)

    assert span is not None
    for outside in (span.earliest - timedelta(days=1), span.latest + timedelta(days=1)):
        assert not outside.isoformat().startswith(written)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-01T12:00:00Z", "2024-03-01"),
        ("2024-03-01T12:00Z", "2024-03-01"),
        ("2024-03-01T12:00:00.123456Z", "2024-03-01"),
        ("2024-03-01T12:00:00.1Z", "2024-03-01"),
        ("2024-03-01T00:30:00+01:00", "2024-02-29"),
        ("2024-02-29T23:30:00-01:00", "2024-03-01"),
        ("2024-12-31T23:59:59-14:59", "2025-01-01"),
        ("1000-01-01T00:00:00+14:59", "0999-12-31"),
        ("2999-12-31T23:59:59-14:59", "3000-01-01"),
    ],
)
def test_a_time_with_its_zone_is_a_day_of_universal_time(text: str, day: str) -> None:
    assert stated_day(text) == exactly(date.fromisoformat(day))


@ON_ANY_MACHINE
@given(
    st.datetimes(min_value=datetime(1001, 1, 1), max_value=datetime(2998, 1, 1)),  # noqa: DTZ001 - the zone is drawn
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_the_same_moment_is_the_same_day_in_every_zone(moment: datetime, offset: int) -> None:
    in_universal_time = moment.replace(tzinfo=UTC)
    elsewhere = in_universal_time.astimezone(timezone(timedelta(minutes=offset))).isoformat()

    assert stated_day(elsewhere) == exactly(in_universal_time.date())


@pytest.mark.parametrize(
    ("text", "ends"), [("after 2024", False), ("before 2024", True), ("about 2999", True)]
)
def test_only_a_day_after_another_has_no_end(text: str, ends: bool) -> None:  # noqa: FBT001 - a column of the table
    span = stated_day(text)

    assert span is not None
    assert has_end(span) is ends


# Comparing


@pytest.mark.parametrize(
    ("one", "other", "surely_before"),
    [
        ("2024-02-29", "2024-03-01", True),
        ("2024-03-01", "2024-03-01", False),
        ("2024-03-02", "2024-03-01", False),
        ("2024-02", "2024-03", True),
        ("2024-03", "2024-03-31", False),
        ("2024-03", "2024", False),
        ("2023", "2024-01-01", True),
        ("about 2024-02-20", "2024-02-28", True),
        ("about 2024-02-21", "2024-02-28", False),
        ("before 2024", "2025", True),
        ("after 2024", "2030", False),
        ("2023", "after 2024", True),
    ],
)
def test_a_day_lies_before_another_only_where_the_spans_allow_it(
    one: str,
    other: str,
    surely_before: bool,  # noqa: FBT001 - a column of the table
) -> None:
    first, second = stated_day(one), stated_day(other)

    assert first is not None
    assert second is not None
    assert first.surely_before(second) is surely_before
    assert second.surely_after(first) is surely_before


@ON_ANY_MACHINE
@given(stated_texts(), stated_texts())
def test_of_two_days_at_most_one_lies_before_the_other(one: str, other: str) -> None:
    first, second = stated_day(one), stated_day(other)

    assert first is not None
    assert second is not None
    assert not (first.surely_before(second) and first.surely_after(second))
    assert first.surely_before(second) == second.surely_after(first)


# Periods


@pytest.mark.parametrize(
    ("day", "number", "unit", "last"),
    [
        ("2024-02-28", 1, "days", "2024-02-29"),
        ("2024-02-29", 1, "days", "2024-03-01"),
        ("2023-02-28", 1, "days", "2023-03-01"),
        ("2024-12-31", 1, "days", "2025-01-01"),
        ("2026-03-01", 56, "days", "2026-04-26"),
        ("2024-01-31", 1, "months", "2024-02-29"),
        ("2023-01-31", 1, "months", "2023-02-28"),
        ("2024-02-29", 1, "months", "2024-03-29"),
        ("2024-03-31", 1, "months", "2024-04-30"),
        ("2024-11-30", 3, "months", "2025-02-28"),
        ("2024-12-15", 1, "months", "2025-01-15"),
        ("2024-02-29", 1, "years", "2025-02-28"),
        ("2024-02-29", 4, "years", "2028-02-29"),
        ("2096-02-29", 4, "years", "2100-02-28"),
        ("2024-03-01", 0, "days", "2024-03-01"),
        ("2024-03-31", 0, "months", "2024-03-31"),
        ("9999-12-31", 1, "days", "9999-12-31"),
        ("9999-12-31", 1, "months", "9999-12-31"),
        ("9999-01-01", 1, "years", "9999-12-31"),
        ("2024-03-01", 10**12, "days", "9999-12-31"),
        ("2024-03-01", 10**12, "months", "9999-12-31"),
        ("2024-03-01", 10**12, "years", "9999-12-31"),
        ("9999-11-30", 1, "months", "9999-12-30"),
    ],
)
def test_a_period_ends_by_the_calendar(day: str, number: int, unit: Unit, last: str) -> None:
    assert after(date.fromisoformat(day), Period(number, unit)) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("day", "number", "unit", "latest"),
    [
        ("2024-03-01", 15, "days", "2024-02-15"),
        ("2024-03-01", 1, "days", "2024-02-29"),
        ("2024-03-31", 1, "months", "2024-02-29"),
        ("2023-03-31", 1, "months", "2023-02-28"),
        ("2024-01-15", 1, "months", "2023-12-15"),
        ("2024-02-29", 1, "years", "2023-02-28"),
        ("2024-03-01", 0, "days", "2024-03-01"),
        ("0001-01-01", 1, "days", "0001-01-01"),
        ("0001-01-31", 1, "months", "0001-01-01"),
        ("0001-12-31", 1, "years", "0001-01-01"),
        ("2024-03-01", 10**12, "days", "0001-01-01"),
        ("2024-03-01", 10**12, "years", "0001-01-01"),
    ],
)
def test_a_step_that_must_come_before_has_a_latest_day(
    day: str, number: int, unit: Unit, latest: str
) -> None:
    assert before(date.fromisoformat(day), Period(number, unit)) == date.fromisoformat(latest)


@ON_ANY_MACHINE
@given(DAYS, PERIODS)
def test_a_period_never_ends_before_it_begins(day: date, period: Period) -> None:
    assert before(day, period) <= day <= after(day, period)


@ON_ANY_MACHINE
@given(DAYS, PERIODS)
def test_a_step_taken_on_its_latest_day_leaves_the_whole_period(day: date, period: Period) -> None:
    assert after(before(day, period), period) <= day


@ON_ANY_MACHINE
@given(DAYS, st.integers(min_value=0, max_value=400))
def test_a_period_of_days_is_as_long_as_it_says(day: date, number: int) -> None:
    assert after(day, Period(number, "days")) - day == timedelta(days=number)


@ON_ANY_MACHINE
@given(DAYS, st.integers(min_value=0, max_value=50))
def test_a_year_is_twelve_months(day: date, number: int) -> None:
    assert after(day, Period(number, "years")) == after(day, Period(12 * number, "months"))


@ON_ANY_MACHINE
@given(DAYS, DAYS, PERIODS)
def test_a_later_start_never_makes_an_earlier_end(one: date, other: date, period: Period) -> None:
    first, second = sorted([one, other])

    assert after(first, period) <= after(second, period)


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [(1, "months", "1 month"), (1, "days", "1 day"), (56, "days", "56 days"), (0, "years", "0 years")],
)
def test_a_period_reads_as_a_sentence_says_it(number: int, unit: Unit, text: str) -> None:
    assert str(Period(number, unit)) == text
