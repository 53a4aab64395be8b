"""Acts on which a court decided: the findings agree with the grounds on which each of them fell or stood.

The dossiers say what the file held on the day of the act, and never what the court said of it. Their authors knew the
judgments, so that agreement here shows that the checks can judge such facts, not how they do on cases unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from support import FIXTURES, ROOT, shaped

from sanctcheck.assess import Assessor, regimes_of
from sanctcheck.days import stated_day
from sanctcheck.dossier.model import Dossier
from sanctcheck.law.load import packaged_law
from sanctcheck.reading.files import read_document

CASES = FIXTURES / "cases"
LAW = packaged_law()
ASSESSOR = Assessor(LAW)
NOT_DOSSIERS = {"decided", "grounds"}


def value_of(name: str) -> Any:
    document = read_document(CASES / f"{name}.yaml", f"{name}.yaml")
    assert not document.flaws, [flaw.message for flaw in document.flaws]
    return document.value


DECIDED: dict[str, dict[str, Any]] = value_of("decided")["cases"]
GROUNDS: dict[str, list[str]] = value_of("grounds")["grounds"]
DEFECTIVE = sorted(name for name, case in DECIDED.items() if case["outcome"] == "defective")
UPHELD = sorted(name for name, case in DECIDED.items() if case["outcome"] == "upheld")
PAIRS = sorted(
    (upheld, defective)
    for upheld in UPHELD
    for defective in DEFECTIVE
    if DECIDED[upheld]["family"] == DECIDED[defective]["family"]
)


@dataclass(frozen=True)
class Errors:
    """What weighs as an error in a dossier, on the day of its act."""

    standards: frozenset[str]
    messages: tuple[str, ...]

    @property
    def grounds(self) -> set[str]:
        """The grounds to which they map."""
        return {ground for standard in self.standards for ground in GROUNDS[standard]}


@cache
def errors_in(name: str) -> Errors:
    dossier = shaped(value_of(name), Dossier)
    day = stated_day(dossier.act.day) if dossier.act else None
    assert day is not None
    under = ASSESSOR.assess(dossier, list(regimes_of(dossier)), day.latest)
    assert not [error for regime in under for error in regime.internal_errors]
    found = [
        (each.criterion.standard, gap.message)
        for regime in under
        for each in regime.assessments
        if each.severity == "error"
        for gap in each.gaps
    ]
    return Errors(frozenset(standard for standard, _ in found), tuple(message for _, message in found))


@pytest.mark.parametrize("name", DEFECTIVE)
def test_an_act_that_fell_has_an_error_on_a_ground_on_which_it_fell(name: str) -> None:
    assert errors_in(name).grounds & set(DECIDED[name]["decisive"])


@pytest.mark.parametrize("name", UPHELD)
def test_an_act_that_stood_has_no_error_on_a_ground_that_was_argued_and_failed(name: str) -> None:
    assert not errors_in(name).grounds & set(DECIDED[name]["rejected"])


@pytest.mark.parametrize("name", UPHELD)
def test_an_act_that_stood_has_no_error_at_all(name: str) -> None:
    assert errors_in(name).messages == ()


@pytest.mark.parametrize(("upheld", "defective"), PAIRS)
def test_acts_of_one_family_of_which_one_fell_are_told_apart(upheld: str, defective: str) -> None:
    assert errors_in(defective).standards - errors_in(upheld).standards
    assert not errors_in(upheld).standards


def test_the_acts_that_a_court_judged_differently_come_in_pairs() -> None:
    expected = {
        ("eu-mazepin-d", "eu-mazepin-n"),
        ("eu-pumpyanskiy-initial", "eu-pumpyanskiy-maintenance"),
        ("eu-pumpyanskaya-initial", "eu-pumpyanskaya-maintenance"),
    }

    assert expected <= set(PAIRS)


def test_every_dossier_is_decided_and_every_decision_has_its_dossier() -> None:
    assert {file.stem for file in CASES.glob("*.yaml")} - NOT_DOSSIERS == set(DECIDED)
    assert {value_of(name)["id"] for name in DECIDED} == set(DECIDED)


def test_every_standard_has_its_row_in_the_table_of_grounds() -> None:
    assert set(GROUNDS) == set(LAW.standards)


def test_the_grounds_of_the_decisions_are_those_of_the_table() -> None:
    known = {ground for grounds in GROUNDS.values() for ground in grounds}
    named = {ground for case in DECIDED.values() for ground in (*case["decisive"], *case["rejected"])}

    assert named <= known


def test_neither_the_code_nor_the_law_names_a_case() -> None:
    files = [*(ROOT / "sanctcheck").rglob("*.py"), *(ROOT / "criteria").rglob("*.yaml")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)

    assert files
    assert [name for name in DECIDED if name in text] == []
