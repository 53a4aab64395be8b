from __future__ import annotations

import pytest
from support import outcomes, run

RENEWAL = "act: {kind: renewal, status: adopted, day: 2026-03-01}\n"
LISTED = "event: designated, day: 2025-03-01"
RENEWED = "event: renewed, day: 2026-03-01"
INVITED = "event: representations-invited, day: 2025-12-01"


def process(*steps: str) -> str:
    return "process:\n" + "".join(f"  - {{{step}}}\n" for step in steps)


def exhibit(particulars: str = "", obtained: str = "2025-10-01") -> str:
    return f"exhibits: [{{id: E1, title: Report, kind: ngo-report, obtained: {obtained}{particulars}}}]\n"


GIVEN = ", disclosure: {extent: full, day: 2025-12-01}"


def test_only_renewals_are_asked() -> None:
    assert outcomes(run("heard_before_renewal", exhibit() + process(LISTED))) == ["not-applicable"]


def test_a_renewal_on_the_old_file_needs_no_hearing() -> None:
    fragment = RENEWAL + exhibit(obtained="2024-10-01") + process(LISTED, RENEWED)

    assert outcomes(run("heard_before_renewal", fragment)) == ["not-applicable"]


def test_new_evidence_that_was_put_to_the_target_in_time_is_met() -> None:
    results = run("heard_before_renewal", RENEWAL + exhibit(GIVEN) + process(LISTED, INVITED, RENEWED))

    assert [(r.outcome, r.path) for r in results] == [
        ("met", ("exhibits", 0, "disclosure")),
        ("met", ("process", 1)),
    ]


@pytest.mark.parametrize(
    ("obtained", "is_new"),
    [
        ("2025-03-01", False),
        ("2025-03-02", True),
        ("2026-03-01", True),
        ("2026-03-02", False),
        ("2025-03", False),
        ("2025-04", True),
        ("unknown", False),
    ],
)
def test_what_came_after_the_last_listing_and_before_the_act_is_new(obtained: str, *, is_new: bool) -> None:
    fragment = RENEWAL + exhibit(obtained=obtained) + process(LISTED, INVITED, RENEWED)

    [first, *_] = run("heard_before_renewal", fragment)

    assert ("not-shown" if is_new else "not-applicable") == first.outcome


def test_the_last_renewal_counts_and_not_the_first_listing() -> None:
    steps = process(LISTED, "event: renewed, day: 2025-11-01", RENEWED)

    assert outcomes(run("heard_before_renewal", RENEWAL + exhibit() + steps)) == ["not-applicable"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-02-28", "met"),
        ("2026-03-01", "not-met"),
        ("2026-02", "met"),
        ("2026-04", "not-met"),
        ("unknown", "met"),
    ],
)
def test_disclosure_has_to_come_before_the_day_of_the_act(day: str, outcome: str) -> None:
    disclosed = f", disclosure: {{extent: summary, day: {day}}}"

    results = run("heard_before_renewal", RENEWAL + exhibit(disclosed) + process(LISTED, INVITED, RENEWED))

    assert [outcome, "met"] == outcomes(results)


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-02-28", "met"),
        ("2026-03-01", "not-shown"),
        ("2025-02-01", "not-shown"),
        ("2025-03-01", "met"),
        ("unknown", "met"),
    ],
)
def test_the_invitation_falls_between_the_last_listing_and_the_act(day: str, outcome: str) -> None:
    steps = process(LISTED, f"event: representations-invited, day: {day}", RENEWED)

    results = run("heard_before_renewal", RENEWAL + exhibit(GIVEN) + steps)

    assert ["met", outcome] == outcomes(results)


def test_an_exhibit_that_was_not_disclosed_is_not_shown() -> None:
    results = run("heard_before_renewal", RENEWAL + exhibit() + process(LISTED, INVITED, RENEWED))

    assert [(r.outcome, r.path) for r in results] == [("not-shown", ("exhibits", 0)), ("met", ("process", 1))]


@pytest.mark.parametrize(
    ("particulars", "outcome"),
    [
        (", disclosure: {extent: not-yet}", "not-shown"),
        (", disclosure: {extent: withheld, because: a source}", "not-shown"),
        (", disclosure: {extent: withheld, because: a source}, handling: {level: restricted}", "met"),
    ],
)
def test_only_what_is_protected_may_be_withheld(particulars: str, outcome: str) -> None:
    fragment = RENEWAL + exhibit(particulars) + process(LISTED, INVITED, RENEWED)

    assert [outcome, "met"] == outcomes(run("heard_before_renewal", fragment))


def test_a_step_of_the_log_shows_disclosure() -> None:
    steps = process(LISTED, "event: disclosed, day: 2025-12-01, exhibits: [E1]", INVITED, RENEWED)

    [first, _] = run("heard_before_renewal", RENEWAL + exhibit() + steps)

    assert (first.outcome, first.path) == ("met", ("process", 1))


@pytest.mark.parametrize("particulars", [", bearing: against", ""])
def test_what_speaks_for_the_target_is_left_out(particulars: str) -> None:
    fragment = exhibit(particulars) if particulars else exhibit().replace("ngo-report", "target-submission")

    assert outcomes(run("heard_before_renewal", RENEWAL + fragment + process(LISTED, RENEWED))) == [
        "not-applicable"
    ]


def test_an_exhibit_named_by_a_step_of_new_evidence_is_new() -> None:
    steps = process(LISTED, "event: new-evidence, day: 2025-10-01, exhibits: [E1]", INVITED, RENEWED)

    assert outcomes(run("heard_before_renewal", RENEWAL + exhibit(obtained="unknown") + steps)) == [
        "not-shown",
        "met",
    ]


@pytest.mark.parametrize("day", ["2025-02-01", "2026-03-02"])
def test_new_evidence_outside_the_time_between_is_not_new(day: str) -> None:
    steps = process(LISTED, f"event: new-evidence, day: {day}", RENEWED)

    assert outcomes(run("heard_before_renewal", RENEWAL + steps)) == ["not-applicable"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2025-12-01", "met"), ("2026-03-01", "not-shown"), ("2025-09-01", "not-shown"), ("unknown", "met")],
)
def test_a_step_without_exhibits_needs_a_disclosure_after_it(day: str, outcome: str) -> None:
    new = "event: new-evidence, day: 2025-10-01"
    steps = process(LISTED, new, f"event: disclosed, day: {day}", INVITED, RENEWED)

    assert [outcome, "met"] == outcomes(run("heard_before_renewal", RENEWAL + steps))


def test_before_the_renewal_the_hearing_is_still_to_come() -> None:
    proposed = "act: {kind: renewal, status: proposed}\n"

    results = run("heard_before_renewal", proposed + exhibit() + process(LISTED))

    assert outcomes(results) == ["pending", "pending"]
