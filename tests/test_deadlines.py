"""Every day that the law sets: from criteria, from rules and from the calendar of a regime, right at the edges."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar as Parsed
from support import EXAMPLE_REGIME, document, dossier, regime

from sanctcheck.assess import RegimeAssessment, law_day
from sanctcheck.days import Period, after, before
from sanctcheck.deadlines import Calendar, Deadline, of_calendar
from sanctcheck.report.deadlines import calendar_file
from sanctcheck.validation import Validated

RULES = """\
rules:
  - id: application-decided
    kind: removal
    rule: The Minister decides within 90 days.
    provision: {instrument: act, at: s. 8(3)}
    verified: text
    source: s
    limit: {number: 90, unit: days, from: receipt, starts_with: [removal-requested], done_by: [removal-decided]}
  - id: lapse
    kind: duration
    rule: The listing lapses after three years.
    provision: {instrument: act, at: s. 9}
    in_force: {from: 2020-01-01, until: 2024-11-07}
    verified: text
    source: s
    limit:
      {number: 3, unit: years, from: the listing, starts_with: [designated], done_by: [renewed, revoked], effect: it ends}
  - id: notice-ahead
    kind: reporting
    rule: A committee is told 15 days before the removal.
    provision: {instrument: act, at: s. 10}
    verified: text
    source: s
    limit: {number: 15, unit: days, from: removal, direction: before, starts_with: [revoked], done_by: [reported]}
  - id: told-at-once
    kind: process
    rule: The person is told without delay.
    provision: {instrument: act, at: s. 11}
    verified: text
    source: s
    limit: {promptly: without delay, from: the listing, starts_with: [designated]}
calendar:
  - id: framework-expires
    what: The framework expires
    on: 2026-12-08
    provision: {instrument: act, at: s. 12}
    in_force: {from: 2023-12-04}
    verified: text
    source: s
    effect: every listing ends
  - id: framework-expires
    what: The framework expires
    on: 2023-12-08
    provision: {instrument: act, at: s. 12}
    in_force: {from: 2020-12-08, until: 2023-12-03}
    verified: text
    source: s
  - id: yearly-report
    what: The yearly report
    yearly: 12-10
    is_earliest: true
    provision: {instrument: act, at: s. 13}
    verified: knowledge
