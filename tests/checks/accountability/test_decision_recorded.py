from __future__ import annotations

import pytest
from support import outcomes, run

FULL = "by: Minister, day: 2026-03-01, note: signed minute"


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


@pytest.mark.parametrize("record", ["note: signed minute", "exhibit: E1", "exhibits: [E1]"])
@pytest.mark.parametrize("event", ["decided", "designated"])
def test_a_step_with_a_person_a_day_and_a_record_is_met(event: str, record: str) -> None:
    [result] = run("decision_recorded", process(f"event: {event}, by: Minister, day: 2026-03-01, {record}"))

    assert (result.outcome, result.path) == ("met", ("process", 0))


@pytest.mark.parametrize(
    ("step", "lacks"),
    [
        ("day: 2026-03-01, note: minute", "who took it"),
        ("by: Minister, note: minute", "the day"),
        ("by: Minister, day: unknown, note: minute", "the day"),
        ("by: Minister, day: 2026-03-01", "a document or note that holds it"),
        ("by: Minister", "the day or a document or note that holds it"),
    ],
)
def test_what_the_record_lacks_is_named(step: str, lacks: str) -> None:
    [result] = run("decision_recorded", process(f"event: decided, {step}"))

    assert (result.outcome, result.path) == ("not-shown", ("process", 0))
    assert f"The record of the decision does not give {lacks}." == result.message


def test_one_full_record_is_enough() -> None:
    steps = process("event: decided, day: 2026-02-27", f"event: designated, {FULL}")

    [result] = run("decision_recorded", steps)

    assert (result.outcome, result.path) == ("met", ("process", 1))


def test_a_log_without_a_decision_is_not_shown() -> None:
    [result] = run("decision_recorded", process(f"event: proposed, {FULL}"))

    assert (result.outcome, result.path) == ("not-shown", ("process",))


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        ("renewal", "renewed"),
        ("variation", "varied"),
        ("refusal-to-remove", "removal-decided"),
        ("removal", "revoked"),
    ],
)
def test_the_step_of_the_act_counts_whatever_its_kind(kind: str, event: str) -> None:
    act = f"act: {{kind: {kind}, status: adopted, day: 2026-03-01}}\n"

    assert outcomes(run("decision_recorded", act + process(f"event: {event}, {FULL}"))) == ["met"]
    assert outcomes(run("decision_recorded", act + process(f"event: designated, {FULL}"))) == ["not-shown"]


def test_before_the_act_the_record_is_still_to_come() -> None:
    act = "act: {kind: initial-designation, status: proposed}\n"

    assert outcomes(run("decision_recorded", act + process("event: decided, day: 2026-02-27"))) == ["pending"]
    assert outcomes(run("decision_recorded", act + process(f"event: designated, {FULL}"))) == ["met"]
