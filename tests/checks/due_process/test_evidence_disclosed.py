from __future__ import annotations

import pytest
from support import outcomes, run

ALLEGATION = """\
allegations:
  - id: A1
    summary: Ordered the beatings.
    conduct: torture
    elements:
      - {element: act, shown: They were beaten., exhibits: [E1]}
      - {element: severity, shown: Bones broke., exhibits: [E1]}
"""
PROPOSED = "act: {kind: initial-designation, status: proposed}\n"


def exhibit(particulars: str = "") -> str:
    return f"{ALLEGATION}exhibits: [{{id: E1, title: Report, kind: medical-report{particulars}}}]\n"


def test_an_exhibit_has_one_result_however_much_it_carries() -> None:
    [result] = run("evidence_disclosed", exhibit())

    assert (result.outcome, result.path) == ("not-shown", ("exhibits", 0))


@pytest.mark.parametrize(
    ("particulars", "outcome"),
    [
        (", disclosure: {extent: full, day: 2026-03-02}", "met"),
        (", disclosure: {extent: redacted}", "met"),
        (", disclosure: {extent: summary}", "met"),
        (", disclosure: {extent: not-yet}", "not-shown"),
        (", disclosure: {extent: withheld}", "not-met"),
        (", disclosure: {extent: withheld, because: a source}", "not-met"),
        (", disclosure: {extent: withheld, because: a source, summary: the gist}", "met"),
        (", disclosure: {extent: withheld, because: a source}, handling: {level: restricted}", "met"),
        (", disclosure: {extent: withheld, because: a source}, handling: {level: protected}", "met"),
        (", disclosure: {extent: withheld, because: a source}, handling: {level: official}", "not-met"),
    ],
)
def test_the_extent_decides(particulars: str, outcome: str) -> None:
    assert [outcome] == outcomes(run("evidence_disclosed", exhibit(particulars)))


def test_a_missing_reason_for_withholding_is_left_to_another_check() -> None:
    protected = exhibit(", disclosure: {extent: withheld}, handling: {level: protected}")

    assert run("evidence_disclosed", protected) == []


def test_a_summary_does_not_do_where_the_whole_is_asked_for() -> None:
    [result] = run("evidence_disclosed", exhibit(", disclosure: {extent: summary}"), accept=["full"])

    assert (result.outcome, result.path) == ("not-met", ("exhibits", 0, "disclosure", "extent"))


@pytest.mark.parametrize("particulars", ["", ", disclosure: {extent: not-yet}"])
def test_before_the_act_disclosure_is_still_to_come(particulars: str) -> None:
    assert outcomes(run("evidence_disclosed", PROPOSED + exhibit(particulars))) == ["pending"]


@pytest.mark.parametrize("particulars", ["", ", disclosure: {extent: not-yet}"])
def test_a_step_of_the_log_can_show_disclosure(particulars: str) -> None:
    log = "process: [{event: disclosed, day: 2026-03-02, exhibits: [E1]}]\n"

    assert outcomes(run("evidence_disclosed", exhibit(particulars) + log)) == ["met"]


def test_the_disclosure_of_another_exhibit_does_not_count() -> None:
    log = "process: [{event: disclosed, day: 2026-03-02, exhibits: [E2]}]\n"

    assert outcomes(run("evidence_disclosed", exhibit() + log)) == ["not-shown"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-02-27", "met"),
        ("2026-02-28", "not-met"),
        ("2026-02", "met"),
        ("2026-03", "not-met"),
        ("unknown", "not-shown"),
    ],
)
def test_evidence_comes_before_the_step_that_is_named(day: str, outcome: str) -> None:
    fragment = (
        exhibit(f", disclosure: {{extent: full, day: {day}}}")
        + "process: [{event: decided, day: 2026-02-27}]\n"
    )

    assert [outcome] == outcomes(run("evidence_disclosed", fragment, before="decided"))


def test_the_log_can_show_that_evidence_came_too_late() -> None:
    log = (
        "process: [{event: decided, day: 2026-02-27}, {event: disclosed, day: 2026-02-28, exhibits: [E1]}]\n"
    )

    [result] = run("evidence_disclosed", exhibit() + log, before="decided")

    assert (result.outcome, result.path) == ("not-met", ("process", 1))


def test_no_time_is_asked_for_before_the_step_is_in_the_log() -> None:
    assert outcomes(run("evidence_disclosed", exhibit(", disclosure: {extent: full}"), before="decided")) == [
        "met"
    ]


@pytest.mark.parametrize(
    ("kind", "outcome"), [("initial-designation", "not-applicable"), ("renewal", "not-shown")]
)
def test_it_can_be_asked_of_renewals_only(kind: str, outcome: str) -> None:
    act = f"act: {{kind: {kind}, status: adopted, day: 2026-03-01}}\n"

    assert [outcome] == outcomes(run("evidence_disclosed", act + exhibit(), when_renewed_only=True))


def test_an_exhibit_that_carries_nothing_need_not_be_disclosed() -> None:
    assert run("evidence_disclosed", "exhibits: [{id: E9, title: Background, kind: press-report}]") == []


def test_the_exhibit_itself_is_the_first_place_that_shows_disclosure() -> None:
    log = "process: [{event: disclosed, day: 2026-03-02, exhibits: [E1]}]\n"

    [result] = run("evidence_disclosed", exhibit(", disclosure: {extent: full}") + log)

    assert result.path == ("exhibits", 0, "disclosure")
