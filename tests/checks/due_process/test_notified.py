from __future__ import annotations

from datetime import date

import pytest
from support import outcomes, run

DAYS_10 = {"number": 10, "unit": "days"}
MONTH_1 = {"number": 1, "unit": "months"}


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


def test_notice_on_the_day_of_the_act_is_met() -> None:
    [result] = run(
        "notified", process("event: designated, day: 2026-03-01", "event: notified, day: 2026-03-01")
    )

    assert (result.outcome, result.path) == ("met", ("process", 1))


def test_a_proposed_act_need_not_be_notified_yet() -> None:
    [result] = run("notified", "act: {kind: initial-designation, status: proposed}")

    assert result.outcome == "pending"


def test_silence_about_notice_is_not_shown() -> None:
    [result] = run("notified", process("event: designated, day: 2026-03-01"))

    assert (result.outcome, result.path) == ("not-shown", ("process",))


@pytest.mark.parametrize(
    ("told", "within", "outcome"),
    [
        ("2026-03-11", DAYS_10, "met"),
        ("2026-03-12", DAYS_10, "not-met"),
        ("2026-04-01", MONTH_1, "met"),
        ("2026-04-02", MONTH_1, "not-met"),
        ("2026-03", DAYS_10, "met"),
        ("2026-04", DAYS_10, "not-met"),
        ("about 2026-03-15", DAYS_10, "met"),
        ("before 2026-05", DAYS_10, "met"),
        ("after 2026-04", DAYS_10, "not-met"),
    ],
)
def test_notice_is_late_from_the_day_after_the_last_day(
    told: str, within: dict[str, object], outcome: str
) -> None:
    steps = process("event: designated, day: 2026-03-01", f"event: notified, day: {told}")

    assert [outcome] == outcomes(run("notified", steps, within=within))


@pytest.mark.parametrize(("told", "outcome"), [("2026-04-10", "met"), ("2026-04-11", "not-met")])
def test_a_partial_start_counts_from_its_latest_day(told: str, outcome: str) -> None:
    steps = process("event: designated, day: 2026-03", f"event: notified, day: {told}")

    assert [outcome] == outcomes(run("notified", steps, within=DAYS_10))


def test_late_notice_points_to_the_day_and_to_the_start() -> None:
    steps = process("event: designated, day: 2026-03-01", "event: notified, day: 2026-05-01")

    [result] = run("notified", steps, within=DAYS_10)

    assert result.path == ("process", 1, "day")
    assert (("process", 0), "the time ran from here") in result.relied_on
    assert "2026-03-11" in result.message


@pytest.mark.parametrize(
    ("as_of", "outcome", "due"),
    [
        (date(2026, 3, 2), "pending", date(2026, 3, 11)),
        (date(2026, 3, 11), "pending", date(2026, 3, 11)),
        (date(2026, 3, 12), "not-shown", date(2026, 3, 11)),
    ],
)
def test_notice_is_due_until_the_last_day(as_of: date, outcome: str, due: date | None) -> None:
    [result] = run("notified", process("event: designated, day: 2026-03-01"), as_of=as_of, within=DAYS_10)

    assert (outcome, due) == (result.outcome, result.due)


def test_a_partial_start_gives_no_due_day() -> None:
    steps = process("event: designated, day: 2026-03")

    [result] = run("notified", steps, as_of=date(2026, 4, 2), within=DAYS_10)

    assert (result.outcome, result.due) == ("pending", None)
    assert "by 2026-04-10 at the latest" in result.message


def test_a_start_with_an_open_end_never_makes_notice_late() -> None:
    steps = process("event: designated, day: after 2025", "event: notified, day: 2026-05-01")

    assert outcomes(run("notified", steps, within=DAYS_10)) == ["met"]


def test_notice_older_than_the_first_act_is_not_met() -> None:
    steps = process("event: notified, day: 2026-02-01", "event: designated, day: 2026-03-01")

    [result] = run("notified", steps)

    assert (result.outcome, result.path) == ("not-met", ("process", 0, "day"))


