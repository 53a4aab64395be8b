from __future__ import annotations

import pytest
from support import outcomes, run

from sanctcheck.checks.base import met, not_shown

NAME = "proportionality_assessed"
STEPS = {
    "aim": "To deter torture.",
    "rational_connection": "The target holds assets here.",
    "effects": "[{on: home, text: The home is frozen.}]",
    "alternatives": "[{measure: A protest note, rejected_because: It had no answer.}]",
    "balance": "Basic needs are exempt.",
}
IN_WORDS = {
    "aim": "the aim of the measures",
    "rational_connection": "how listing the target serves that aim",
    "effects": "the effects on the target and on others",
    "alternatives": "milder courses considered",
    "balance": "why the effects are justified by the aim",
}


def _assessed(*without: str) -> str:
    stated = ", ".join(f"{name}: {value}" for name, value in STEPS.items() if name not in without)
    return f"proportionality: {{{stated}}}"


def test_all_five_steps_together_are_met() -> None:
    expected = [met("Proportionality is assessed.", *(("proportionality", name) for name in STEPS))]

    assert expected == run(NAME, _assessed())


@pytest.mark.parametrize("step", STEPS)
def test_a_missing_step_is_named(step: str) -> None:
    message = f"On proportionality the dossier does not set out {IN_WORDS[step]}."

    assert run(NAME, _assessed(step)) == [not_shown(message, ("proportionality",))]


def test_several_missing_steps_are_one_gap() -> None:
    message = (
        "On proportionality the dossier does not set out the effects on the target and on others "
        "or milder courses considered."
    )

    assert run(NAME, _assessed("effects", "alternatives")) == [not_shown(message, ("proportionality",))]


def test_a_dossier_without_the_part_lacks_all_that_is_asked() -> None:
    message = "On proportionality the dossier does not set out the aim of the measures."

    assert run(NAME, needs=["aim"]) == [not_shown(message, ("proportionality",))]


def test_an_empty_list_of_effects_sets_out_none() -> None:
    assert outcomes(run(NAME, "proportionality: {effects: []}", needs=["effects"])) == ["not-shown"]


def test_only_the_steps_that_the_law_asks_for_are_asked() -> None:
    expected = [met("Proportionality is assessed.", ("proportionality", "balance"))]

    assert expected == run(NAME, "proportionality: {balance: It is justified.}", needs=["balance"])
