"""Many dossiers are counted and asked about, and nothing of it tells what its readers may not see."""

from __future__ import annotations

import textwrap
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import FIXTURES, TODAY

from sanctcheck.dossier.discovery import Candidate
from sanctcheck.law.load import packaged_law
from sanctcheck.portrait.making import Circumstances, portrait_of
from sanctcheck.portrait.process import day_of
from sanctcheck.portrait.visibility import LEVELS, OFFICE, PUBLIC
from sanctcheck.record import FileRecord
from sanctcheck.report.survey import json_form
from sanctcheck.report.survey.whole import Surveyed
from sanctcheck.survey.dossiers.distribution import LEAST, OTHERS, guarded
from sanctcheck.survey.dossiers.survey import DossierSurvey, survey_of
from sanctcheck.survey.dossiers.times import SPREAD, UNKNOWN, between, class_of
from sanctcheck.validation import Request, Validator

if TYPE_CHECKING:
    from pathlib import Path

    from sanctcheck.portrait.model import Level

ALLEGATION = """\
legal_basis: [{{regime: gb-ghr, grounds: [{{conduct: torture, link: responsible, allegations: [A1]}}]}}]
act: {{kind: {kind}, status: {status}, day: 2026-03-01}}
measures: [{measures}]
allegations:
  - id: A1
    summary: Beat detainees.
    conduct: torture
    basis: command
    country: XA
    period: {{since: 2024-01-10, until: 2024-02-20}}
    elements: [{{element: act, exhibits: [{exhibits}]}}]
exhibits:
  - {{id: E1, title: One, kind: ngo-report, grade: B2, directness: hearsay}}
  - {{id: E2, title: Two, kind: un-report, grade: A1, directness: first-hand}}
process: [{process}]
"""


def dossier(
    id_: str,
    *,
    kind: str = "initial-designation",
    status: str = "adopted",
    measures: str = "{kind: asset-freeze}",
    exhibits: str = "E1, E2",
    process: str = "",
) -> str:
    head = f"format: dossier/1\nid: {id_}\ntarget: {{type: person, names: [{{name: Example Person}}]}}\n"
    return head + ALLEGATION.format(
        kind=kind, status=status, measures=measures, exhibits=exhibits, process=process
    )


def survey(folder: Path, *texts: str, shown: frozenset[Level] = OFFICE) -> DossierSurvey:
    law = packaged_law()
    validator = Validator(law, Request(TODAY))
    found = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.yaml"
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        validated = validator.validate(Candidate(path, path.name, by_name=True))
        assert validated is not None
        found.append((FileRecord(path.name), portrait_of(validated, shown, Circumstances(TODAY, law))))
    return survey_of(found, TODAY, [level for level in LEVELS if level in shown])


def counts(made: DossierSurvey, id_: str) -> dict[str, int | None]:
    every = [*made.contents, *made.times, *(each for of in made.quality for each in of.distributions)]
    return dict(next(each for each in every if each.id == id_).items)


def test_a_conduct_is_counted_once_a_dossier(tmp_path: Path) -> None:
    made = survey(tmp_path, dossier("one"), dossier("two"))

    assert counts(made, "conduct") == {"torture": 2}
    assert counts(made, "place") == {"XA": 2}
    assert counts(made, "outcome")["listed"] == 2


def test_how_long_it_took_runs_from_the_conduct_and_from_the_proposal(tmp_path: Path) -> None:
    made = survey(tmp_path, dossier("one", process="{event: proposed, day: 2025-12-01}"))

    assert counts(made, "since-end")["2 to 5 years"] == 1
    assert counts(made, "since-proposal")["up to 6 months"] == 1


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-01-01", "2024-07-02", "up to 6 months"),
        ("2024-01-01", "2024-07-03", "6 to 12 months"),
        ("2024", "2026-03-01", SPREAD),
        ("2019", "2026-03-01", "5 to 10 years"),
        ("unknown", "2026-03-01", UNKNOWN),
        ("after 2020-01-01", "2026-03-01", UNKNOWN),
        ("2026-03-01", "2026-03-01", "after the act, or on its day"),
    ],
)
def test_a_partial_day_is_counted_only_where_all_it_can_mean_falls_into_one_class(
    start: str, end: str, said: str
) -> None:
    assert class_of(between(day_of(start), day_of(end))) == said


def test_evidence_is_shown_as_distributions(tmp_path: Path) -> None:
    made = survey(tmp_path, dossier("one"), dossier("two", exhibits="E1"))

    assert counts(made, "reliability")["A: completely reliable"] == 1
    assert counts(made, "reliability")["B: usually reliable"] == 2
    assert counts(made, "directness")["hearsay"] == 2
    assert counts(made, "disclosure")["not stated"] == 3
    assert counts(made, "origins")["2 sources"] == 1


def test_like_cases_that_ended_differently_raise_a_question(tmp_path: Path) -> None:
    made = survey(tmp_path, dossier("kept"), dossier("gone", kind="removal"))

    asked = [each for each in made.questions if each.differs == "outcome"]
    assert [(each.regime, each.conduct, each.basis) for each in asked] == [("gb-ghr", "torture", "command")]
    assert {side.treated: side.dossiers for side in asked[0].sides} == {
        "listed": (("0.yaml", "kept"),),
        "removed from the list": (("1.yaml", "gone"),),
    }


def test_what_is_still_proposed_was_not_treated_unlike(tmp_path: Path) -> None:
    made = survey(tmp_path, dossier("one"), dossier("two", status="proposed"))

    assert not [each for each in made.questions if each.differs == "outcome"]


