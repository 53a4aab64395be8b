"""Every exhibit says where it comes from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from evidence_cases import exhibit
from support import outcomes, run

if TYPE_CHECKING:
    from sanctcheck.checks.base import Result

KNOWN = {"publisher": "A clinic", "published": "2019-05-04", "obtained": "2024-11"}
SHA256 = "0" * 64


def recorded(*exhibits: dict[str, Any], **parameters: Any) -> list[Result]:
    return run("provenance_recorded", json.dumps({"exhibits": list(exhibits)}), **parameters)


def outcome(needs: list[str], **fields: Any) -> str:
    (result,) = recorded(exhibit("E1", **fields), needs=needs)
    return result.outcome


def test_an_exhibit_that_says_where_it_comes_from_is_met() -> None:
    (result,) = recorded(exhibit("E1", **KNOWN))

    assert result.outcome == "met"
    assert result.path == ("exhibits", 0)


def test_all_that_an_exhibit_lacks_stands_in_one_result() -> None:
    results = recorded(exhibit("E1", **KNOWN), exhibit("E2", published="2019"))

    assert outcomes(results) == ["met", "not-shown"]
    assert results[1].path == ("exhibits", 1)
    assert results[1].message == (
        "Exhibit E2 does not say who published or made it and when it was obtained (publisher, obtained)."
    )


def test_the_author_counts_for_the_publisher_and_not_the_other_way_round() -> None:
    assert outcome(["publisher"], author="A detainee") == "met"
    assert outcome(["author"], publisher="A clinic") == "not-shown"


@pytest.mark.parametrize("need", ["published", "obtained"])
def test_a_day_that_is_unknown_is_not_recorded(need: str) -> None:
    assert outcome([need], **{need: "unknown"}) == "not-shown"
    assert outcome([need], **{need: "about 2019"}) == "met"


def test_a_hash_is_asked_only_of_an_exhibit_with_a_file() -> None:
    assert outcome(["sha256"]) == "met"
    assert outcome(["sha256"], file="exhibits/e1.pdf") == "not-shown"
    assert outcome(["sha256"], file="exhibits/e1.pdf", sha256=SHA256) == "met"


@pytest.mark.parametrize(
    ("need", "value"),
    [
        ("obtained_by", "an analyst"),
        ("custody", [{"day": "2024-11-20", "holder": "an analyst"}]),
        ("directness", "first-hand"),
        ("author", "A detainee"),
        ("publisher", "A clinic"),
    ],
)
def test_what_else_a_regime_asks_for_is_looked_for(need: str, value: Any) -> None:
    assert outcome([need]) == "not-shown"
    assert outcome([need], **{need: value}) == "met"


def test_what_a_regime_does_not_ask_for_is_not_missed() -> None:
    assert outcome([]) == "met"


def test_a_dossier_without_exhibits_has_nothing_to_say() -> None:
    assert recorded() == []
