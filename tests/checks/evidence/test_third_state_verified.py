"""Proceedings in another State are checked before they are relied on."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_cases import case, exhibit
from support import outcomes, run

DECISION = {"authority": "District Court", "kind": "conviction"}
REASONS = {"text": "Ordered beatings."}


def judgment(rights: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    decision = {**DECISION, "defence_rights": rights} if rights is not None else DECISION
    return exhibit("E1", **{"kind": "third-state-decision", "foreign_decision": decision, **fields})


def said(rights: dict[str, Any], reasons: dict[str, Any] | None = None) -> tuple[str, tuple[str | int, ...]]:
    top = {"statement_of_reasons": reasons} if reasons is not None else None
    (result,) = run("third_state_verified", case(judgment(rights), top=top), stated_in_reasons=True)
    return result.outcome, result.path


def test_a_decision_behind_which_the_rights_were_checked_is_met() -> None:
    (result,) = run("third_state_verified", case(judgment({"checked": "Counsel, file, appeal."})))

    assert result.outcome == "met"
    assert result.path == ("exhibits", 0, "foreign_decision", "defence_rights", "checked")


def test_rights_that_were_not_respected_show_the_contrary() -> None:
    (result,) = run("third_state_verified", case(judgment({"checked": "Counsel, file.", "respected": False})))

    assert result.outcome == "not-met"
    assert result.path == ("exhibits", 0, "foreign_decision", "defence_rights", "respected")


@pytest.mark.parametrize(
    ("item", "below"),
    [
        (exhibit("E1", kind="third-state-decision"), ()),
        (exhibit("E1", kind="third-state-listing"), ()),
        (judgment(), ("foreign_decision",)),
        (judgment({"respected": True}), ("foreign_decision", "defence_rights")),
    ],
)
def test_what_is_missing_is_not_shown_at_the_nearest_part(
    item: dict[str, Any], below: tuple[str, ...]
) -> None:
    (result,) = run("third_state_verified", case(item))

    assert result.outcome == "not-shown"
    assert result.path == ("exhibits", 0, *below)


def test_an_exhibit_of_another_kind_that_records_a_foreign_decision_is_meant_too() -> None:
    assert outcomes(run("third_state_verified", case(judgment(kind="press-report")))) == ["not-shown"]


def test_exhibits_of_other_kinds_are_left_out() -> None:
    assert run("third_state_verified", case(exhibit("E1", kind="court-decision"))) == []


def test_a_foreign_decision_that_carries_nothing_is_left_out() -> None:
    assert run("third_state_verified", case(exhibit("E2"), others=[judgment()])) == []


def test_the_kinds_are_the_regime_s_own() -> None:
    listing = case(exhibit("E1", kind="third-state-listing"))

    assert run("third_state_verified", listing, kinds=["third-state-decision"]) == []


def test_the_reasons_say_so_by_their_own_sentence_or_by_what_is_stated_of_them() -> None:
    sentence = {**REASONS, "defence_rights": "The court heard the target."}

    assert said({"checked": "Counsel."}, sentence)[0] == "met"
    assert said({"checked": "Counsel.", "stated_in_reasons": False}, sentence)[0] == "met"
    assert said({"checked": "Counsel.", "stated_in_reasons": True}, REASONS)[0] == "met"


def test_reasons_that_are_silent_on_it_are_not_shown() -> None:
    assert said({"checked": "Counsel."}, REASONS) == ("not-shown", ("statement_of_reasons",))


def test_reasons_that_are_stated_to_be_silent_on_it_show_the_contrary() -> None:
    path = ("exhibits", 0, "foreign_decision", "defence_rights", "stated_in_reasons")

    assert said({"checked": "Counsel.", "stated_in_reasons": False}, REASONS) == ("not-met", path)


def test_a_dossier_without_reasons_is_left_to_another_check() -> None:
    assert said({"checked": "Counsel."})[0] == "met"


def test_what_the_reasons_say_is_not_asked_where_the_regime_does_not_ask_it() -> None:
    fragment = case(judgment({"checked": "Counsel."}), top={"statement_of_reasons": REASONS})

    assert outcomes(run("third_state_verified", fragment)) == ["met"]


def test_a_decision_beside_which_other_evidence_carries_each_element_can_be_left_out() -> None:
    both = case(judgment(), exhibit("E2"))

    assert outcomes(run("third_state_verified", both)) == ["not-shown"]
    assert run("third_state_verified", both, only_if_needed=True) == []


def test_a_decision_that_alone_carries_an_element_is_needed() -> None:
    assert outcomes(run("third_state_verified", case(judgment()), only_if_needed=True)) == ["not-shown"]


def test_decisions_of_other_states_do_not_stand_in_for_one_another() -> None:
    two = case(judgment(), {**judgment(), "id": "E2"})

    assert outcomes(run("third_state_verified", two, only_if_needed=True)) == ["not-shown", "not-shown"]
