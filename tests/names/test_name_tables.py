"""The tables of words and names: what every line of them must be."""

from __future__ import annotations

import itertools
import re
import time

import pytest

from sanctcheck.names import tables
from sanctcheck.names.cleaning import folded

LATIN = re.compile(r"[a-z0-9]+( [a-z0-9]+)*")
PHRASES = ("titles", "particles", "entity_particles", "vessels", "forms", "generic", "phrases")
SCRIPTS = {
    "arabic": "\u0600-\u06ff\u200c", "hebrew": "\u0590-\u05ff", "korean_surnames": "\uac00-\ud7af",
    "korean_words": "\uac00-\ud7af", "chinese_surnames": "\u4e00-\u9fff", "chinese_words": "\u4e00-\u9fff",
    "japanese_words": "\u3005\u3040-\u9fff", "japanese_surnames": "\u3005\u4e00-\u9fff\ufa11", "japanese_given": "\u4e00-\u9fff",
    "japanese_characters": "\u4e00-\u9fff", "thai": "\u0e00-\u0e7f", "burmese": "\u1000-\u109f",
}  # fmt: skip


@pytest.mark.parametrize("name", PHRASES)
def test_phrases_are_written_as_prepared_words_are(name: str) -> None:
    for first, several in tables.phrases(name).items():
        for words, key in several:
            assert words[0] == first
            assert LATIN.fullmatch(" ".join(words)), (name, words)
            assert LATIN.fullmatch(key.lstrip("?").partition("/")[0]), (name, key)


ALONE = set(tables.lines("variants/vietnamese"))
"""Names that have no other spelling, and are told from those that are near."""


@pytest.mark.parametrize("name", ["variants", "short_forms", "numerals"])
def test_each_group_has_several_words_in_folded_letters(name: str) -> None:
    for line in tables.lines(name):
        words = line.split()
        assert len(words) > 1 or line in ALONE, line
        assert len(set(words)) == len(words), line
        for word in words:
            assert word == folded(word), line


def test_a_word_is_in_few_groups() -> None:
    crowded = {word: keys for word, keys in tables.groups("variants").items() if len(keys) > 2}

    assert not crowded


def test_keys_of_groups_are_unique() -> None:
    keys = sorted(line.split()[0] for line in tables.lines("variants"))

    assert [key for key, again in itertools.pairwise(keys) if key == again] == []


@pytest.mark.parametrize(("name", "letters"), SCRIPTS.items())
def test_readings_are_from_their_script_into_latin_letters(name: str, letters: str) -> None:
    found = tables.readings(name)

    assert found
    for word, latin in found.items():
        assert re.fullmatch(f"[{letters}]+", word), word
        assert latin, word
        assert all(re.fullmatch("[a-z0-9_]+", reading) for reading in latin), (word, latin)


def test_there_are_thousands_of_variants() -> None:
    assert len(tables.groups("variants")) > 3_000
    assert len(tables.groups("short_forms")) > 1_000
    assert sum(map(len, tables.phrases("generic").values())) > 2_500
    assert sum(map(len, tables.phrases("forms").values())) > 500


def test_all_tables_are_read_in_a_moment() -> None:
    uncached = [tables.phrases.__wrapped__, tables.groups.__wrapped__, tables.readings.__wrapped__]
    phrases, groups, readings = uncached

    started = time.process_time()
    for name in PHRASES:
        phrases(name)
    for name in ("variants", "short_forms", "numerals"):
        groups(name)
    for name in SCRIPTS:
        readings(name)

    assert time.process_time() - started < 0.2


def test_the_trades_are_words_that_many_organisations_bear() -> None:
    known = {key for several in tables.phrases("generic").values() for _, key in several}
    trades = [word for line in tables.lines("trades") for word in line.split()]

    assert {trade.replace("_", " ") for trade in trades} <= known
    assert len(set(trades)) == len(trades)
