"""No element rests on one kind of source alone."""

from __future__ import annotations

import json
from typing import Any

from evidence_cases import allegation, case, exhibit
from support import outcomes, run

PRESS, POST, REPORT = exhibit("E1", kind="press-report"), exhibit("E2", kind="social-media"), exhibit("E3")


def elements(*entries: dict[str, Any]) -> str:
    return json.dumps(
        {"allegations": [allegation([], elements=list(entries))], "exhibits": [PRESS, POST, REPORT]}
    )


def test_an_element_that_rests_on_press_alone_is_not_shown() -> None:
    (result,) = run("not_one_kind_alone", case(PRESS))

    assert result.outcome == "not-shown"
    assert result.path == ("allegations", 0)
    assert result.message == (
        "In allegation A1, press-report alone carries “act”. Expected: a source of another kind."
    )


def test_press_and_social_media_together_are_still_alone() -> None:
    assert outcomes(run("not_one_kind_alone", case(PRESS, POST))) == ["not-shown"]


def test_press_beside_another_kind_is_met_and_the_other_is_named() -> None:
    (result,) = run("not_one_kind_alone", case(PRESS, REPORT))

    assert result.outcome == "met"
    assert [path for path, _ in result.relied_on] == [("exhibits", 1)]


def test_all_elements_that_rest_on_the_kind_alone_stand_in_one_result() -> None:
    (result,) = run(
        "not_one_kind_alone",
        elements(
            {"element": "act", "exhibits": ["E1", "E3"]},
            {"element": "severity", "exhibits": ["E1"]},
            {"element": "responsibility", "exhibits": ["E1", "E2"]},
        ),
    )

    assert result.outcome == "not-shown"
    assert "press-report and social-media alone carries “severity” and “responsibility”" in result.message
    assert [path for path, _ in result.relied_on] == [("exhibits", 0), ("exhibits", 1)]


def test_an_element_set_out_twice_is_looked_at_as_a_whole() -> None:
    fragment = elements(
        {"element": "act", "exhibits": ["E1"]}, {"element": "act", "regime": "example", "exhibits": ["E3"]}
    )

    assert outcomes(run("not_one_kind_alone", fragment)) == ["met"]


def test_an_element_without_evidence_is_left_to_another_check() -> None:
    fragment = elements({"element": "act", "exhibits": ["E3"]}, {"element": "severity"})

    assert outcomes(run("not_one_kind_alone", fragment)) == ["met"]


def test_the_kinds_are_the_regime_s_own() -> None:
    listing = case(exhibit("E1", kind="third-state-listing"))

    assert outcomes(run("not_one_kind_alone", listing, kinds=["third-state-listing"])) == ["not-shown"]
    assert outcomes(run("not_one_kind_alone", listing)) == ["met"]
