from __future__ import annotations

import pytest
from support import outcomes, run


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        ("event: consulted, day: 2026-02-01, bodies: [the Treasury]", "met"),
        ("event: consulted, day: 2026-02-01, bodies: [THE TREASURY]", "met"),
        ("event: approved, day: 2026-02-01, by: Treasury", "met"),
        ("event: consulted, day: 2026-02-01, to: Treasury", "met"),
        ("event: consulted, day: 2026-03-01, by: Treasury", "met"),
        ("event: consulted, day: 2026-03-02, by: Treasury", "not-met"),
        ("event: consulted, day: 2026-03, by: Treasury", "met"),
        ("event: consulted, day: 2026-04, by: Treasury", "not-met"),
        ("event: consulted, by: Treasury", "met"),
        ("event: consulted, day: 2026-02-01, by: Foreign Office", "not-shown"),
        ("event: reported, day: 2026-02-01, to: Treasury", "not-shown"),
    ],
)
def test_a_body_is_named_in_a_step_before_the_act(step: str, outcome: str) -> None:
    assert [outcome] == outcomes(run("consulted_with", process(step), bodies=["Treasury"]))


def test_each_body_has_its_own_result() -> None:
    steps = process("event: consulted, day: 2026-02-01, bodies: [Treasury]")

    [treasury, attorney] = run("consulted_with", steps, bodies=["Treasury", "Attorney General"])

    assert (treasury.outcome, treasury.path) == ("met", ("process", 0))
    assert (attorney.outcome, attorney.path) == ("not-shown", ("process",))
    assert attorney.message == "The log has no step “consulted” or “approved” that names Attorney General."


def test_a_second_consultation_in_time_makes_up_for_a_late_one() -> None:
    steps = process(
        "event: consulted, day: 2026-03-05, by: Treasury", "event: consulted, day: 2026-02-01, by: Treasury"
    )

    assert outcomes(run("consulted_with", steps, bodies=["Treasury"])) == ["met"]


def test_a_late_consultation_points_to_its_day() -> None:
    [result] = run(
        "consulted_with", process("event: consulted, day: 2026-03-05, by: Treasury"), bodies=["Treasury"]
    )

    assert result.path == ("process", 0, "day")


def test_the_kinds_of_step_that_count_can_be_named() -> None:
    steps = process("event: consulted, day: 2026-02-01, by: Treasury")

    assert outcomes(run("consulted_with", steps, bodies=["Treasury"], steps=["approved"])) == ["not-shown"]


def test_without_bodies_nothing_is_asked() -> None:
    assert run("consulted_with") == []
