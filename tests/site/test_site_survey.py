"""The survey as a page: it stays small, and says what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sanctcheck.site import survey
from sanctcheck.site.shell import Shell, places
from sanctcheck.survey.dossiers.survey import DossierSurvey
from sanctcheck.survey.dossiers.unlike import Question, Side

DAY = date(2026, 6, 1)


def surveyed(number: int) -> DossierSurvey:
    sides = tuple(
        Side(name, tuple((f"{name}-{each}",) * 2 for each in range(50))) for name in ("listed", "not")
    )
    questions = [
        Question("gb-ghr", "torture", "command", "outcome", f"Question {each}: {'why ' * 40}?", sides)
        for each in range(number)
    ]
    return DossierSurvey(DAY, ("public",), 50, (), 0, (), (), (), tuple(questions), ())


def page(number: int) -> str:
    shell = Shell("A site", DAY, places(has_dossiers=True, has_lists=False))
    file, text = survey.page(shell, surveyed(number), None)

    assert file == "survey.html"
    return text


def test_a_survey_that_fits_is_shown_whole() -> None:
    text = page(20)

    assert text.count('class="question"') == 20
    assert "which `sanctcheck survey` shows" not in text


def test_one_that_does_not_shows_the_first_of_it_and_how_much_is_left_out() -> None:
    text = page(1_500)
    shown = text.count('class="question"')

    assert 0 < shown < 1_500
    assert len(text) < 300 * 1024
    assert f"And {1_500 - shown} more" in text


def test_one_that_is_too_large_with_the_fewest_rows_is_shown_with_those() -> None:
    shell = Shell("A site", DAY, places(has_dossiers=True, has_lists=False))
    (question,) = surveyed(1).questions
    long = replace(surveyed(1), questions=(replace(question, asked="why " * 30_000),) * 9)
    _, text = survey.page(shell, long, None)

    assert text.count('class="question"') == 5
    assert "And 4 more" in text
