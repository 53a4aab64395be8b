from __future__ import annotations

from datetime import date

import pytest
from support import outcomes, run

DAYS_30 = {"number": 30, "unit": "days"}
DAYS_15 = {"number": 15, "unit": "days"}
DESIGNATED = "event: designated, day: 2026-03-01"
REMOVAL = "act: {kind: removal, status: adopted, day: 2026-03-20}\n"
REVOKED = "event: revoked, day: 2026-03-20"


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


def test_a_proposed_act_need_not_be_reported_yet() -> None:
    proposed = "act: {kind: initial-designation, status: proposed}"

    assert outcomes(run("reported_to", proposed, body="Parliament")) == ["pending"]


def test_silence_about_a_report_is_not_shown() -> None:
    [result] = run("reported_to", process(DESIGNATED), body="Parliament")

    assert (result.outcome, result.path) == ("not-shown", ("process",))
    assert result.message == "The log does not show that a report to Parliament was made."


@pytest.mark.parametrize(
    ("to", "outcome"),
    [
        (", to: the Speaker of Parliament", "met"),
        (", to: PARLIAMENT", "met"),
        (", bodies: [Parliament]", "met"),
        (", to: the press", "not-shown"),
        ("", "not-shown"),
    ],
)
def test_the_report_goes_to_the_body(to: str, outcome: str) -> None:
    steps = process(DESIGNATED, f"event: reported, day: 2026-03-05{to}")

    assert [outcome] == outcomes(run("reported_to", steps, body="Parliament"))


def test_any_report_will_do_where_no_body_is_named() -> None:
    steps = process(DESIGNATED, "event: reported, day: 2026-03-05")

    assert outcomes(run("reported_to", steps)) == ["met"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-03-31", "met"),
        ("2026-04-01", "not-met"),
        ("2026-03", "met"),
        ("2026-05", "not-met"),
        ("2026-02-01", "not-shown"),
        ("unknown", "not-shown"),
    ],
)
def test_a_report_is_late_from_the_day_after_the_last_day(day: str, outcome: str) -> None:
    steps = process(DESIGNATED, f"event: reported, day: {day}, to: Parliament")

    assert [outcome] == outcomes(run("reported_to", steps, body="Parliament", within=DAYS_30))


@pytest.mark.parametrize(
    ("as_of", "outcome"), [(date(2026, 3, 31), "pending"), (date(2026, 4, 1), "not-shown")]
)
def test_a_report_is_due_until_the_last_day(as_of: date, outcome: str) -> None:
    [result] = run("reported_to", process(DESIGNATED), as_of=as_of, body="Parliament", within=DAYS_30)

    assert outcome == result.outcome
    assert date(2026, 3, 31) == result.due


def test_a_report_of_an_act_without_a_day_is_met() -> None:
    undated = "act: {kind: initial-designation, status: adopted}\n"
    steps = process("event: reported, day: 2026-03-05, to: Parliament")

    assert outcomes(run("reported_to", undated + steps, body="Parliament", within=DAYS_30)) == ["met"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-03-05", "met"),
        ("2026-03-06", "not-met"),
        ("2026-03", "met"),
        ("2026-04", "not-met"),
        ("unknown", "met"),
    ],
)
def test_a_report_in_advance_leaves_the_time_that_the_law_asks_for(day: str, outcome: str) -> None:
    steps = process(f"event: reported, day: {day}, to: Congress", REVOKED)

    assert [outcome] == outcomes(
        run("reported_to", REMOVAL + steps, body="Congress", before=DAYS_15, of="revoked")
    )


@pytest.mark.parametrize(("day", "outcome"), [("2026-03-16", "met"), ("2026-03-17", "not-met")])
def test_a_partial_step_counts_back_from_its_latest_day(day: str, outcome: str) -> None:
    removal = "act: {kind: removal, status: adopted, day: 2026-03}\n"
    steps = process(f"event: reported, day: {day}, to: Congress", "event: revoked, day: 2026-03")

    assert [outcome] == outcomes(
        run("reported_to", removal + steps, body="Congress", before=DAYS_15, of="revoked")
    )


def test_a_report_that_came_too_late_points_to_its_day_and_to_the_step() -> None:
    steps = process("event: reported, day: 2026-03-19, to: Congress", REVOKED)

    [result] = run("reported_to", REMOVAL + steps, body="Congress", before=DAYS_15, of="revoked")

    assert result.path == ("process", 0, "day")
    assert result.relied_on == ((("process", 1), "the step that it has to precede"),)
    assert "2026-03-05" in result.message


