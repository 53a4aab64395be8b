"""Independent sources agree on each allegation."""

from __future__ import annotations

from typing import Any

from evidence_cases import case, exhibit
from hypothesis import given, settings
from hypothesis import strategies as st
from support import outcomes, run

ORIGIN = st.sampled_from(["agency", "clinic", "court", None])


def outcome(fragment: str, **parameters: Any) -> str:
    (found,) = outcomes(run("independent_sources", fragment, **parameters))
    return found


def with_origins(origins: list[str | None], *, order: int = 1) -> str:
    exhibits = [
        exhibit(f"E{number}", **({"origin": origin} if origin else {}))
        for number, origin in enumerate(origins)
    ]
    return case(*exhibits[::order])


def test_two_exhibits_of_their_own_are_enough() -> None:
    (result,) = run("independent_sources", case(exhibit("E1"), exhibit("E2")))

    assert result.outcome == "met"
    assert [path for path, _ in result.relied_on] == [("exhibits", 0), ("exhibits", 1)]


def test_two_exhibits_of_one_origin_are_one_source() -> None:
    (result,) = run(
        "independent_sources", case(exhibit("E1", origin="agency"), exhibit("E2", origin="agency"))
    )

    assert result.outcome == "not-shown"
    assert result.path == ("allegations", 0)
    assert result.message == (
        "The evidence for allegation A1 goes back to 1 independent source; "
        "expected: at least 2, or an official record or decision."
    )


def test_an_exhibit_that_cites_the_other_is_no_second_source() -> None:
    assert outcome(case(exhibit("E1"), exhibit("E2", cites=["E1"]))) == "not-shown"


def test_two_exhibits_that_cite_a_third_are_one_source() -> None:
    fragment = case(exhibit("E1", cites=["E3"]), exhibit("E2", cites=["E3"]), others=[exhibit("E3")])

    assert outcome(fragment) == "not-shown"


def test_an_exhibit_that_speaks_against_the_allegation_does_not_corroborate_it() -> None:
    assert outcome(case(exhibit("E1"), exhibit("E2", bearing="against"))) == "not-shown"


def test_one_judgment_is_enough_where_the_regime_accepts_it() -> None:
    judgment = case(exhibit("E0"), exhibit("E1", kind="court-decision", cites=["E0"]))

    (result,) = run("independent_sources", judgment)

    assert result.outcome == "met"
    assert result.path == ("exhibits", 1)
    assert outcome(judgment, official_suffices=False) == "not-shown"
    assert outcome(judgment, official_kinds=["official-record"]) == "not-shown"


def test_what_is_expected_leaves_out_official_records_where_they_are_not_enough() -> None:
    (result,) = run("independent_sources", case(exhibit("E1")), official_suffices=False)

    assert result.message.endswith("expected: at least 2.")


def test_the_number_of_sources_asked_for_is_the_regime_s_own() -> None:
    fragment = case(exhibit("E1"), exhibit("E2"))

    assert outcome(fragment, minimum="3") == "not-shown"
    assert outcome(case(exhibit("E1")), minimum="1") == "met"


@settings(max_examples=40)
@given(st.lists(ORIGIN, min_size=1, max_size=5))
def test_the_order_of_the_exhibits_does_not_change_the_outcome(origins: list[str | None]) -> None:
    assert outcome(with_origins(origins)) == outcome(with_origins(origins, order=-1))


@settings(max_examples=40)
@given(st.lists(ORIGIN, min_size=1, max_size=5))
def test_an_exhibit_of_another_origin_never_makes_it_worse(origins: list[str | None]) -> None:
    found = [outcome(with_origins(had), minimum=3) for had in (origins, [*origins, "register"])]

    assert found != ["met", "not-shown"]


def test_a_bare_belief_is_no_source_where_the_regime_says_so() -> None:
    both = case(exhibit("E1", origin="a"), exhibit("E2", origin="b", directness="belief"))

    assert outcomes(run("independent_sources", both)) == ["met"]
    assert outcomes(run("independent_sources", both, no_ground=["belief"])) == ["not-shown"]