criteria:
"""
REGIME = regime(EXAMPLE_REGIME.replace("criteria:\n", RULES))
UNHURRIED = settings(deadline=None)
ACT = "act: {kind: initial-designation, status: adopted, day: 2022-03-01}\n"


def deadlines(process: str, as_of: date, act: str = ACT) -> list[Deadline]:
    subject = dossier(act + process)
    under = [RegimeAssessment(REGIME, law_day(subject, as_of), ())]
    calendar = Calendar(as_of)
    calendar.add(Validated(document(act + process), subject, under))
    return calendar.all()


def of_rule(rule: str, process: str, as_of: date) -> list[Deadline]:
    return [each for each in deadlines(process, as_of) if each.rule == rule]


def log(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


ASKED = "event: removal-requested, id: Q1, day: 2026-01-20"


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2026, 4, 20), "due"), (date(2026, 4, 21), "overdue"), (date(2026, 1, 20), "due")],
)
def test_ninety_days_run_from_the_day_after_receipt(day: date, status: str) -> None:
    [found] = of_rule("application-decided", log(ASKED), day)

    assert (found.day, found.status) == (date(2026, 4, 20), status)
    assert found.days_left(day) == (date(2026, 4, 20) - day).days
    assert found.provisions == ("2020 c. 1, s. 8(3)",)


@pytest.mark.parametrize(("decided", "status"), [("2026-04-20", "done"), ("2026-04-21", "done-late")])
def test_a_decision_is_in_time_on_the_last_day_and_late_after_it(decided: str, status: str) -> None:
    steps = log(ASKED, f"event: removal-decided, answers: Q1, day: {decided}")

    [found] = of_rule("application-decided", steps, date(2026, 6, 1))

    assert (status, False) == (found.status, found.is_open)


def test_a_start_that_is_not_known_to_the_day_gives_no_day() -> None:
    assert (
        of_rule("application-decided", log("event: removal-requested, day: 2026-01"), date(2026, 6, 1)) == []
    )


def test_a_step_that_was_not_possible_starts_nothing() -> None:
    step = ASKED + ", not_possible_because: It came back unread"

    assert of_rule("application-decided", log(step), date(2026, 6, 1)) == []


def test_each_request_has_a_deadline_of_its_own() -> None:
    second = "event: removal-requested, id: Q2, day: 2026-02-01"
    answer = "event: removal-decided, answers: Q2, day: 2026-02-10"

    found = of_rule("application-decided", log(ASKED, second, answer), date(2026, 3, 1))

    assert [(each.day, each.status) for each in found] == [
        (date(2026, 4, 20), "due"),
        (date(2026, 5, 2), "done"),
    ]


@pytest.mark.parametrize(
    ("listed", "as_of", "expected"),
    [
        ("2021-06-01", date(2024, 5, 31), [(date(2024, 6, 1), "due")]),
        ("2021-06-01", date(2024, 6, 2), [(date(2024, 6, 1), "overdue")]),
        ("2022-03-01", date(2024, 11, 7), [(date(2025, 3, 1), "due")]),
        ("2022-03-01", date(2024, 11, 8), []),
        ("2022-03-01", date(2026, 1, 1), []),
        ("2021-06-01", date(2026, 1, 1), [(date(2024, 6, 1), "overdue")]),
    ],
)
def test_a_lapse_that_the_law_took_back_before_it_came_is_no_deadline(
    listed: str, as_of: date, expected: list[tuple[date, str]]
) -> None:
    found = of_rule("lapse", log(f"event: designated, day: {listed}"), as_of)

    assert expected == [(each.day, each.status) for each in found]


@pytest.mark.parametrize(
    ("reported", "status"), [("2026-05-17", "done"), ("2026-05-18", "done-late"), (None, "overdue")]
)
def test_a_notice_beforehand_is_counted_back(reported: str | None, status: str) -> None:
    steps = ["event: revoked, day: 2026-06-01"] + ([f"event: reported, day: {reported}"] if reported else [])

    [found] = of_rule("notice-ahead", log(*steps), date(2026, 6, 1))

    assert (date(2026, 5, 17), status) == (found.day, found.status)


def test_a_time_without_a_number_gives_no_day() -> None:
    assert of_rule("told-at-once", log("event: designated, day: 2022-03-01"), date(2026, 6, 1)) == []


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2023, 12, 3), [date(2023, 12, 8)]),
        (date(2023, 12, 4), [date(2026, 12, 8)]),
        (date(2026, 12, 8), [date(2026, 12, 8)]),
        (date(2026, 12, 9), []),
    ],
)
def test_a_framework_expires_on_the_day_that_was_the_law_of_the_report(
    as_of: date, expected: list[date]
) -> None:
    found = [each.day for each in of_calendar(REGIME, as_of) if each.rule == "framework-expires"]

    assert expected == found


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [(date(2026, 12, 10), date(2026, 12, 10)), (date(2026, 12, 11), date(2027, 12, 10))],
)
def test_a_yearly_day_comes_back(as_of: date, expected: date) -> None:
    [found] = [each for each in of_calendar(REGIME, as_of) if each.rule == "yearly-report"]

    assert (expected, True, True) == (found.day, found.yearly, found.is_earliest)


def test_days_of_the_regime_stand_once_however_many_dossiers() -> None:
    found = [each for each in deadlines(log(ASKED), date(2026, 6, 1)) if each.where is None]

    assert [each.rule for each in found] == ["framework-expires", "yearly-report"]


STATUTES = [
    ("90 days, S.C. 2017, c. 21, s. 8(3)", date(2026, 1, 1), Period(90, "days"), date(2026, 4, 1)),
    ("45 days, S.C. 2017, c. 21, s. 9", date(2024, 1, 31), Period(45, "days"), date(2024, 3, 16)),
    ("56 days, SAMLA 2018, s. 11(2B)", date(2026, 4, 10), Period(56, "days"), date(2026, 6, 5)),
    ("over a leap day", date(2024, 2, 1), Period(56, "days"), date(2024, 3, 28)),
    (
        "12 months, Regulation 2020/1998, art. 14(4)",
        date(2024, 2, 29),
        Period(12, "months"),
        date(2025, 2, 28),
    ),
    ("12 months to a leap year", date(2023, 2, 28), Period(12, "months"), date(2024, 2, 28)),
    ("2 months, TFEU art. 263(6)", date(2025, 12, 31), Period(2, "months"), date(2026, 2, 28)),
    ("a month that is short", date(2026, 1, 31), Period(1, "months"), date(2026, 2, 28)),
    ("3 years, former reg. 9", date(2024, 2, 29), Period(3, "years"), date(2027, 2, 28)),
    ("6 years, 28 U.S.C. 2401(a)", date(2020, 2, 29), Period(6, "years"), date(2026, 2, 28)),
    ("3 working days over a weekend", date(2026, 11, 26), Period(3, "working-days"), date(2026, 12, 1)),
    ("3 working days from a Saturday", date(2026, 11, 28), Period(3, "working-days"), date(2026, 12, 2)),
    ("5 working days are a week", date(2026, 11, 25), Period(5, "working-days"), date(2026, 12, 2)),
    ("no days", date(2026, 11, 28), Period(0, "working-days"), date(2026, 11, 28)),
]


@pytest.mark.parametrize(
    ("start", "period", "last"), [row[1:] for row in STATUTES], ids=[row[0] for row in STATUTES]
)
def test_the_last_day_of_a_period_is_that_of_the_statute(start: date, period: Period, last: date) -> None:
    assert last == after(start, period)


@pytest.mark.parametrize(
    ("day", "period", "latest"),
    [
        (date(2026, 3, 16), Period(15, "days"), date(2026, 3, 1)),
        (date(2026, 3, 31), Period(1, "months"), date(2026, 2, 28)),
        (date(2026, 11, 30), Period(3, "working-days"), date(2026, 11, 25)),
        (date(2026, 11, 29), Period(1, "working-days"), date(2026, 11, 27)),
    ],
)
def test_a_period_beforehand_is_counted_back_from_the_event(day: date, period: Period, latest: date) -> None:
    assert latest == before(day, period)


def read_back(text: str) -> Any:
    return Parsed.from_ical(text)


DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@UNHURRIED
@given(DAYS, st.integers(1, 2000))
def test_working_days_are_counted_one_by_one(start: date, number: int) -> None:
    walked, left = start, number
    while left:
        walked += timedelta(days=1)
        left -= walked.weekday() < 5

    assert walked == after(start, Period(number, "working-days"))


@UNHURRIED
@given(DAYS, st.integers(0, 2000), st.sampled_from(["days", "working-days", "months", "years"]))
def test_a_longer_period_never_ends_sooner(start: date, number: int, unit: str) -> None:
    shorter, longer = Period(number, unit), Period(number + 1, unit)  # type: ignore[arg-type]

    assert after(start, shorter) <= after(start, longer)


def test_a_calendar_file_is_read_back_with_every_open_deadline() -> None:
    as_of = date(2026, 6, 1)
    found = deadlines(log(ASKED, "event: removal-requested, id: Q2, day: 2026-05-01"), as_of)

    parsed = read_back(calendar_file.text(found, as_of))

    assert [each.day for each in found if each.is_open] == [each["dtstart"].dt for each in parsed.events]
    for event in parsed.events:
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert event["categories"].cats == ["example"]
    assert parsed.to_ical().decode() == calendar_file.text(found, as_of)


def test_a_calendar_file_names_each_deadline_once_and_the_same_the_next_day() -> None:
    steps = log(ASKED, "event: removal-requested, id: Q2, day: 2026-05-01")
    ids = [
        [str(each["uid"]) for each in read_back(calendar_file.text(deadlines(steps, day), day)).events]
        for day in (date(2026, 6, 1), date(2026, 6, 2))
    ]

    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0]) == 4


def test_a_name_from_outside_cannot_add_an_event() -> None:
    target = 'target: {type: person, names: [{name: "X\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT"}]}\n'

    text = calendar_file.text(deadlines(target + log(ASKED), date(2026, 3, 1)), date(2026, 3, 1))

    begun = [line for line in text.split("\r\n") if line == "BEGIN:VEVENT"]

    assert len(begun) == len(read_back(text).events) == 3
