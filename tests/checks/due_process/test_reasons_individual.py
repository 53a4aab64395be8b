from __future__ import annotations

from support import outcomes, run

ALLEGATIONS = """\
allegations:
  - {id: A1, summary: Ordered the beatings., conduct: torture}
  - {id: A2, summary: Ordered the killing., conduct: extrajudicial-killing}
"""


def test_a_dossier_without_reasons_is_left_to_another_check() -> None:
    assert run("reasons_individual", ALLEGATIONS) == []
    assert run("reasons_individual", ALLEGATIONS + "statement_of_reasons: {individual: false}") == []


def test_reasons_for_a_class_are_not_met() -> None:
    [result] = run("reasons_individual", "statement_of_reasons: {individual: false, text: All officers.}")

    assert (result.outcome, result.path) == ("not-met", ("statement_of_reasons", "individual"))


def test_silence_about_being_individual_is_not_shown() -> None:
    [result] = run("reasons_individual", "statement_of_reasons: {text: The target did it.}")

    assert (result.outcome, result.path) == ("not-shown", ("statement_of_reasons",))


def test_a_text_without_points_speaks_of_every_allegation() -> None:
    results = run("reasons_individual", ALLEGATIONS + "statement_of_reasons: {individual: true, text: Both.}")

    assert outcomes(results) == ["met"]


def test_each_allegation_needs_its_point_where_there_are_points() -> None:
    statement = "statement_of_reasons: {individual: true, points: [{allegation: A2, text: The killing.}]}"

    [individual, first, second] = run("reasons_individual", ALLEGATIONS + statement)

    assert individual.outcome == "met"
    assert (first.outcome, first.path) == ("not-shown", ("statement_of_reasons", "points"))
    assert (second.outcome, second.path) == ("met", ("statement_of_reasons", "points", 0))


def test_an_allegation_on_which_no_ground_rests_needs_no_point() -> None:
    basis = "legal_basis: [{regime: example, grounds: [{conduct: killing, link: responsible, allegations: [A2]}]}]\n"
    statement = "statement_of_reasons: {individual: true, points: [{allegation: A2, text: The killing.}]}"

    assert outcomes(run("reasons_individual", ALLEGATIONS + basis + statement)) == ["met", "met"]