def test_one_report_in_time_is_enough() -> None:
    steps = process(
        "event: reported, day: 2026-03-19, to: Congress",
        "event: reported, day: 2026-03-01, to: Congress",
        REVOKED,
    )

    [result] = run("reported_to", REMOVAL + steps, body="Congress", before=DAYS_15, of="revoked")

    assert (result.outcome, result.path) == ("met", ("process", 1))


def test_no_report_before_a_step_that_was_taken_is_not_shown_there() -> None:
    [result] = run("reported_to", REMOVAL + process(REVOKED), body="Congress", before=DAYS_15, of="revoked")

    assert (result.outcome, result.path) == ("not-shown", ("process", 0))


def test_a_report_before_a_step_to_come_is_pending_until_it_is_made() -> None:
    made = process(DESIGNATED, "event: reported, day: 2026-03-05, to: Congress")

    assert outcomes(run("reported_to", process(DESIGNATED), before=DAYS_15, of="revoked")) == ["pending"]
    assert outcomes(run("reported_to", made, before=DAYS_15, of="revoked")) == ["met"]


@pytest.mark.parametrize(("day", "outcome"), [("2026-03-20", "met"), ("2026-03-21", "not-met")])
def test_without_a_period_the_report_only_has_to_come_first(day: str, outcome: str) -> None:
    steps = process(f"event: reported, day: {day}, to: Congress", REVOKED)

    assert [outcome] == outcomes(run("reported_to", REMOVAL + steps, of="revoked"))


def test_a_step_without_a_day_claims_nothing() -> None:
    steps = process("event: reported, day: 2026-03-21, to: Congress", "event: revoked")

    assert outcomes(run("reported_to", REMOVAL + steps, before=DAYS_15, of="revoked")) == ["met"]


ASKED = "event: proposed, day: 2026-03-01, by: ranking member of the committee"


def test_a_report_that_nobody_asked_for_is_not_due() -> None:
    steps = process("event: proposed, day: 2026-03-01, by: desk officer", DESIGNATED)

    assert run("reported_to", steps, since="proposed", asked_by="ranking member") == []


@pytest.mark.parametrize(
    ("day", "outcome"), [("2026-03-31", "met"), ("2026-04-01", "not-met"), ("2026-02-01", "not-shown")]
)
def test_a_report_that_was_asked_for_is_due_from_the_request(day: str, outcome: str) -> None:
    steps = process(
        ASKED,
        "event: proposed, day: 2026-03-20, by: desk officer",
        f"event: reported, day: {day}, to: ranking member",
    )
    proposed = "act: {kind: initial-designation, status: proposed}\n"

    results = run(
        "reported_to", proposed + steps, since="proposed", asked_by="ranking member", within=DAYS_30
    )

    assert [outcome] == outcomes(results)


@pytest.mark.parametrize(
    ("particulars", "outcome"),
    [
        (", note: terminating the sanctions", "met"),
        (", outcome: Termination notified", "met"),
        (", note: yearly figures", "not-shown"),
        ("", "not-shown"),
    ],
)
def test_a_report_has_to_be_on_what_it_is_asked_about(particulars: str, outcome: str) -> None:
    steps = process(f"event: reported, day: 2026-03-01, to: Congress{particulars}", REVOKED)

    assert [outcome] == outcomes(run("reported_to", REMOVAL + steps, of="revoked", about="terminat"))


@pytest.mark.parametrize(
    ("designated", "as_of", "due", "verb"),
    [
        ("2026-03-01", date(2026, 6, 1), date(2026, 12, 10), "is"),
        ("2026-12-10", date(2026, 12, 10), date(2026, 12, 10), "is"),
        ("2026-12-11", date(2027, 1, 5), date(2027, 12, 10), "is"),
        ("2026-03-01", date(2026, 12, 11), date(2026, 12, 10), "was"),
    ],
)
def test_a_report_that_is_due_on_a_day_of_each_year_names_that_day(
    designated: str, as_of: date, due: date, verb: str
) -> None:
    (result,) = run(
        "reported_to",
        f"act: {{kind: initial-designation, status: adopted, day: {designated}}}",
        as_of=as_of,
        within={"number": 13, "unit": "months"},
        yearly_on={"month": 12, "day": 10},
    )

    assert (result.outcome, result.due) == ("pending", due)
    assert result.message == f"The report {verb} due on {due}, or as soon after it as the law allows."