def test_notice_of_the_first_listing_is_none_of_a_renewal() -> None:
    renewal = "act: {kind: renewal, status: adopted, day: 2026-03-01}\n" + process(
        "event: designated, day: 2025-03-01",
        "event: notified, day: 2025-03-02",
        "event: renewed, day: 2026-03-01",
    )

    [result] = run("notified", renewal)

    assert (result.outcome, result.path) == ("not-shown", ("process",))


def test_notice_after_a_renewal_is_met() -> None:
    renewal = "act: {kind: renewal, status: adopted, day: 2026-03-01}\n" + process(
        "event: designated, day: 2025-03-01",
        "event: notified, day: 2025-03-02",
        "event: notified, day: 2026-03-02",
    )

    [result] = run("notified", renewal)

    assert (result.outcome, result.path) == ("met", ("process", 2))


def test_a_redesignation_counts_from_its_own_step() -> None:
    again = "act: {kind: redesignation, status: adopted, day: 2026-03-01}\n" + process(
        "event: designated, day: 2024-03-01",
        "event: revoked, day: 2025-03-01",
        "event: designated, day: 2026-03-02",
        "event: notified, day: 2026-03-12",
    )

    assert outcomes(run("notified", again, within=DAYS_10)) == ["met"]


def test_time_can_run_from_another_step() -> None:
    steps = process("event: published, day: 2026-04-01", "event: notified, day: 2026-04-11")

    assert outcomes(run("notified", steps, since="published", within=DAYS_10)) == ["met"]


def test_a_step_before_the_act_can_start_the_time_too() -> None:
    steps = process("event: decided, day: 2026-02-20", "event: notified, day: 2026-03-05")

    assert outcomes(run("notified", steps, since="decided", within=DAYS_10)) == ["not-met"]


def test_a_reason_why_notice_was_not_possible_is_met() -> None:
    steps = process(
        "event: designated, day: 2026-03-01", "event: notified, not_possible_because: no address is known"
    )

    [result] = run("notified", steps)

    assert (result.outcome, result.path) == ("met", ("process", 1, "not_possible_because"))


def test_notice_without_a_day_is_not_shown() -> None:
    [result] = run("notified", process("event: designated, day: 2026-03-01", "event: notified"))

    assert (result.outcome, result.path) == ("not-shown", ("process", 1))


def test_notice_of_an_act_without_a_day_cannot_be_placed() -> None:
    undated = "act: {kind: initial-designation, status: adopted}\n" + process(
        "event: notified, day: 2026-03-02"
    )

    [result] = run("notified", undated)

    assert (result.outcome, result.path) == ("not-shown", ("act",))


def test_no_notice_of_an_act_without_a_day_is_not_shown_in_the_log() -> None:
    [result] = run("notified", "act: {kind: initial-designation, status: adopted}")

    assert (result.outcome, result.path) == ("not-shown", ("process",))


@pytest.mark.parametrize(
    ("address_known", "outcome"),
    [("", "met"), (", address_known: false", "met"), (", address_known: true", "not-shown")],
)
def test_publication_stands_in_for_notice_where_no_address_is_known(address_known: str, outcome: str) -> None:
    fragment = f"target: {{type: person, names: [{{name: Example Person}}]{address_known}}}\n" + process(
        "event: designated, day: 2026-03-01", "event: published, day: 2026-03-02"
    )

    assert [outcome] == outcomes(run("notified", fragment, publication_suffices=True))


def test_publication_is_no_notice_where_the_law_does_not_say_so() -> None:
    steps = process("event: designated, day: 2026-03-01", "event: published, day: 2026-03-02")

    assert outcomes(run("notified", steps)) == ["not-shown"]


def test_notice_under_another_regime_does_not_count() -> None:
    steps = process("event: designated, day: 2026-03-01", "event: notified, day: 2026-03-02, regime: other")

    assert outcomes(run("notified", steps)) == ["not-shown"]


def test_the_day_of_the_act_starts_the_time_where_its_step_has_none() -> None:
    steps = process("event: designated", "event: notified, day: 2026-03-12")

    [result] = run("notified", steps, within=DAYS_10)

    assert result.outcome == "not-met"
    assert (("act",), "the time ran from here") in result.relied_on
