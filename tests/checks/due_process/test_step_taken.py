from __future__ import annotations

import pytest
from support import outcomes, run

PROPOSED = "act: {kind: initial-designation, status: proposed}\n"


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-03-01", "met"),
        ("2026-03-02", "not-met"),
        ("2026-03", "met"),
        ("2026-04", "not-met"),
        ("unknown", "met"),
    ],
)
def test_a_step_that_belongs_before_the_act_may_not_come_after_it(day: str, outcome: str) -> None:
    assert [outcome] == outcomes(run("step_taken", process(f"event: legal-review, day: {day}")))


def test_a_step_without_a_place_in_time_may_come_after_the_act() -> None:
    steps = process("event: reported, day: 2026-05-01")

    assert outcomes(run("step_taken", steps, step="reported", before=None)) == ["met"]


@pytest.mark.parametrize(
    ("by", "outcome", "path"),
    [
        (", by: the Attorney General", "met", ("process", 0)),
        (", by: ATTORNEY GENERAL", "met", ("process", 0)),
        (", by: a clerk", "not-met", ("process", 0, "by")),
        ("", "not-shown", ("process", 0)),
    ],
)
def test_the_one_who_takes_the_step_can_be_prescribed(
    by: str, outcome: str, path: tuple[str | int, ...]
) -> None:
    [result] = run(
        "step_taken", process(f"event: approved{by}"), step="approved", by=["Attorney General", "Solicitor"]
    )

    assert (outcome, path) == (result.outcome, result.path)


def test_one_good_step_is_enough() -> None:
    steps = process("event: legal-review, day: 2026-03-05", "event: legal-review, day: 2026-02-05")

    [result] = run("step_taken", steps)

    assert (result.outcome, result.path) == ("met", ("process", 1))


def test_a_missing_step_is_not_shown_in_the_words_of_the_regime() -> None:
    [plain] = run("step_taken")
    [own] = run("step_taken", say="counsel advises in writing")

    assert (plain.outcome, plain.path) == ("not-shown", ("process",))
    assert plain.message.startswith("The log has no step “legal-review” (a lawyer advised")
    assert own.message == "The log has no step “legal-review” (counsel advises in writing)."


def test_a_proposed_act_is_asked_for_the_steps_before_it() -> None:
    assert outcomes(run("step_taken", PROPOSED)) == ["not-shown"]


def test_a_proposed_act_need_not_show_a_step_without_a_place_in_time() -> None:
    assert outcomes(run("step_taken", PROPOSED, step="reported", before=None)) == ["pending"]
    assert outcomes(run("step_taken", step="reported", before=None)) == ["not-shown"]
