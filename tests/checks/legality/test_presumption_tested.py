"""A presumption is tested against what the target puts forward."""

from __future__ import annotations

import pytest
from support import outcomes, run

PRESUMED = (
    "legal_basis: [{regime: example, presumption: Who leads a business is held to support the State.%s}]\n"
)
AGAINST = "exhibits: [{id: E1, title: T, kind: target-submission, bearing: %s}]\n"
LINKED = """\
legal_basis: [{regime: example, grounds: [{conduct: torture, link: responsible, allegations: [A1]}]}]
allegations: [{id: A1, summary: S., conduct: torture}]
"""


@pytest.mark.parametrize("bearing", ["against", "both"])
def test_what_speaks_against_a_presumption_has_to_be_assessed(bearing: str) -> None:
    (result,) = run("presumption_tested", PRESUMED % "" + AGAINST % bearing)

    assert result.outcome == "not-shown"
    assert result.path == ("legal_basis", 0)
    assert result.relied_on[0][0] == ("exhibits", 0)


def test_an_assessment_is_met() -> None:
    stated = PRESUMED % ", presumption_rebuttal: The sale was one to a straw man."
    (result,) = run("presumption_tested", stated + AGAINST % "against")

    assert result.outcome == "met"
    assert result.path == ("legal_basis", 0, "presumption_rebuttal")


def test_representations_count_too() -> None:
    received = "process: [{event: representations-received, id: S1, day: 2026-02-01}]\n"

    assert outcomes(run("presumption_tested", PRESUMED % "" + received)) == ["not-shown"]


def test_where_nothing_was_put_forward_nothing_is_asked() -> None:
    assert run("presumption_tested", PRESUMED % "" + AGAINST % "for") == []


def test_where_nothing_is_presumed_nothing_is_asked() -> None:
    assert run("presumption_tested", LINKED + AGAINST % "against") == []


def test_a_link_that_the_regime_names_as_presumed_counts_as_a_presumption() -> None:
    results = run("presumption_tested", LINKED + AGAINST % "against", presumed_by=["responsible"])

    assert outcomes(results) == ["not-shown"]
