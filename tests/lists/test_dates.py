from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctcheck.lists.dates import listed_date, listed_dates, period


@pytest.mark.parametrize(
    ("text", "start", "end", "circa"),
    [
        ("1961-03-14", "1961-03-14", "", False),
        ("1961-03", "1961-03", "", False),
        ("1961", "1961", "", False),
        ("14 Mar 1961", "1961-03-14", "", False),
        ("14/03/1961", "1961-03-14", "", False),
        ("14.3.1961", "1961-03-14", "", False),
        ("29-06-2012", "2012-06-29", "", False),
        ("00/00/1964", "1964", "", False),
        ("00/03/1964", "1964-03", "", False),
        ("dd/mm/1945", "1945", "", False),
        ("Nov. 1973 ", "1973-11", "", False),
        ("March 14, 1961", "1961-03-14", "", False),
        ("14 mars 1961", "1961-03-14", "", False),
        ("2015-04-07-04:00", "2015-04-07", "", False),
        ("2001-01-25T00:00:00", "2001-01-25", "", False),
        ("circa 1961", "1961", "", True),
        ("Approximately 1960", "1960", "", True),
        ("c. 1968", "1968", "", True),
        ("Between 1963 and 1968", "1963", "1968", False),
        ("1963-1964", "1963", "1964", False),
        ("1 Jan 1960 to 31 Dec 1965", "1960-01-01", "1965-12-31", False),
        ("Approximately 1955- 1958", "1955", "1958", True),
        ("born in the early 1970s", "1970", "1979", True),
        # What does not exist, is not whole, or could be read in two ways has no reading.
        ("29/02/1971", "", "", False),
        ("31/04/1971", "", "", False),
        ("15/08/19yy", "", "", False),
        ("00/00/0000", "", "", False),
        ("Sep-99", "", "", False),
        ("29 March", "", "", False),
        ("1968 to 1963", "", "", False),
        ("45292", "", "", False),
        ("", "", "", False),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, start: str, end: str, circa: bool) -> None:  # noqa: FBT001
    found = listed_date(text)

    assert (start, end, circa) == (found.start, found.end, found.circa)
    assert text.strip() == found.text


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("1963 or 1964", ["1963", "1964"]),
        ("1945, 1946, 1947", ["1945", "1946", "1947"]),
        ("a) Approximately 1955- 1958 b) 11 Apr. 1960", ["1955", "1960-04-11"]),
        ("(1) 01/02/1970. (2) 03/04/1971", ["1970-02-01", "1971-04-03"]),
        ("1972-08-10 OR 1972-08-11", ["1972-08-10", "1972-08-11"]),
        ("10/07/1965, 07/11/1965", ["1965-07-10", "1965-11-07"]),
        ("alt DOB: 19/11/1956", ["1956-11-19"]),
        ("27/05/1973 01/01/1975", ["1973-05-27", "1975-01-01"]),
        ("5 Feb. 1970 (this aka only", ["1970-02-05"]),
        ("30-35 years old", [""]),
        ("", []),
    ],
)
def test_several_dates_in_one_text_are_told_apart(text: str, starts: list[str]) -> None:
    assert starts == [each.start for each in listed_dates(text)]


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)))
def test_a_day_is_the_same_however_it_is_written(day: date) -> None:
    forms = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%d-%m-%Y")

    assert {day.isoformat()} == {listed_date(day.strftime(form)).start for form in forms if day.year > 999}


@given(st.text(max_size=40))
def test_no_text_is_lost_and_none_stops_the_reading(text: str) -> None:
    found = list(listed_dates(text))

    assert all(each.text.strip() in text for each in found)
    assert all(each.span() is None or each.start for each in found)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(min_value=1, max_value=9000)
)
def test_a_period_is_told_from_a_day(first: date, length: int) -> None:
    last = first + timedelta(days=length)

    found = period(last.isoformat(), first.isoformat(), "x")

    assert (first.isoformat(), last.isoformat()) == (found.start, found.end)
    assert period(first.isoformat(), first.isoformat(), "x").end == ""
