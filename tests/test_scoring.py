"""How findings are held against the grounds of a decision, on cases and dossiers of the tests' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from backtest import main
from case_file import CaseError
from reword import NEUTRAL_WORDS, reworded
from scoring import Case, Found, Scored, cases_in, matched_pairs, tally
from support import FIXTURES

if TYPE_CHECKING:
    from pathlib import Path

GROUNDS = {"reasons": ["no-statement-of-reasons"], "evidence": ["evidence-missing"], "kin": []}


def decided(name: str, *, defective: bool, decisive: str = "", rejected: str = "", family: str = "f") -> Case:
    return Case(
        id=name,
        name=name,
        jurisdiction="XX",
        is_defective=defective,
        decisive=frozenset(decisive.split()),
        secondary=frozenset(),
        rejected=frozenset(rejected.split()),
        family=family,
    )


def scored(case: Case, *found: tuple[str, bool]) -> Scored:
    return Scored(case, tuple(Found(f"r:{name}", name, error, "m") for name, error in found), GROUNDS)


FELL = decided("fell", defective=True, decisive="evidence-missing")
STOOD = decided("stood", defective=False, rejected="evidence-missing")


def test_a_finding_on_a_decisive_ground_is_a_hit() -> None:
    figures = tally(
        [scored(FELL, ("evidence", False)), scored(FELL, ("evidence", True)), scored(FELL, ("reasons", True))]
    )

    assert (figures.defective, figures.hit, figures.hit_by_error) == (3, 2, 1)


def test_an_error_on_a_ground_that_failed_is_a_false_alarm_and_a_warning_is_none() -> None:
    figures = tally([scored(STOOD, ("evidence", True)), scored(STOOD, ("evidence", False))])

    assert (figures.upheld, figures.with_false_alarm, figures.unexplained, figures.warnings_on_upheld) == (
        2,
        1,
        0,
        1,
    )


@pytest.mark.parametrize("standard", ["reasons", "kin"])
def test_any_other_error_on_an_act_that_stood_is_unexplained(standard: str) -> None:
    figures = tally([scored(STOOD, (standard, True), (standard, True))])

    assert (figures.with_false_alarm, figures.unexplained) == (0, 2)


def test_a_pair_is_told_apart_by_what_only_the_one_that_fell_has() -> None:
    apart = matched_pairs([scored(STOOD, ("reasons", True)), scored(FELL, ("evidence", True))])
    together = matched_pairs([scored(STOOD, ("evidence", True)), scored(FELL, ("evidence", True))])

    assert [set(pair.told_apart_by) for pair in apart] == [{"evidence-missing"}]
    assert [set(pair.told_apart_by) for pair in together] == [set()]


def test_acts_of_different_families_are_no_pair() -> None:
    other = decided("other", defective=True, family="g")

    assert matched_pairs([scored(STOOD), scored(other)]) == []


CASES = """\
cases:
  - id: one
    name: One v Council
    jurisdiction: XX
    outcome_class: defective
    grounds: [{code: no-statement-of-reasons, role: decisive}]
    grounds_rejected: []
    litigation_family: one
"""


def test_any_folder_of_dossiers_can_be_scored_with_any_file_of_cases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cases.yaml").write_text(CASES)
    dossier = (FIXTURES / "dossiers" / "common" / "complete.yaml").read_text(encoding="utf-8")
    head, _, tail = dossier.partition("\nstatement_of_reasons:")
    (tmp_path / "one.yaml").write_text(head + tail[tail.index("\nmeasures:") :])

    status = main(["--dossiers", str(tmp_path), "--cases", str(tmp_path / "cases.yaml")])

    assert status == 0
    assert "Acts that fell: 1; found on a decisive ground: 1 of 1 (100 %)" in capsys.readouterr().out


def test_a_case_without_a_dossier_is_named_and_counts_as_not_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cases.yaml").write_text(CASES)

    assert main(["--dossiers", str(tmp_path), "--cases", str(tmp_path / "cases.yaml")]) == 0

    output = capsys.readouterr().out
    assert "found on a decisive ground: 0 of 1" in output
    assert "one: not assessed" in output


def test_a_dossier_of_an_unknown_regime_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cases.yaml").write_text(CASES)
    (tmp_path / "one.yaml").write_text(
        "format: dossier/1\nid: one\nact: {kind: renewal, status: adopted, day: 2020-01-01}\n"
        "target: {type: person, names: [{name: E}]}\nlegal_basis: [{regime: nowhere}]\n"
    )

    assert main(["--dossiers", str(tmp_path), "--cases", str(tmp_path / "cases.yaml")]) == 0
    assert "No regime is called" in capsys.readouterr().out


def test_a_file_of_cases_that_cannot_be_used_ends_with_status_2(tmp_path: Path) -> None:
    (tmp_path / "cases.yaml").write_text("cases: [{id: one}]")

    assert main(["--cases", str(tmp_path / "cases.yaml")]) == 2
    with pytest.raises(CaseError):
        cases_in(tmp_path / "cases.yaml")


def test_rewording_replaces_texts_and_keeps_words_of_the_law_names_and_reasons() -> None:
    value = {
        "title": "T",
        "prepared_by": "the authority",
        "target": {
            "type": "person",
            "names": [{"name": "E"}],
            "relationships": [{"to": "F", "beyond_kinship": "B"}],
        },
        "legal_basis": [{"regime": "x", "standard_of_proof": "term", "discretion": "D"}],
        "statement_of_reasons": {"points": [{"allegation": "A1", "text": "R"}], "defence_rights": "S"},
    }

    assert reworded(value) == {
        "title": NEUTRAL_WORDS,
        "prepared_by": "the authority",
        "target": {
            "type": "person",
            "names": [{"name": "E"}],
            "relationships": [{"to": "F", "beyond_kinship": NEUTRAL_WORDS}],
        },
        "legal_basis": [{"regime": "x", "standard_of_proof": "term", "discretion": NEUTRAL_WORDS}],
        "statement_of_reasons": {
            "points": [{"allegation": "A1", "text": "R"}],
            "defence_rights": NEUTRAL_WORDS,
        },
    }
