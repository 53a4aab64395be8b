"""Entries of several lists are put together where they are of one target, and never against what a list itself says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from screening import held_against
from support import FIXTURES
from surveying import Someone, american, british, canadian, surveyed, target_of, together

from sanctcheck.screen.decisions import read_decisions
from sanctcheck.survey.lists.matrix import by_one_only, gaps, lags, matrix

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.survey.lists.model import Overlap

_LISTS = FIXTURES / "lists"
_EVERY = (
    _LISTS / "us_ofac/sdn_enhanced.xml",
    _LISTS / "gb_fcdo/UK-Sanctions-List.xml",
    _LISTS / "eu_fsf/full_1_1.xml",
    _LISTS / "ca_sema/sema-lmes.xml",
    _LISTS / "au_dfat/Australian_Sanctions_Consolidated_List.xlsx",
    _LISTS / "un_sc/consolidated.xml",
)
VARGA = Someone("1", "VARGA", "Bogdan Petrovich", born="02 Mar 1965")
ALIKE = Someone("GHR0001", "VARGA", "Bogdan Petrovich", born="02/03/1965", day="25/12/2020")


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Overlap:
    return surveyed(tmp_path_factory.mktemp("every"), *_EVERY)


def test_somebody_on_the_lists_of_five_states_is_one_target(every: Overlap) -> None:
    target = target_of(every, "gb-fcdo:GHR9901")

    assert set(target.states) == {
        "Australia",
        "Canada",
        "European Union",
        "United Kingdom",
        "United States",
    }
    assert {join.how for join in target.joins} >= {"reference", "identifier"}


def test_a_state_that_lists_on_another_ground_is_shown_apart(every: Overlap) -> None:
    assert target_of(every, "gb-fcdo:GHR9901").elsewhere == ("United Nations",)


def test_each_join_says_what_its_score_is_made_of(every: Overlap) -> None:
    joins = [join for target in every.targets for join in target.joins]

    assert joins
    assert all(join.because and 0 <= join.score <= 1 for join in joins)


def test_the_same_birth_date_joins_what_no_number_does(tmp_path: Path) -> None:
    found = surveyed(tmp_path, american(tmp_path, VARGA), british(tmp_path, ALIKE))

    assert together(found) == [["gb-fcdo:GHR0001", "us-ofac:1"]]
    assert [join.how for join in found.targets[0].joins] == ["name-and-birth"]


def test_another_birth_date_keeps_apart_what_has_one_name(tmp_path: Path) -> None:
    other = Someone("GHR0001", "VARGA", "Bogdan Petrovich", born="19/11/1983", day="25/12/2020")

    found = surveyed(tmp_path, american(tmp_path, VARGA), british(tmp_path, other))

    assert together(found) == [["gb-fcdo:GHR0001"], ["us-ofac:1"]]


def test_one_number_joins_two_spellings_and_not_two_people(tmp_path: Path) -> None:
    american_one = Someone("1", "QADDOUR", "Khalid", passport="N1234567")
    twin = Someone("2", "ZELENKA", "Marta", passport="N1234567")

    found = surveyed(tmp_path, american(tmp_path, american_one, twin))

    assert together(found) == [["us-ofac:1"], ["us-ofac:2"]]


def test_a_number_alone_is_for_a_person_to_judge(tmp_path: Path) -> None:
    one = Someone("1", "QADDOUR", "Khalid", passport="N1234567", born="1 Jan 1970")
    other = Someone("GHR0001", "ZELENKA", "Marta", passport="N1234567", day="25/12/2020")

    found = surveyed(tmp_path, american(tmp_path, one), british(tmp_path, other))

    assert together(found) == [["gb-fcdo:GHR0001"], ["us-ofac:1"]]
    assert [each.why for each in found.doubtful] == ["the number is the same, and the names are not alike"]


def test_a_reference_that_birth_dates_contradict_is_for_a_person_to_judge(tmp_path: Path) -> None:
    # The UN's CDi.901 was born on 14 March 1961.
    wrong = Someone("GHR0001", "KORVANEC", "Miro", born="14/03/1990", day="25/12/2020", un="CDi.901")

    found = surveyed(tmp_path, british(tmp_path, wrong), _LISTS / "un_sc/consolidated.xml")

    assert together(found) == [["gb-fcdo:GHR0001"]]
    assert [each.why for each in found.doubtful] == ["the birth dates differ"]


def test_two_entries_of_one_list_are_two_however_alike(tmp_path: Path) -> None:
    two = (
        Someone("1", "VARGA", "Bogdan Petrovich", day="2020-01-01"),
        Someone("2", "VARGA", "Bogdan Petrovich", day="2020-01-01"),
    )

    found = surveyed(tmp_path, canadian(tmp_path, *two))

    assert together(found) == [["ca-sema:JVCFOA/1"], ["ca-sema:JVCFOA/2"]]


def test_one_list_may_have_somebody_under_two_programmes(tmp_path: Path) -> None:
    two = (
        Someone("1", "VARGA", "Bogdan Petrovich", day="2020-01-01"),
        Someone("2", "VARGA", "Bogdan Petrovich", day="2021-01-01", programme="Belarus / Bélarus"),
    )

    found = surveyed(tmp_path, canadian(tmp_path, *two))

    assert together(found) == [["ca-sema:Belarus/2", "ca-sema:JVCFOA/1"]]


def test_a_name_that_fits_two_entries_of_a_list_joins_neither(tmp_path: Path) -> None:
    two = (
        Someone("1", "VARGA", "Bogdan Petrovich", day="2020-01-01"),
        Someone("2", "VARGA", "Bogdan Petrovich", day="2020-01-01"),
    )
    one = Someone("GHR0001", "VARGA", "Bogdan Petrovich", day="25/12/2020")

    found = surveyed(tmp_path, canadian(tmp_path, *two), british(tmp_path, one))

    assert together(found) == [["ca-sema:JVCFOA/1"], ["ca-sema:JVCFOA/2"], ["gb-fcdo:GHR0001"]]
    assert {each.why for each in found.doubtful} == {"two entries of one list fit alike"}


def test_the_lag_is_counted_from_the_first_day_that_a_list_states(tmp_path: Path) -> None:
    first = Someone("1", "VARGA", "Bogdan Petrovich", born="1965-03-02", day="2020-12-01")

    found = surveyed(tmp_path, american(tmp_path, VARGA), canadian(tmp_path, first), british(tmp_path, ALIKE))

    assert found.targets[0].first == ("Canada", "2020-12-01")
    assert [(each.first, each.later, each.days) for each in lags(found)] == [
        ("Canada", "United Kingdom", (24,))
    ]
    assert found.targets[0].day("United States") == ""
    assert found.targets[0].latest("United States") == "2026-05-29"


def test_a_gap_names_who_does_not_list_at_all(tmp_path: Path) -> None:
    alone = Someone("2", "OSTRANDER", "Lena", day="2019-05-06")
    other_ground = Someone(
        "GHR0009",
        "OSTRANDER",
        "Lena",
        programme="The Russia (Sanctions) (EU Exit) Regulations 2019",
        day="01/01/2022",
    )
    found = surveyed(
        tmp_path,
        american(tmp_path, VARGA),
        canadian(tmp_path, alone),
        british(tmp_path, ALIKE, other_ground),
    )

    by_name = {gap.target.listings[0].key: gap for gap in gaps(found)}
    assert by_name["ca-sema:JVCFOA/2"].day == "2019-05-06"
    assert by_name["ca-sema:JVCFOA/2"].not_by == ("United States",)
    assert by_name["ca-sema:JVCFOA/2"].elsewhere == ("United Kingdom",)
    assert [gap.target.name for gap in gaps(found, "Canada")] == ["Bogdan Petrovich VARGA"]
    assert gaps(found)[0].day == "2019-05-06"


def test_the_matrix_agrees_with_a_count_of_the_targets(every: Overlap) -> None:
    for row in matrix(every):
        for cell in row:
            of = [target for target in every.targets if cell.row in target.states]
            assert (cell.of, cell.both) == (len(of), sum(cell.column in target.states for target in of))
    cells = {(cell.row, cell.column): cell.both for row in matrix(every) for cell in row}
    assert all(cells[one, other] == cells[other, one] for one, other in cells if (other, one) in cells)
    assert sum(each.targets for each in by_one_only(every)) == sum(len(t.states) == 1 for t in every.targets)


def _decided(folder: Path, judgment: str, seen: str) -> Path:
    path = folder / "decisions.yaml"
    path.write_text(
        "format: decisions/1\ndecisions:\n"
        "  - {query: {name: 'us-ofac:1'}, listing: 'gb-fcdo:GHR0001', by: A. Officer, day: 2026-05-01,\n"
        f"     judgment: {judgment}, because: The passports were compared., seen: {seen}}}\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("judgment", "seen", "is_one"),
    [("different", "", False), ("same", "", True), ("different", "0123456789abcdef", True)],
    ids=["different", "same", "different, but the listing changed since"],
)
def test_what_a_person_judged_is_honoured_until_the_listing_changes(
    tmp_path: Path, judgment: str, seen: str, *, is_one: bool
) -> None:
    files = american(tmp_path, VARGA), british(tmp_path, ALIKE)
    corpus = held_against(tmp_path, *files).corpus
    digests = {
        corpus.entry(corpus.index.key(at)).key: corpus.entry(corpus.index.key(at)).digest for at in range(2)
    }
    path = _decided(tmp_path, judgment, seen or digests["gb-fcdo:GHR0001"])

    found = surveyed(tmp_path, *files, decisions=read_decisions(path))

    assert (len(found.targets) == 1) is is_one
    assert found.judged == (not seen)


def test_more_cores_find_the_same(tmp_path: Path, every: Overlap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctcheck.survey.lists.gathering.WORTH_PROCESSES", 0)
    from sanctcheck.survey.lists.overlap import Asked, overlap_of

    again = overlap_of(held_against(tmp_path, *_EVERY).corpus, Asked(every.as_of, 2))

    assert again == every
