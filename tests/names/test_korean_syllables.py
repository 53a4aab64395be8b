"""Korean names as the North, the South and their bearers write them in Latin letters."""

from __future__ import annotations

import pytest

from sanctcheck.names.index.joins import as_one, joined_keys
from sanctcheck.names.party import party_named
from sanctcheck.names.prepare import prepare
from sanctcheck.names.profile import profile
from sanctcheck.names.score import MATCH, compare
from sanctcheck.names.weights import Weights

SAME = [
    ("Park Geun-hye", "Pak Kun-hye"),
    ("Park Geunhye", "PAK, Kun Hye"),
    ("Geun-hye Park", "Pak Kun-hye"),
    ("Ri Pyong-chol", "Lee Byung-chul"),
    ("Kim Tong-kil", "Kim Dong-gil"),
    ("Kim Young-chul", "김영철"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_syllables_are_one_name_whoever_spells_them(one: str, other: str) -> None:
    assert compare(party_named(one, "person"), party_named(other, "person")).score >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kim Tong-gil", "Kim Song-gil"), ("Kim Yong-chol", "Kim Yong-nam"), ("Kim Jong-su", "Kim Jong-sik")],
)
def test_another_syllable_is_another_name(one: str, other: str) -> None:
    assert compare(party_named(one, "person"), party_named(other, "person")).score < MATCH


@pytest.mark.parametrize(
    ("one", "other"), [("Li Jun", "Li Chun"), ("Wang Dong", "Wang Tong"), ("Chen Ji", "Chen Chi")]
)
def test_what_can_be_chinese_is_not_read_as_korean(one: str, other: str) -> None:
    assert compare(party_named(one, "person"), party_named(other, "person")).score < MATCH


@pytest.mark.parametrize("name", ["Kim Basinger", "Kim", "Han Solo Park", "Pak Kun-hye Chol Su"])
def test_what_is_no_korean_name_has_no_other_spelling(name: str) -> None:
    assert not any(token.readings for token in prepare(name, "person").tokens)


def test_a_given_name_that_is_written_as_one_is_found_by_its_syllables() -> None:
    word = prepare("Park Geunhye", "person").tokens[1]

    assert as_one(word.text, word.skeletons) & joined_keys(profile("Pak Kun Hye", "person", Weights(1, {})))
