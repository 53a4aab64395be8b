"""The target was told apart from others of a similar name."""

from __future__ import annotations

from support import run


def test_a_check_of_identity_in_the_log_suffices() -> None:
    (result,) = run("told_apart", "process: [{event: proposed}, {event: identity-checked}]")

    assert result.outcome == "met"
    assert result.path == ("process", 1)


def test_a_lookalike_that_is_told_apart_suffices() -> None:
    lookalike = "{name: Exemple, difference: Born later.}"
    (result,) = run(
        "told_apart", f"target: {{type: person, names: [{{name: E}}], told_apart_from: [{lookalike}]}}"
    )

    assert result.outcome == "met"
    assert result.path == ("target", "told_apart_from", 0)


def test_a_check_that_was_not_possible_does_not_count() -> None:
    (result,) = run(
        "told_apart", "process: [{event: identity-checked, not_possible_because: No register was open.}]"
    )

    assert result.outcome == "not-shown"
    assert result.path == ("target",)


def test_a_check_under_another_regime_does_not_count() -> None:
    (result,) = run("told_apart", "process: [{event: identity-checked, regime: other}]")

    assert result.outcome == "not-shown"
