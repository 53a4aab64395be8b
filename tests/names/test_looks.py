"""A query without a kind, and letters that changed places: what the names themselves say."""

from __future__ import annotations

import pytest

from sanctcheck.names.party import party_named
from sanctcheck.names.score import compare


@pytest.mark.parametrize("kind", ["entity", "vessel"])
def test_a_name_like_a_persons_stands_below_where_the_other_is_none(kind: str) -> None:
    listed = party_named("Orlan Veskaryan", kind)  # type: ignore[arg-type]

    unstated = compare(party_named("Orlan Weskarrian"), listed)

    assert unstated.score < compare(party_named("Orlan Weskarrian", kind), listed).score  # type: ignore[arg-type]
    assert "is like that of a person" in unstated.sentence


def test_a_ship_is_meant_by_its_very_name_though_no_kind_is_stated() -> None:
    assert compare(party_named("Silver Heron"), party_named("SILVER HERON", "vessel")).score > 0.9


def test_letters_that_changed_places_cost_less_than_another_letter() -> None:
    listed = party_named("KORABELOV, Igor", "person")

    slip = compare(party_named("Korabelov Iogr", "person"), listed)

    assert slip.score > compare(party_named("Korabelov Izor", "person"), listed).score
    assert slip.score > 0.5
