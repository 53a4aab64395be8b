"""Words a few letters apart share what is left of them when letters are taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from sanctcheck.names.index.misspelt import rests, rests_of_all

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = st.text("abcdeé", min_size=1, max_size=16)


def _changed(draw: Callable[[st.SearchStrategy[int]], int], word: str) -> str:
    place = draw(st.integers(0, len(word)))
    kind = draw(st.integers(0, 3))
    swapped = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    return [
        word[:place] + "b" + word[place:],
        word[:place] + word[place + 1 :],
        word[:place] + "c" + word[place + 1 :],
        swapped,
    ][kind]


@settings(deadline=None, max_examples=400)
@given(data=st.data(), word=WORDS, edits=st.integers(0, 2))
def test_words_within_so_many_edits_have_a_rest_in_common(data: st.DataObject, word: str, edits: int) -> None:
    other = word
    for _ in range(edits):
        other = _changed(data.draw, other)
    assume(other and OSA.distance(word, other) <= edits)

    assert np.intersect1d(rests(word, edits), rests(other, edits)).size


def test_words_that_are_far_apart_have_none() -> None:
    assert not np.intersect1d(rests("vladimir", 2), rests("aleksandr", 2)).size
    assert not np.intersect1d(rests("vladimir", 1), rests("vldimr", 1)).size


@given(words=st.lists(st.text("abc", min_size=5, max_size=5), min_size=1, max_size=5))
def test_many_words_give_what_each_gives(words: list[str]) -> None:
    hashes, places = rests_of_all(words, 2)

    for place, word in enumerate(words):
        assert set(rests(word, 2).tolist()) == set(hashes[places == place].tolist())
