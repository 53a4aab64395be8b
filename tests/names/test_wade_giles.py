"""Chinese names as they were romanised before pinyin."""

from __future__ import annotations

import pytest

from sanctcheck.names.party import party_named
from sanctcheck.names.prepare import prepare
from sanctcheck.names.score import MATCH, compare
from sanctcheck.names.wade_giles import old, old_word

SAME = [
    ("Hsü Tse-jung", "Xu Zerong"),
    ("Hsu Tse Jung", "Xu Zerong"),
    ("Ch'en Kuo-tung", "Chen Guodong"),
    ("Teng Hsiao-ming", "邓晓明"),
    ("Wang Ch'i-lan", "Wang Qilan"),
    ("Ts'ao Ch'un", "Cao Chun"),
]


@pytest.mark.parametrize(("before", "now"), SAME)
def test_the_old_spelling_and_pinyin_are_one_name(before: str, now: str) -> None:
    assert compare(party_named(before, "person"), party_named(now, "person")).score >= 0.9


def test_another_given_name_is_another_person() -> None:
    assert compare(party_named("Hsu Tse-jung", "person"), party_named("Xu Zedong", "person")).score < MATCH


@pytest.mark.parametrize("name", ["Wang Lin", "Li Shan Min", "Anna Tung", "Cho Min Park Lee"])
def test_what_is_pinyin_already_or_another_language_stays_as_it_is_written(name: str) -> None:
    assert [token.text for token in prepare(name, "person").tokens] == name.lower().split()


def test_syllables_and_words_of_pinyin_have_an_old_spelling() -> None:
    assert old("xiao") == ("hsiao",)
    assert old("zi") == ("tzu",)
    assert old_word("xiaoming") == "hsiaoming"
    assert old_word("petrova") == ""
    assert old_word("mingmingmingming") == ""
