"""Acts on which a court decided: the findings agree with the grounds on which each of them fell or stood.

The dossiers say what the file held on the day of the act, and never what the court said of it. Their authors knew the
judgments, so that agreement here shows that the checks can judge such facts, not how they do on cases unseen.
"""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
from backtest import CASES, PAGE, RESULT, regressions, result, scored_set
from case_file import NEUTRAL, dossier_value, value_of
from report import as_markdown
from scoring import Scored, cases_in, matched_pairs, tally
from support import ROOT

from sanctcheck.law.load import packaged_law

LAW = packaged_law()
DECIDED = CASES / "decided.yaml"
KNOWN = cases_in(DECIDED)
NOT_DOSSIERS = {DECIDED.stem, "grounds", NEUTRAL.removesuffix(".yaml")}
GROUNDS = value_of(CASES / "grounds.yaml")["grounds"]


@cache
def scored() -> list[Scored]:
    return scored_set(CASES, DECIDED)


@cache
def scored_with_new_words() -> list[Scored]:
    return scored_set(CASES, DECIDED, with_new_words=True)


def test_every_case_is_assessed() -> None:
    assert {each.case.id: each.failure for each in scored() if each.failure} == {}


def test_nearly_every_act_that_fell_has_a_finding_on_a_ground_on_which_it_fell() -> None:
    figures = tally(scored())

    assert figures.hit >= 0.97 * figures.defective
    assert figures.hit_by_error >= 0.90 * figures.defective


def test_hardly_an_act_that_stood_has_an_error_on_a_ground_that_was_argued_and_failed() -> None:
    figures = tally(scored())

    assert figures.with_false_alarm <= 0.05 * figures.upheld
    assert figures.unexplained_per_case <= 0.3


def test_acts_of_one_family_of_which_one_fell_are_told_apart() -> None:
    together = [pair for pair in matched_pairs(scored()) if not pair.told_apart_by]

    assert [(pair.upheld.case.id, pair.defective.case.id) for pair in together] == []


def test_the_checks_read_fields_and_not_prose() -> None:
    by_fields = {each.case.id: (each.grounds(), each.grounds(errors_only=True)) for each in scored()}
    with_new_words = {
        each.case.id: (each.grounds(), each.grounds(errors_only=True)) for each in scored_with_new_words()
    }

    assert by_fields == with_new_words


def test_the_result_is_the_one_that_is_recorded() -> None:
    recorded = json.loads(RESULT.read_text(encoding="utf-8"))

    assert result(scored()) == recorded


def test_a_result_that_is_worse_than_the_recorded_one_is_named() -> None:
    recorded = json.loads(RESULT.read_text(encoding="utf-8"))
    fewer = {**recorded, "figures": {**recorded["figures"], "hit": recorded["figures"]["hit"] - 1}}
    more = {
        **recorded,
        "figures": {**recorded["figures"], "unexplained": recorded["figures"]["unexplained"] + 1},
    }

    assert regressions(recorded, recorded) == []
    assert len(regressions(fewer, recorded)) == 1
    assert len(regressions(more, recorded)) == 1


def test_the_page_on_the_back_test_is_up_to_date() -> None:
    assert as_markdown(scored()) == PAGE.read_text(encoding="utf-8")


def test_every_dossier_is_decided_and_every_decision_has_its_dossier() -> None:
    assert {file.stem for file in CASES.glob("*.yaml")} - NOT_DOSSIERS == set(KNOWN)


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_a_dossier_has_the_id_of_its_case(name: str) -> None:
    assert dossier_value(CASES / f"{name}.yaml")["id"] == name


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_the_head_of_a_dossier_says_which_case_it_is(name: str) -> None:
    first_line = (CASES / f"{name}.yaml").read_text(encoding="utf-8").partition("\n")[0]
    lines = (CASES / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    head = " ".join(line for line in lines[:6] if line.startswith("#"))

    assert first_line.startswith("#")
    assert re.search(r"Annulled|Upheld|Violation found|Partly annulled|Remanded", head)


def test_every_standard_has_its_row_in_the_table_of_grounds() -> None:
    assert set(GROUNDS) == set(LAW.standards)


def test_the_grounds_on_which_acts_fell_are_those_of_the_table() -> None:
    known = {ground for grounds in GROUNDS.values() for ground in grounds}
    named = {ground for case in KNOWN.values() for ground in (*case.decisive, *case.secondary)}

    assert named <= known


def test_neither_the_code_nor_the_law_names_a_case() -> None:
    files = [
        *(ROOT / "sanctcheck").rglob("*.py"),
        *(ROOT / "criteria").rglob("*.yaml"),
        *(ROOT / "benchmarks").glob("*.py"),
    ]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)

    assert files
    assert re.findall(rf"\b(?:{'|'.join(map(re.escape, KNOWN))})\b", text) == []
