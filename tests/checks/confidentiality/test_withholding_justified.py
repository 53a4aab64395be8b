"""What is kept from the target is kept for a reason that the law knows."""

from __future__ import annotations

import pytest
from support import outcomes, run


def left_out(ground: str, more: str = "") -> str:
    return f"statement_of_reasons: {{withheld: [{{because: Secret., ground: {ground}{more}}}]}}"


def exhibit(disclosure: str) -> str:
    return f"exhibits: [{{id: E1, title: T, kind: intelligence, disclosure: {{{disclosure}}}}}]"


def test_a_recognised_ground_is_met() -> None:
    (result,) = run("withholding_justified", left_out("national-security"))

    assert result.outcome == "met"
    assert result.path == ("statement_of_reasons", "withheld", 0)


def test_another_ground_is_not_met() -> None:
    (result,) = run("withholding_justified", left_out("other"))

    assert result.outcome == "not-met"
    assert result.path == ("statement_of_reasons", "withheld", 0, "ground")


def test_which_grounds_count_is_a_parameter() -> None:
    assert outcomes(
        run("withholding_justified", left_out("serious-crime"), grounds=["national-security"])
    ) == ["not-met"]


@pytest.mark.parametrize(
    ("more", "expected", "path"),
    [
        (", gist_given: true", "met", ()),
        (", gist_given: false", "not-met", ("gist_given",)),
        ("", "not-shown", ()),
    ],
)
def test_the_gist_is_asked_for_where_the_law_asks_for_it(
    more: str, expected: str, path: tuple[str, ...]
) -> None:
    (result,) = run("withholding_justified", left_out("national-security", more), gist=True)

    assert result.outcome == expected
    assert result.path == ("statement_of_reasons", "withheld", 0, *path)


def test_the_gist_is_not_asked_for_otherwise() -> None:
    assert outcomes(run("withholding_justified", left_out("national-security", ", gist_given: false"))) == [
        "met"
    ]


@pytest.mark.parametrize("extent", ["redacted", "summary", "withheld"])
def test_an_exhibit_not_disclosed_in_full_says_why(extent: str) -> None:
    (silent,) = run("withholding_justified", exhibit(f"extent: {extent}"))
    (reasoned,) = run("withholding_justified", exhibit(f"extent: {extent}, because: It names a source."))

    assert (silent.outcome, silent.path) == ("not-shown", ("exhibits", 0, "disclosure"))
    assert (reasoned.outcome, reasoned.path) == ("met", ("exhibits", 0, "disclosure", "because"))


@pytest.mark.parametrize("extent", ["full", "not-yet"])
def test_an_exhibit_of_which_nothing_is_withheld_is_not_asked_about(extent: str) -> None:
    assert run("withholding_justified", exhibit(f"extent: {extent}")) == []


def test_where_nothing_is_withheld_nothing_is_asked() -> None:
    assert run("withholding_justified", "exhibits: [{id: E1, title: T, kind: video}]") == []
    assert run("withholding_justified", "statement_of_reasons: {text: All of it.}") == []


def test_exhibits_are_not_asked_about_where_the_law_is_on_the_reasons_only() -> None:
    assert run("withholding_justified", exhibit("extent: summary"), exhibits=False) == []


@pytest.mark.parametrize(
    ("disclosure", "expected"),
    [
        ("extent: withheld, because: Secret., summary: Its gist.", "met"),
        ("extent: withheld, because: Secret.", "not-shown"),
        ("extent: redacted, because: Secret.", "met"),
    ],
)
def test_a_summary_of_what_is_withheld_is_asked_for_where_the_law_asks_for_it(
    disclosure: str, expected: str
) -> None:
    assert outcomes(run("withholding_justified", exhibit(disclosure), summary=True)) == [expected]


def test_a_summary_of_what_is_withheld_is_not_asked_for_otherwise() -> None:
    assert outcomes(run("withholding_justified", exhibit("extent: withheld, because: Secret."))) == ["met"]