def test_a_proposal_that_was_decided_on_without_a_listing_is_one_side(tmp_path: Path) -> None:
    decided = dossier("two", status="proposed", process="{event: decided, day: 2026-02-01}")

    made = survey(tmp_path, dossier("one"), decided)

    assert [side.treated for each in made.questions for side in each.sides] == [
        "decided, and not listed",
        "listed",
    ]


def test_different_measures_and_different_evidence_raise_questions(tmp_path: Path) -> None:
    made = survey(
        tmp_path,
        dossier("one"),
        dossier("two", measures="{kind: asset-freeze}, {kind: visa-ban}", exhibits="E1"),
    )

    assert {each.differs for each in made.questions} == {"measures", "evidence"}


def test_alike_cases_raise_none(tmp_path: Path) -> None:
    assert survey(tmp_path, dossier("one"), dossier("two")).questions == ()


def test_those_whom_a_dossier_names_as_not_listed_raise_one(tmp_path: Path) -> None:
    text = (
        dossier("one")
        + "comparators: [{who: Another director, listed: false}, {who: A third, listed: true}]\n"
    )

    made = survey(tmp_path, text)

    assert [each.differs for each in made.questions] == ["comparators"]
    assert "Another director" not in made.questions[0].asked


def test_every_question_is_a_question_and_no_verdict(tmp_path: Path) -> None:
    made = survey(
        tmp_path,
        dossier("one"),
        dossier("two", kind="removal"),
        dossier("three", measures="{kind: visa-ban}", exhibits="E1"),
    )

    verdicts = (
        "wrong",
        "unlawful",
        "arbitrary",
        "discriminat",
        "unjust",
        "unfair",
        "should",
        "must",
        "better",
        "worse",
    )
    assert len(made.questions) == 3
    for each in made.questions:
        assert each.asked.endswith("?")
        assert not any(word in each.asked.casefold() for word in verdicts)


def test_what_is_protected_is_in_no_survey(tmp_path: Path) -> None:
    victims = """\
    victims:
      - {description: Nurse Zelenka of ward 3, activity: kept lists, country: ZW, number: 1, handling: {level: protected, because: reprisals}}
"""
    hidden = """\
  - id: A2
    summary: Kept a woman in a cellar.
    conduct: slavery-or-forced-labour
    country: ZM
    handling: {level: protected, because: reprisals}
"""
    text = (
        dossier("one")
        .replace("    elements:", victims + "    elements:")
        .replace("exhibits:\n", hidden + "exhibits:\n", 1)
    )

    made = survey(tmp_path, text, *(dossier(f"d{number}") for number in range(3)))

    said = json_form.text(Surveyed(TODAY, made))
    assert not [
        word for word in ("Zelenka", "ward 3", "kept lists", "ZW", "slavery", "ZM", "cellar") if word in said
    ]
    assert made.withheld_allegations == 1


def test_what_may_not_be_published_is_not_in_a_public_survey(tmp_path: Path) -> None:
    public = "handling: {level: public}\n"
    restricted = dossier("two").replace(
        "    conduct: torture", "    handling: {level: restricted}\n    conduct: bribery"
    )

    made = survey(tmp_path, dossier("one") + public, restricted + public, shown=PUBLIC)

    assert counts(made, "conduct") == {"torture": 1}
    assert made.withheld_allegations == 1


def test_a_file_that_is_no_dossier_is_named_and_not_counted(tmp_path: Path) -> None:
    made = survey(tmp_path, dossier("one"), "format: dossier/1\n")

    assert (made.dossiers, made.unread) == (1, ("1.yaml",))


def test_the_complete_dossiers_are_surveyed_with_the_law_that_was_used() -> None:
    law = packaged_law()
    validator = Validator(law, Request(TODAY))
    path = FIXTURES / "dossiers/gb-ghr/complete.yaml"
    validated = validator.validate(Candidate(path, path.name, by_name=True))
    assert validated is not None

    made = survey_of(
        [(FileRecord(path.name), portrait_of(validated, OFFICE, Circumstances(TODAY, law)))], TODAY, LEVELS
    )

    assert [(each.regime, each.day) for each in made.laws] == [("gb-ghr", date(2026, 2, 12))]
    assert [each.regime for each in made.quality] == ["gb-ghr"]


_counts = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 7), min_size=1)


@given(_counts)
@settings(deadline=None)
def test_no_small_count_of_victims_is_shown_or_can_be_worked_out(numbers: dict[str, int]) -> None:
    made = guarded("v", "Victims", "victims", numbers)

    shown = {label: number for label, number in made.items if number is not None}
    small = {label for label, number in numbers.items() if 0 < number < LEAST}
    assert not small & shown.keys()
    hidden = [number for label, number in numbers.items() if number and label not in shown]
    assert (made.total is None) is bool(hidden)
    assert all(label in {*numbers, OTHERS} for label, _ in made.items)
    if len(hidden) > 1:
        # Even to somebody who knows how many there are in all, and which labels are hidden, several ways are open.
        ways = [way for way in product(range(1, 8), repeat=len(hidden)) if sum(way) == sum(hidden)]
        assert len(ways) > 1 or set(hidden) == {1}


def test_what_is_too_few_is_said_not_to_be_shown() -> None:
    assert guarded("v", "Victims", "victims", {"XA": 5, "XB": 1}).items == ((OTHERS, None),)
    assert guarded("v", "Victims", "victims", {"XA": 9, "XC": 4, "XB": 1}).items == (
        ("XA", 9),
        (OTHERS, None),
    )
