"""The skeleton of a word, rule by rule, on words that are in no table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.names.skeletons import MOST, skeleton, skeletons


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("qazvar", "kazvar"), ("khazvar", "hazvar"), ("tchazvar", "chazvar"), ("shazvar", "schazvar"), ("zhazvar", "jazvar"),
        ("djazvar", "jazvar"), ("wazvar", "vazvar"), ("zazzvar", "zazvar"), ("zorvanov", "zorvanoff"), ("zouravar", "zuravar"),
        ("zarvad", "zarvat"), ("zarvab", "zarvap"), ("phazvar", "fazvar"), ("zotzar", "zotsar"), ("yezvar", "ezvar"),
        ("iuzvar", "yuzvar"), ("zoxar", "zoksar"), ("ckazvar", "kazvar"), ("zarvah", "zarva"), ("ouazvar", "wazvar"),
        ("abdulzarvar", "abdelzarvar"), ("abdurrazvar", "abdulrazvar"), ("zarvuddin", "zarveddine"), ("zarvaldin", "zarvuddin"),
    ],
)  # fmt: skip
def test_what_romanisations_do_not_agree_on_is_one_letter(first: str, second: str) -> None:
    assert skeleton(first) == skeleton(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("chazvar", "shazvar"), ("zorvanjov", "zorvanyov"), ("tjazvarov", "chazvarov"), ("sjazvarov", "shazvarov"), ("qazvar", "gazvar"),
        ("zadhar", "zazar"), ("zathar", "zasar"), ("zanwar", "zanouar"), ("zarvau", "zarvav"), ("hazvarov", "gazvarov"),
        ("zorvanac", "zorvanach"), ("xazvar", "sazvar"), ("zorvanic", "zorvanich"), ("dzizvarau", "dizvarov"),
    ],
)  # fmt: skip
def test_a_spelling_with_several_sounds_has_a_skeleton_for_each(first: str, second: str) -> None:
    assert skeleton(first) != skeleton(second)
    assert set(skeletons(first)) & set(skeletons(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [("zarvar", "zarkar"), ("ali", "eli"), ("li", "lu"), ("zarvan", "zarvam"), ("shazvar", "sazvar"), ("gazvar", "kazvar")],
)  # fmt: skip
def test_other_consonants_are_another_skeleton(first: str, second: str) -> None:
    assert not set(skeletons(first)) & set(skeletons(second))


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=60))
def test_a_word_has_one_skeleton_at_least_and_few_at_most(word: str) -> None:
    found = skeletons(word)

    assert 1 <= len(found) <= MOST
    assert all(found)
    assert len(set(found)) == len(found)
    assert all(bones.isascii() for bones in found)
    assert found[0] == skeleton(word)
