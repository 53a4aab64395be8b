"""The act does not work back in time, and squares with what the authority told the target before."""

from __future__ import annotations

import pytest
from support import outcomes, run

ACT = "act: {kind: variation, status: adopted, day: 2026-03-01%s}\n"


def test_an_act_that_states_no_other_day_of_effect_is_not_asked_about() -> None:
    assert run("position_kept", ACT % "") == []


@pytest.mark.parametrize(
    ("effective", "outcome"),
    [
        ("2026-02-28", "not-met"),
        ("2011", "not-met"),
        ("2026-03-01", "met"),
        ("2026", "met"),
        ("2026-04-01", "met"),
    ],
)
def test_an_act_has_effect_from_its_own_day_or_later(effective: str, outcome: str) -> None:
    (result,) = run("position_kept", ACT % f", effective: {effective}")

    assert result.outcome == outcome
    assert result.path == ("act", "effective")


def test_an_assurance_with_which_nothing_squares_the_act_is_a_gap() -> None:
    (result,) = run(
        "position_kept", ACT % "" + "process: [{event: assurance-given, id: P1, day: 2024-05-02}]"
    )

    assert result.outcome == "not-shown"
    assert result.path == ("process", 0)


def test_a_step_that_names_the_assurance_squares_the_act_with_it() -> None:
    steps = "process: [{event: assurance-given, id: P1, day: 2024}, {event: decided, day: 2026-03-01, addressed: [P1]}]"

    assert outcomes(run("position_kept", ACT % "" + steps)) == ["met"]


def test_an_assurance_of_after_the_act_is_not_asked_about() -> None:
    assert (
        run("position_kept", ACT % "" + "process: [{event: assurance-given, id: P1, day: 2026-05-02}]") == []
    )


def test_an_assurance_without_an_id_cannot_be_named_and_is_a_gap() -> None:
    steps = "process: [{event: assurance-given, day: 2024}, {event: decided, day: 2026-03-01, addressed: []}]"

    assert outcomes(run("position_kept", ACT % "" + steps)) == ["not-shown"]
