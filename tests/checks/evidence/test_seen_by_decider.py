"""The decision-maker saw the evidence."""

from __future__ import annotations

from evidence_cases import case, exhibit
from support import outcomes, run

SEEN = exhibit("E1", seen_by_decision_maker=True)
UNSEEN = exhibit("E2", seen_by_decision_maker=False)
SILENT = exhibit("E3")


def test_one_exhibit_that_was_seen_is_enough_and_is_named() -> None:
    (result,) = run("seen_by_decider", case(UNSEEN, SILENT, SEEN))

    assert result.outcome == "met"
    assert [path for path, _ in result.relied_on] == [("exhibits", 2, "seen_by_decision_maker")]


def test_evidence_of_which_none_was_seen_shows_the_contrary() -> None:
    (result,) = run("seen_by_decider", case(UNSEEN, exhibit("E4", seen_by_decision_maker=False)))

    assert result.outcome == "not-met"
    assert result.path == ("allegations", 0)


def test_evidence_that_says_nothing_of_it_is_not_shown() -> None:
    (result,) = run("seen_by_decider", case(SILENT))

    assert result.outcome == "not-shown"
    assert result.path == ("allegations", 0)


def test_one_silent_exhibit_beside_one_unseen_does_not_show_the_contrary() -> None:
    assert outcomes(run("seen_by_decider", case(SILENT, UNSEEN))) == ["not-shown"]
