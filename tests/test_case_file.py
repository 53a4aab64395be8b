"""A case file is laid over what an ordinary careful file holds: little is said, and nothing is lost or made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from case_file import CaseError, dossier_value, joined, laid_over, shifted, value_of
from hypothesis import given
from hypothesis import strategies as st
from support import FIXTURES, shaped
from twins import LAYERS

from sanctcheck.dossier.model import Dossier

if TYPE_CHECKING:
    from pathlib import Path

ACT = {"kind": "renewal", "status": "adopted", "day": "2020-03-15"}
NOTICE = {"event": "notified", "day": "$act"}


def case(dossier: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    return {"dossier": {"act": ACT, "target": {"type": "person"}, **(dossier or {})}, **fields}


def layers(**of: dict[str, Any]) -> dict[str, Any]:
    return {"any": {}, **of}


def test_what_the_case_says_stands_and_the_rest_comes_from_below() -> None:
    below = layers(any={"dossier": {"title": "below", "review": {"by": "below", "expires": "2021"}}})
    made = laid_over(case({"title": "the case's", "review": {"by": "the case's"}}), below)

    assert made["title"] == "the case's"
    assert made["review"] == {"by": "the case's", "expires": "2021"}


def test_of_each_layer_come_its_general_part_and_those_for_the_act_and_the_target() -> None:
    every = {
        name: {"dossier": {name.replace("/", "-"): True}}
        for name in ("any", "any/renewal", "any/removal", "x", "x/person", "x/entity", "y")
    }
    made = laid_over(case(over=["x"]), every)

    assert {"any", "any-renewal", "x", "x-person"} <= set(made)
    assert not {"any-removal", "x-entity", "y"} & set(made)


def test_a_later_layer_is_laid_over_an_earlier_one() -> None:
    made = laid_over(
        case(over=["x", "y"]), layers(x={"dossier": {"title": "x"}}, y={"dossier": {"title": "y"}})
    )

    assert made["title"] == "y"


def test_a_case_takes_parts_of_the_ordinary_file_away() -> None:
    below = layers(
        any={"dossier": {"process": [NOTICE, {"event": "published", "day": "$act"}], "review": {"by": "x"}}}
    )
    made = laid_over(case(without=["process/notified", "review"]), below)

    assert [step["event"] for step in made["process"]] == ["published"]
    assert "review" not in made


def test_what_is_taken_away_is_never_the_case_s_own() -> None:
    own = {"event": "notified", "day": "2020-04-01"}
    made = laid_over(
        case({"process": [own]}, without=["process/notified"]), layers(any={"dossier": {"process": [NOTICE]}})
    )

    assert made["process"] == [own]


@pytest.mark.parametrize(
    "path", ["process/revoked", "review", "process/notified/day/x", "each/exhibits", "title/x"]
)
def test_a_part_that_is_not_there_cannot_be_taken_away(path: str) -> None:
    with pytest.raises(KeyError, match="nothing to take away"):
        laid_over(case(without=[path]), layers(any={"dossier": {"process": [NOTICE], "title": "T"}}))


def test_each_item_of_a_list_is_given_the_fields_that_it_does_not_have_or_refuse() -> None:
    below = layers(any={"each": {"exhibits": {"producible": "full", "obtained": "$act"}}})
    made = laid_over(
        case({"exhibits": [{"id": "E1", "producible": "no"}, {"id": "E2", "lacks": ["obtained"]}]}), below
    )

    assert made["exhibits"] == [
        {"id": "E1", "producible": "no", "obtained": "2020-03-15"},
        {"id": "E2", "producible": "full"},
    ]


def test_one_item_is_made_for_each_item_of_another_list() -> None:
    points = {"each_of": "allegations", "item": {"allegation": "$id", "text": "$summary"}}
    below = layers(any={"dossier": {"statement_of_reasons": {"points": points}}})
    made = laid_over(case({"allegations": [{"id": "A1", "summary": "S."}]}), below)

    assert made["statement_of_reasons"]["points"] == [{"allegation": "A1", "text": "S."}]


def test_a_step_is_repeated_until_the_day_of_the_act() -> None:
    below = layers(any={"dossier": {"process": [{"event": "reviewed", "day": "$listed", "every": 12}]}})
    made = laid_over(case(days={"listed": "2017-03-15"}), below)

    assert [step["day"] for step in made["process"]] == ["2018-03-15", "2019-03-15"]


def test_a_day_that_is_not_stated_is_missed() -> None:
    with pytest.raises(KeyError, match="listed"):
        laid_over(case({"title": "$listed"}), layers())


def test_a_layer_that_is_not_there_is_missed() -> None:
    with pytest.raises(KeyError, match="no layer"):
        laid_over(case(over=["nowhere"]), layers())


def test_the_first_listing_stands_before_what_came_after_it() -> None:
    below = layers(
        any={
            "dossier": {
                "process": [{"event": "designated", "day": "$listed"}, {"event": "renewed", "day": "$act"}]
            }
        }
    )
    change = {"event": "circumstances-changed", "id": "C1", "day": "2019"}
    made = laid_over(case({"process": [change]}, days={"listed": "2019"}), below)

    assert [step["event"] for step in made["process"]] == ["designated", "circumstances-changed", "renewed"]


@pytest.mark.parametrize(
    ("stated", "months", "expected"),
    [
        ("2020-03-15", -1, "2020-02-15"),
        ("2020-01", -1, "2019-12"),
        ("2020", 12, "2021"),
        ("about 2020-12", 2, "about 2021-02"),
        ("2020-01-31", 1, "2020-02-28"),
        ("2020-01-31", 0, "2020-01-31"),
    ],
)
def test_a_day_is_moved_by_months_and_stays_as_precise_as_it_was(
    stated: str, months: int, expected: str
) -> None:
    assert shifted(stated, months) == expected


JSON = st.recursive(
    st.text(max_size=3) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(JSON, JSON, JSON)
def test_it_does_not_matter_which_layers_are_joined_first(top: Any, middle: Any, bottom: Any) -> None:
    def same_kind(*values: Any) -> bool:
        return len({type(value) for value in values}) == 1

    if same_kind(top, middle, bottom) and isinstance(top, list):
        assert joined(joined(top, middle), bottom) == joined(top, joined(middle, bottom))


@given(JSON)
def test_joining_with_nothing_changes_nothing(value: Any) -> None:
    if isinstance(value, dict):
        assert joined(value, {}) == joined({}, value) == value
    if isinstance(value, list):
        assert joined(value, []) == joined([], value) == value


def test_a_full_dossier_is_taken_as_it_stands() -> None:
    file = FIXTURES / "dossiers" / "common" / "complete.yaml"

    assert dossier_value(file) == value_of(file)


def test_a_file_that_cannot_be_laid_over_is_named(tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(
        "format: case/1\nover: [nowhere]\ndossier: {act: {kind: renewal, day: '2020'}, target: {type: person}}\n"
    )

    with pytest.raises(CaseError, match=re.escape("broken.yaml")):
        dossier_value(file, LAYERS)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=re.escape("absent.yaml")):
        dossier_value(tmp_path / "absent.yaml", LAYERS)


def test_the_neutral_file_makes_well_formed_dossiers() -> None:
    files = sorted((FIXTURES / "dossiers").glob("*/complete.yaml"))

    assert all(shaped(dossier_value(file, LAYERS), Dossier) for file in files)
