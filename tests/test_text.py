"""Text from outside before anybody sees it: nothing hidden, no command, short, and in marks that it cannot close."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.text import (
    did_you_mean,
    encodable,
    is_hidden,
    is_web_address,
    listed,
    quoted,
    shorten,
    visible,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ~ text", "plain ~ text"),
        ("Ñandú, Орлан, 习近平", "Ñandú, Орлан, 习近平"),
        ("a\x1b[31mb", "a\\u{1b}[31mb"),
        ("a\tb\nc\rd", "a\\u{9}b\\u{a}c\\u{d}d"),
        ("plain\n", "plain\\u{a}"),
        ("\x7f\x9b", "\\u{7f}\\u{9b}"),
        ("\u202e\u200b\u00ad", "\\u{202e}\\u{200b}\\u{ad}"),
        ("\u2028\u2029", "\\u{2028}\\u{2029}"),
        ("\ud800\ue000\u0378", "\\u{d800}\\u{e000}\\u{378}"),
        ("::error::x", ":\\u{3a}error:\\u{3a}x"),
        (":::", ":\\u{3a}:"),
        ("a:b", "a:b"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("##[group]x", "#\\u{23}[group]x"),
        ("##vso[task]x", "#\\u{23}vso[task]x"),
        (f"##{'x' * 40}[x]", f"#\\u{{23}}{'x' * 40}[x]"),
        ("## heading", "## heading"),
        ("é##[x]::", "é#\\u{23}[x]:\\u{3a}"),
    ],
)
def test_what_steers_a_terminal_or_a_ci_runner_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("character", "hidden"),
    [(" ", False), ("\u00a0", False), ("é", False), ("\u0301", False), ("\x00", True), ("\u2066", True)],
)
def test_a_character_is_hidden_that_draws_nothing_or_steers(character: str, *, hidden: bool) -> None:
    assert is_hidden(character) is hidden


@settings(deadline=None)
@given(st.text())
def test_nothing_hidden_is_left_and_nothing_is_lost(text: str) -> None:
    shown = visible(text)

    assert not any(unicodedata.category(each) in {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"} for each in shown)
    assert "::" not in shown
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain", "plain"),
        ("Ñandú", "Ñandú"),
        ("odd\udce9", "odd\\xe9"),
        ("half\udcc3\udca9", "halfé"),
        ("lone\ud800é", "lone\\ud800é"),
    ],
)
def test_a_name_of_a_file_can_be_held_by_every_encoding(name: str, shown: str) -> None:
    assert encodable(name) == shown
    assert encodable(name).encode()


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("https://example.org/a?b#c", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("https://", False),
        ("https://example.org/a b", False),
        ("https://example.org\n", False),
        ("https://example.org/\u202e", False),
        ("https://example.org/::x", False),
        ("ftp://example.org", False),
        ("javascript:alert(1)//https://example.org", False),
        ("", False),
        (None, False),
        (7, False),
    ],
)
def test_only_an_address_of_the_web_in_which_nothing_is_hidden_is_led_to(
    text: object, *, leads: bool
) -> None:
    assert is_web_address(text) is leads


def test_a_text_is_shortened_to_its_limit_with_a_sign_that_it_was() -> None:
    assert shorten("x" * 60) == "x" * 60
    assert shorten("x" * 61) == "x" * 59 + "…"
    assert shorten("abcd", 4) == "abcd"
    assert shorten("abcde", 4) == "abc…"


def test_a_value_cannot_close_the_marks_around_it() -> None:
    assert quoted("a” b “c") == '“a" b “c”'
    assert quoted(7) == "“7”"
    assert quoted("”" * 61) == f"“{chr(34) * 59}…”"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("tortur", " Did you mean “torture”?"),
        ("TORTURE", " Did you mean “torture”?"),
        ("uk", ""),
        ("", ""),
        ("torture" + "x" * 200, ""),
    ],
)
def test_a_word_is_suggested_that_is_close_as_a_whole(word: str, said: str) -> None:
    assert did_you_mean(word, ["killing", "torture", "eu-ukraine"]) == said


def test_of_a_very_long_word_the_beginning_is_compared() -> None:
    assert did_you_mean("x" * 100 + "y" * 900, ["x" * 100]) == f" Did you mean “{'x' * 100}”?"


def test_a_word_is_suggested_from_seven_tenths_on() -> None:
    assert did_you_mean("abcdefg123", ["abcdefg456"]) == " Did you mean “abcdefg456”?"
    assert did_you_mean("abcdef1239", ["abcdef4567"]) == ""
    # Of which the hundred and first character would tip the scales.
    known = "a" * 70 + "b" * 30
    assert did_you_mean("a" * 70 + "c" * 31, [known]) == f" Did you mean “{known}”?"


def test_words_are_listed_as_a_sentence_has_them() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a or b"
    assert listed(iter(["a", "b", "c"]), "and") == "a, b and c"
