from __future__ import annotations

import pytest
from support import outcomes, run

LISTED = "event: designated, day: 2025-03-01"
CHANGED = "event: circumstances-changed, id: X1, day: 2025-11-01"


def act(kind: str, day: str = "2026-03-01", status: str = "adopted") -> str:
    return f"act: {{kind: {kind}, status: {status}, day: {day}}}\n"


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


FIRST = act("initial-designation", "2025-03-01")


@pytest.mark.parametrize("kind", ["circumstances-changed", "new-evidence", "judgment"])
@pytest.mark.parametrize(
    ("addressed", "outcome"), [("[X1]", "met"), ("[X2]", "not-shown"), ("[]", "not-shown")]
)
@pytest.mark.parametrize("later", ["reviewed", "renewed", "removal-decided"])
def test_a_later_step_says_what_it_dealt_with(kind: str, addressed: str, outcome: str, later: str) -> None:
    steps = process(
        LISTED,
        f"event: {kind}, id: X1, day: 2025-11-01",
        f"event: {later}, day: 2026-02-01, addressed: {addressed}",
    )

    assert [outcome] == outcomes(run("changes_dealt_with", FIRST + steps))


def test_each_change_has_its_own_result_at_its_place() -> None:
    steps = process(
        LISTED,
        CHANGED,
        "event: new-evidence, id: X2, day: 2025-12-01",
        "event: reviewed, day: 2026-02-01, addressed: [X2]",
    )

    results = run("changes_dealt_with", FIRST + steps)

    assert [(r.outcome, r.path) for r in results] == [("not-shown", ("process", 1)), ("met", ("process", 3))]


def test_a_change_without_an_id_cannot_be_shown_to_be_dealt_with() -> None:
    steps = process(
        LISTED, "event: judgment, day: 2025-11-01", "event: reviewed, day: 2026-02-01, addressed: [X1]"
    )

    [result] = run("changes_dealt_with", FIRST + steps)

    assert result.outcome == "not-shown"
    assert "no id" in result.message


def test_a_change_since_the_last_review_is_pending() -> None:
    steps = process(LISTED, "event: reviewed, day: 2025-10-01", CHANGED)

    assert outcomes(run("changes_dealt_with", FIRST + steps)) == ["pending"]


@pytest.mark.parametrize(("day", "outcome"), [("2025-10-31", "pending"), ("2025-11-01", "not-shown")])
def test_a_review_deals_with_what_came_before_it(day: str, outcome: str) -> None:
    steps = process(LISTED, CHANGED, f"event: reviewed, day: {day}")

    assert [outcome] == outcomes(run("changes_dealt_with", FIRST + steps))


@pytest.mark.parametrize("kind", ["renewal", "refusal-to-remove"])
@pytest.mark.parametrize(("changed", "outcome"), [("2026-03-01", "not-shown"), ("2026-03-02", "pending")])
def test_a_later_act_has_to_deal_with_what_came_before_it(kind: str, changed: str, outcome: str) -> None:
    steps = process(LISTED, f"event: new-evidence, id: X1, day: {changed}")

    assert [outcome] == outcomes(run("changes_dealt_with", act(kind) + steps))


def test_a_renewal_without_a_day_claims_nothing() -> None:
    undated = "act: {kind: renewal, status: adopted}\n"

    assert outcomes(run("changes_dealt_with", undated + process("event: judgment, id: X1"))) == ["pending"]


def test_a_proposed_renewal_can_still_deal_with_it() -> None:
    proposed = act("renewal", status="proposed")

    assert outcomes(run("changes_dealt_with", proposed + process(LISTED, CHANGED))) == ["pending"]


@pytest.mark.parametrize(
    "fragment",
    [
        FIRST + process("event: new-evidence, id: X1, day: 2025-02-01", LISTED),
        FIRST + process("event: new-evidence, id: X1, day: 2025-02-01"),
        act("initial-designation", status="proposed") + process(CHANGED),
        act("renewal") + process("event: new-evidence, id: X1, day: 2025-02-01", LISTED),
    ],
)
def test_what_came_before_the_listing_is_part_of_it(fragment: str) -> None:
    assert run("changes_dealt_with", fragment) == []


def test_a_first_listing_that_is_only_proposed_takes_in_all_that_is_new() -> None:
    undated = "act: {kind: initial-designation, status: proposed}\n"

    assert run("changes_dealt_with", undated + process(CHANGED)) == []
