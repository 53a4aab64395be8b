"""Gaps that somebody answers for: which are settled, until when, and what is said of entries that are about nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.naming import covers, hashed, place_steps
from sanctcheck.reading.document import Place
from sanctcheck.record import About, Acceptance, FileRecord, Finding, RegimeRecord
from sanctcheck.settling.accepted import accept
from sanctcheck.settling.settle import Settlement, Settling, SharedAcceptance
from sanctcheck.tally import Tally

if TYPE_CHECKING:
    from random import Random

    from sanctcheck.reading.document import Path_

DAY = date(2026, 6, 1)
LATER = DAY + timedelta(days=30)
EARLIER = DAY - timedelta(days=1)


def gap(rule: str = "person-informed", standard: str = "notification", path: Path_ = ("process",)) -> Finding:
    """A gap in the law of the regime `example`."""
    line = Place(9, 1, 9, 2)
    return Finding(
        rule,
        "due-process",
        "",
        "It is lacking.",
        line,
        path,
        regime="example",
        standard=standard,
        outcome="not-shown",
        severity="error",
        fingerprint=hashed(f"{rule}{path}"),
        named=path,
    )


def acceptance(
    standard: str = "notification", until: date = LATER, *, at: tuple[str, ...] = (), line: int = 40
) -> Acceptance:
    place = Place(line, 5, line, 20)
    return Acceptance(standard, "The person has died.", "The office", until, "a.yaml", place, at=at)


def record(*findings: Finding, accepted: tuple[Acceptance, ...] = ()) -> FileRecord:
    under = RegimeRecord("example", "An example regime", DAY, ())
    return FileRecord("a.yaml", "example", About("Example Person"), findings, (under,), accepted)


def rules(made: FileRecord) -> list[str]:
    return [each.rule for each in made.flaws]


@pytest.mark.parametrize("standard", ["notification", "example:person-informed"])
def test_a_gap_is_accepted_by_its_standard_or_by_the_criterion_of_a_regime(standard: str) -> None:
    made = Settling(Settlement(DAY)).settle(record(gap(), accepted=(acceptance(standard),)))
    settled = made.findings[0].settled

    assert settled is not None
    assert (settled.how, settled.by, settled.until) == ("accepted", "The office", LATER)
    assert (settled.reason, settled.where) == ("The person has died.", "a.yaml:40")


@pytest.mark.parametrize(
    "standard", ["hearing", "other:person-informed", "person-informed", "example:notification"]
)
def test_another_gap_is_not_accepted(standard: str) -> None:
    made = Settling(Settlement(DAY)).settle(record(gap(), accepted=(acceptance(standard),)))

    assert made.findings[-1].is_open


def test_a_gap_at_another_place_is_not_accepted() -> None:
    first, second = gap(path=("exhibits", 0)), gap(path=("exhibits", 1))

    made = Settling(Settlement(DAY)).settle(
        record(first, second, accepted=(acceptance(at=("exhibits", "1")),))
    )

    assert [each.is_open for each in made.findings] == [True, False]


def test_it_lasts_until_the_end_of_its_last_day() -> None:
    last = Settling(Settlement(DAY)).settle(record(gap(), accepted=(acceptance(until=DAY),)))
    behind = Settling(Settlement(DAY)).settle(record(gap(), accepted=(acceptance(until=EARLIER),)))

    assert [each.is_open for each in last.findings] == [False]
    assert [(each.rule, each.severity) for each in behind.findings if each.is_open] == [
        ("expired-acceptance", "error"),
        ("person-informed", "error"),
    ]


def test_a_warning_whose_acceptance_has_expired_fails_even_where_errors_alone_do() -> None:
    warning = replace(gap(), severity="warning")
    tally = Tally()

    tally.count(Settling(Settlement(DAY)).settle(record(warning, accepted=(acceptance(until=EARLIER),))))

    assert tally.exit_status("error") == 1


def test_what_is_about_no_gap_any_more_is_a_finding_at_its_line() -> None:
    made = Settling(Settlement(DAY)).settle(record(accepted=(acceptance(),)))

    assert [(each.rule, each.severity, each.place.line) for each in made.findings] == [
        ("unused-acceptance", "warning", 40)
    ]


def test_a_run_under_some_regimes_cannot_tell_what_is_about_nothing() -> None:
    accepted = acceptance("notification"), acceptance("other:notice"), acceptance("example:notice", line=41)
    made = Settling(Settlement(DAY, limited=True)).settle(record(accepted=accepted))

    assert [each.place.line for each in made.flaws] == [41]


def test_a_file_that_cannot_be_read_says_nothing_of_what_is_accepted() -> None:
    unread = FileRecord("a.yaml", accepted=(acceptance(),))

    assert Settling(Settlement(DAY)).settle(unread) == unread


def test_what_is_wrong_with_a_file_cannot_be_accepted() -> None:
    flaw = Finding(
        "duplicate-id", "form", "", "", Place(1, 1, 1, 2), (), severity="error", standard="notification"
    )

    assert accept([flaw], [acceptance()], DAY).findings == (flaw,)


PUBLISHER = ("exhibits", 0, "publisher"), ("exhibits", "E1", "publisher")


@pytest.mark.parametrize("at", ["", "exhibits", "exhibits/E1", "/exhibits/0", "exhibits/E1/publisher"])
def test_a_place_is_a_part_by_fields_and_ids_and_everything_below_it(at: str) -> None:
    assert covers(place_steps(at), *PUBLISHER)


@pytest.mark.parametrize("at", ["exhibits/E2", "exhibits/1", "allegations/E1", "exhibits/E1/publisher/more"])
def test_another_part_is_another_place(at: str) -> None:
    assert not covers(place_steps(at), *PUBLISHER)


def test_a_place_within_a_protected_part_is_known_by_the_hash_of_its_id() -> None:
    assert covers(("exhibits", "E1"), ("exhibits", 0), ("exhibits", hashed("E1")))
    assert not covers(("exhibits", "E2"), ("exhibits", 0), ("exhibits", hashed("E1")))


def shared(*acceptances: Acceptance, dossiers: frozenset[str] = frozenset()) -> tuple[SharedAcceptance, ...]:
    return tuple(SharedAcceptance(each, dossiers, lambda file: file != "b.yaml") for each in acceptances)


def test_what_a_configuration_accepts_holds_for_the_files_and_dossiers_that_it_names() -> None:
    records = [record(gap()), replace(record(gap()), file="b.yaml")]
    settling = Settling(Settlement(DAY, shared(acceptance())))

    made = [each for each in settling.settled(records) if each is not None]

    assert [each.findings[-1].is_open for each in made] == [False, True]


def test_what_a_configuration_accepts_in_vain_is_said_behind_the_last_file_of_a_whole_run() -> None:
    vain = replace(acceptance("hearing"), file="sanctcheck.toml")
    for is_whole, expected in ((True, ["unused-acceptance"]), (False, [])):
        settling = Settling(Settlement(DAY, shared(vain), is_whole=is_whole))
        *_, last = [each for each in settling.settled([record(gap())]) if each is not None]

        assert [each.rule for each in last.flaws] == expected
        assert last.is_settings is is_whole


def test_a_run_over_other_dossiers_cannot_tell_that_an_entry_for_one_is_about_nothing() -> None:
    entry = shared(acceptance("hearing"), dossiers=frozenset({"another"}))

    made = list(Settling(Settlement(DAY, entry, is_whole=True)).settled([record(gap())]))

    assert [each.file for each in made if each is not None] == ["a.yaml"]


def test_a_file_of_settings_is_no_dossier_in_the_count() -> None:
    tally = Tally()
    for each in Settling(Settlement(DAY, shared(acceptance("hearing")), is_whole=True)).settled([record()]):
        tally.count(each)

    assert (tally.dossiers, tally.unreadable, tally.with_findings) == (1, 0, 0)
    assert tally.severities["warning"] == 1
    assert tally.exit_status("warning") == 1


STANDARDS = st.sampled_from(["notification", "hearing", "example:person-informed", "example:heard"])
PATHS = st.sampled_from([(), ("process",), ("exhibits", 0), ("exhibits", 1, "publisher")])
GAPS = st.builds(
    gap, st.sampled_from(["person-informed", "heard"]), st.sampled_from(["notification", "hearing"]), PATHS
)
PLACES = st.sampled_from([(), ("process",), ("exhibits",), ("exhibits", "1")])
ACCEPTANCES = st.builds(
    acceptance, STANDARDS, st.sampled_from([EARLIER, DAY, LATER]), at=PLACES, line=st.integers(1, 9)
)


def failing(findings: tuple[Finding, ...]) -> set[Finding]:
    return {each for each in findings if each.is_open and each.regime is not None}


@given(st.lists(GAPS, max_size=6), st.lists(ACCEPTANCES, max_size=6))
@settings(deadline=None, max_examples=150)
def test_accepting_takes_from_what_fails_and_never_from_what_is_shown(
    gaps: list[Finding], acceptances: list[Acceptance]
) -> None:
    before = record(*gaps)
    after = Settling(Settlement(DAY)).settle(replace(before, accepted=tuple(acceptances)))
    shown = [replace(each, settled=None) for each in after.findings if each.regime is not None]

    assert shown == list(before.findings)
    assert failing(after.findings) <= failing(before.findings)


@given(st.lists(GAPS, max_size=5), st.lists(ACCEPTANCES, max_size=5), st.randoms())
@settings(deadline=None, max_examples=150)
def test_the_order_of_what_is_accepted_does_not_matter(
    gaps: list[Finding], acceptances: list[Acceptance], random: Random
) -> None:
    mixed = list(acceptances)
    random.shuffle(mixed)
    settle = Settling(Settlement(DAY)).settle
    one, other = (settle(record(*gaps, accepted=tuple(each))) for each in (acceptances, mixed))

    assert set(one.findings) == set(other.findings)
    assert [each for each in one.findings if each.regime] == [each for each in other.findings if each.regime]


@given(st.lists(GAPS, max_size=5), st.lists(ACCEPTANCES, max_size=5), ACCEPTANCES)
@settings(deadline=None, max_examples=100)
def test_one_more_acceptance_never_makes_another_gap_fail(
    gaps: list[Finding], acceptances: list[Acceptance], more: Acceptance
) -> None:
    fewer = accept(gaps, acceptances, DAY).findings
    all_of_them = accept(gaps, [*acceptances, more], DAY).findings

    assert failing(all_of_them) <= failing(fewer)
