"""What seldom stands in a text, and gives somebody away all the same; and what seldom does, and gives nobody away."""

from __future__ import annotations

import unicodedata

import pytest

from sanctcheck.leaks.abroad import spelt
from sanctcheck.leaks.cutting import unescaped
from sanctcheck.leaks.guard import Guard
from sanctcheck.leaks.secrets import Secret


def guard(*names: str, details: tuple[str, ...] = ()) -> Guard:
    """What watches over one protected person."""
    return Guard([Secret("protected", names, details, None, ())])


def test_a_name_within_a_long_run_of_ideographs_is_found_and_the_run_is_no_name() -> None:
    watched = guard("Li Zhiwei", "李志伟")

    assert watched.is_told("报告说李志伟昨天没有来")
    assert not watched.is_told("报告说这个人昨天没有来")


@pytest.mark.parametrize(
    "text", ["김민준은 말했다", "김민준에게 물었다", unicodedata.normalize("NFD", "김민준")]
)
def test_a_korean_name_is_found_with_its_particle_and_letter_by_letter(text: str) -> None:
    assert guard("Kim Min-jun", "김민준").is_told(text)


def test_a_name_is_found_whose_accents_stand_by_themselves() -> None:
    assert guard("Amira Haddad").is_told(unicodedata.normalize("NFD", "Amíra Hàddád"))


@pytest.mark.parametrize(
    ("detail", "text", "told"),
    [
        ("WOLF7", "He was called wolf7 by all.", True),
        ("WOLF7", "He was called wolf by all.", False),
        ("gardener of the school in Wadi Sul", "The gardener of that school lives in Wadi Sul.", True),
        (
            "gardener of the school in Wadi Sul",
            "The gardener, whom children of the school remember, still lives in Wadi Sul.",
            True,
        ),
        ("gardener of the school in Wadi Sul", "The gardener of another house.", False),
    ],
)
def test_a_detail_is_found_as_a_code_or_by_its_words_however_far_apart(
    detail: str, text: str, *, told: bool
) -> None:
    assert guard("Amira Haddad", details=(detail,)).is_told(text) is told


def test_a_name_that_stands_openly_is_found_where_it_stands_although_the_text_has_escapes_too() -> None:
    (span,) = guard("Amira Haddad").spans("Amira Haddad &amp; others")

    assert (span.start, span.end) == (0, 12)


def test_initials_are_found_with_something_hidden_between_them_and_taken_out_whole() -> None:
    assert guard("Amira Yusuf Haddad").scrubbed("A.\u200bY.H. was heard") == "[protected] was heard"


def test_a_name_without_a_letter_is_looked_for_nowhere() -> None:
    assert not guard("---", "Amira Haddad").is_told("--- and more")


def test_a_name_of_very_many_words_is_found_written_as_one() -> None:
    words = "Amira Yusuf Karim Nadim Salma Haddad"

    assert guard(words).is_told(words.replace(" ", "").lower())


def test_two_very_short_words_in_small_letters_are_words() -> None:
    assert guard("Li Wu").is_told("Li Wu came.")
    assert not guard("Li Wu").is_told("li wu")


def test_an_initial_in_another_script_stands_for_the_given_name() -> None:
    assert guard("Amira Haddad").is_told("А. Хаддад signed.")
    assert not guard("Amira Haddad").is_told("Г. Хаддад signed.")


def test_a_letter_of_korean_that_stands_alone_has_no_sound() -> None:
    assert spelt("페ㅋ트로프") == spelt("페트로프")


def test_a_sign_that_may_begin_an_escape_and_does_not_is_itself() -> None:
    watched = guard("Amira Haddad")

    assert watched.is_told("R&D of A. Haddad: Amira Haddad, 100 % sure")
    assert not watched.is_told("R&D at 100 %")


def test_what_is_escaped_again_and_again_is_resolved_so_often_and_no_more() -> None:
    name = "Amira%20Haddad"
    for _ in range(2):
        name = name.replace("%", "%25")

    assert unescaped(name) == "Amira Haddad"
    assert unescaped(name.replace("%", "%25")) == "Amira%20Haddad"


def test_a_name_that_is_turned_within_an_escape_is_found() -> None:
    assert guard("Amira Haddad").is_told("Signed: &#x202E;daddaH arimA&#x202C; herself")
