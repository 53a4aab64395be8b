"""Words that can stand for each other have a key in common, by which the index finds one from the other."""

from __future__ import annotations

from zlib import crc32

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from sanctcheck.names.index.hashing import rest_hashes
from sanctcheck.names.index.joins import acronyms, as_one, joined_keys
from sanctcheck.names.index.keys import kept, near, sought
from sanctcheck.names.likeness import UNMET, likeness
from sanctcheck.names.prepare import Token, prepare
from sanctcheck.names.profile import Profile, profile
from sanctcheck.names.weights import Weights

WORDS = st.text("abcdeé", min_size=4, max_size=12)


def _changed(word: str, place: int, way: int) -> str:
    ways = (
        word[:place] + "b" + word[place:],
        word[:place] + word[place + 1 :],
        word[:place] + "c" + word[place + 1 :],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    )
    return ways[way]


def _rests(word: str, lost: int) -> set[int]:
    return set(rest_hashes(0, word, lost))


@settings(deadline=None, max_examples=200)
@given(word=st.text("abé", max_size=7), lost=st.integers(0, 2))
def test_what_is_left_of_a_word_is_hashed_as_it_is_written(word: str, lost: int) -> None:
    left = {word}
    for _ in range(lost):
        left |= {rest[:place] + rest[place + 1 :] for rest in left for place in range(len(rest))}

    assert _rests(word, lost) == {crc32(rest.encode()) for rest in left}


@settings(deadline=None, max_examples=300)
@given(word=WORDS, edits=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3)), max_size=2))
def test_words_within_two_edits_have_a_rest_in_common(word: str, edits: list[tuple[int, int]]) -> None:
    other = word
    for place, way in edits:
        other = _changed(other, place, way)
    assume(OSA.distance(word, other) <= len(edits))

    assert _rests(word, len(edits)) & _rests(other, len(edits))


def test_words_that_are_far_apart_have_no_rest_in_common() -> None:
    assert not _rests("vladimir", 2) & _rests("aleksandr", 2)
    assert not _rests("vladimir", 1) & _rests("vldimr", 1)


def _word(text: str) -> Token:
    return prepare(text, "person").tokens[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim", "Kasim"),
        ("Khalid", "Halid"),
        ("Qadir", "Kadir"),
        ("Yusuf", "Youssouf"),
        ("Muhammad", "Mohamed"),
        ("Bill", "William"),
        ("Sergei", "Сергей"),
        ("Ivanov", "Iwanow"),
    ],
)
def test_each_of_two_such_words_finds_the_other(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        asked = {key for _, key in sought(_word(first), near(_word(first)))}

        assert asked & set(kept(_word(second), near(_word(second))))


def _name(text: str, kind: str = "person") -> Profile:
    return profile(text, kind, Weights(1, {}))


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("Alireza", "Ali Reza Testov"),
        ("Alireza", "Testov Aly Reza"),
        ("Vanderberg", "Ivan van der Berg"),
    ],
)
def test_a_word_finds_the_neighbours_that_it_joins(one: str, several: str) -> None:
    word = _word(one)

    assert as_one(word.text, word.skeletons) & joined_keys(_name(several))


def test_words_that_are_no_neighbours_are_not_joined() -> None:
    assert not as_one("alireza") & joined_keys(_name("Ali Testov Reza"))


def test_a_name_is_found_by_its_first_letters() -> None:
    assert "tsb" in acronyms(_name("Testov and Specimen Bank", "entity"))


SOUNDS = [
    "a",
    "e",
    "i",
    "o",
    "u",
    "y",
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "p",
    "q",
    "r",
    "s",
    "sh",
    "t",
    "v",
    "w",
    "x",
    "z",
    "zh",
    "ch",
    "ou",
    "ee",
]


@settings(deadline=None, max_examples=500)
@given(
    one=st.lists(st.sampled_from(SOUNDS), min_size=2, max_size=8),
    place=st.integers(0, 8),
    put=st.lists(st.sampled_from(SOUNDS), max_size=3),
    out=st.integers(0, 3),
)
@example(one=["v", "v", "kh", "ou", "s"], place=1, put=["zh"], out=2)
@example(one=["p", "y", "t", "e", "j", "zh"], place=4, put=[], out=2)
def test_words_that_do_not_find_each_other_are_not_near(
    one: list[str], place: int, put: list[str], out: int
) -> None:
    words = ["".join(one), "".join([*one[:place], *put, *one[place + out :]])]
    assume(all(words))
    first, second = map(_word, words)
    assume("initial" not in {first.kind, second.kind})

    if not {key for _, key in sought(first, near(first))} & set(kept(second, near(second))):
        assert likeness(first, second).cost >= UNMET
