"""The reasons are about the ground relied on, and are more than its wording."""

from __future__ import annotations

import pytest
from support import EXAMPLE_REGIME, outcomes, regime, run

WITH_TERMS = regime(
    EXAMPLE_REGIME.replace(
        "title: Torture", "title: Torture\n    term: torture or ill-treatment of detainees"
    ).replace("title: Killing, since 2025", "title: Killing\n    term: extrajudicial killing of opponents")
)


def reasons(text: str, *, criterion: str = "") -> str:
    quoted = f", criterion_text: {criterion}" if criterion else ""
    return f"""\
legal_basis: [{{regime: example, grounds: [{{conduct: torture, link: responsible, allegations: [A1]{quoted}}}]}}]
allegations: [{{id: A1, summary: S., conduct: torture}}]
statement_of_reasons: {{points: [{{allegation: A1, text: "{text}"}}]}}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Torture or ill-treatment of detainees.",
        "He tortured and ill-treated detainees.",
        "RESPONSIBLE FOR TORTURE",
    ],
)
def test_a_reason_that_only_repeats_the_ground_is_a_gap(text: str) -> None:
    (result,) = run("reasons_fit_ground", reasons(text), under=WITH_TERMS)

    assert result.outcome == "not-met"
    assert result.path == ("statement_of_reasons", "points", 0, "text")
    assert "%" in result.message


def test_the_criterion_as_the_dossier_quotes_it_counts() -> None:
    text = reasons("Involved in circumvention.", criterion="involvement in the circumvention of measures")

    assert outcomes(run("reasons_fit_ground", text, under=WITH_TERMS)) == ["not-met"]


def test_facts_are_more_than_the_ground() -> None:
    text = "As head of Prison 4 he ordered the beating of three detainees in May 2019, which was torture."

    assert outcomes(run("reasons_fit_ground", reasons(text), under=WITH_TERMS)) == ["met"]


def test_a_reason_about_another_ground_is_a_gap_that_names_it() -> None:
    text = "In May 2019 the squad carried out the extrajudicial killing of four opponents in Exampletown."
    (result,) = run("reasons_fit_ground", reasons(text), under=WITH_TERMS)

    assert result.outcome == "not-met"
    assert "killing" in result.message


def test_a_reason_about_both_grounds_is_about_its_own() -> None:
    text = "He ordered torture and ill-treatment of detainees, and the extrajudicial killing of opponents, in May 2019."

    assert outcomes(run("reasons_fit_ground", reasons(text), under=WITH_TERMS)) == ["met"]


def test_reasons_that_are_not_split_into_points_are_not_compared() -> None:
    text = "statement_of_reasons: {text: Torture.}"

    assert run("reasons_fit_ground", text, under=WITH_TERMS) == []


def test_a_reason_without_words_of_meaning_is_not_a_repetition() -> None:
    assert outcomes(run("reasons_fit_ground", reasons("He is."), under=WITH_TERMS)) == ["met"]


def test_a_very_long_reason_is_compared_in_bounded_time() -> None:
    words = " ".join(f"word{number}" for number in range(3_000))

    assert outcomes(run("reasons_fit_ground", reasons(words), under=WITH_TERMS)) == ["met"]
