"""Whoever is protected is found wherever else they stand, however they are written; and nobody else is."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import people
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.leaks.guard import Guard
from sanctcheck.leaks.search import Search, Wanted
from sanctcheck.leaks.secrets import Secret, is_a_person

if TYPE_CHECKING:
    from people import Way

AMIRA = ("Amira Yusuf Haddad", "أميرة يوسف حداد")
DETAILS = ("+963 944 123 456", "N1234567", "gardener of the school in Wadi Sul")


def guard(*names: str, details: tuple[str, ...] = (), public: tuple[str, ...] = ()) -> Guard:
    """What watches over one protected person."""
    return Guard([Secret("protected", names, details, None, ())], public)


@pytest.mark.parametrize(
    "text",
    [
        "Amira Haddad told us.",
        "AMIRA HADDAD",
        "amíra hàddád",
        "Амира Хаддад сказала",
        "Амирой Хаддад",
        "ΑΜΙΡΑ ΧΑΝΤΑΝΤ",
        "وقالت أميرة حداد",
        "Ami\u200bra Had\u00addad",
        "Amira Had-\n  dad",
        "Amira\nHaddad",
        "Аmirа Hаddаd",
        "Haddad, Amira",
        "amirahaddad@example.org",
        "statement_amira-haddad.pdf",
        "**Ami**ra <b>Had</b>dad",
        "A m i r a   H a d d a d",
        "Amira%20Haddad and H&#97;ddad, Amira",
        "\u202edaddaH arimA\u202c",
        "ａｍｉｒａ ｈａｄｄａｄ",
        "A. Haddad",
        "A. Y. Haddad",
        "Amira H. was heard",
        "A.Y.H. was heard",
        r"\u0041mira H\u0061dd\x61d",
        r"\u{41}mir\U00000061 Haddad",
        "&#x41;&#x6d;&#x69;&#x72;&#x61; &amp;#72;addad",
        "%2541mira %48addad",
        "U+0041 U+006D U+0069 U+0072 U+0061 U+0020 U+0048 U+0061 U+0064 U+0064 U+0061 U+0064",
        "=41=6D=69=72=61=20=48=61=64=64=61=64",
        "%41mira%0AHad%2D%0Adad",
        "arimA daddaH",
        "Daddah, Arima",
        "daddaH fusuY arimA",
        "the witness AH was afraid",
        "interviews with AYH and others",
        "HA testified in camera",
        "AH told us",
    ],
)
def test_a_name_is_found_in_every_disguise(text: str) -> None:
    assert guard(*AMIRA).is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nadim Harouk gave the order.",
        "Yusuf was there, and so was Amir.",
        "Ahmed Haddad, the minister, signed.",
        "The U.S. and the A.U. agreed; see a. h. below.",
        "A haddad is a smith.",
        "Amina Hassan and Yusuf Darwish were promoted.",
        "The AH and the AYH signed an agreement; AH said so.",
        "The witness ah was afraid",
        r"C:\users\x4 and U+20AC, 100 % of it = 41",
        "",
    ],
)
def test_others_are_left_alone(text: str) -> None:
    assert not guard(*AMIRA).is_told(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Petrova", "안나 페트로바"),
        ("Ivan Sokolov", "이반 소콜로프"),
        ("Dmitri Kuznetsov", "드미트리 쿠즈네초프"),
        ("Oksana Shevchenko", "옥사나 셰우첸코"),
        ("Milena Jovanović", "밀레나 요바노비치"),
        ("Katarzyna Zielińska", "카타지나 지엘린스카는"),
        ("Анна Петрова", "آنا بيتروفا"),
        ("Viktor Orlov", "فيكتور أورلوف"),
        ("Oksana Shevchenko", "أوكسانا شيفتشينكو"),
        ("Milena Jovanović", "وميلينا يوفانوفيتش"),
        ("Andrzej Nowak", "أندجي نوفاك"),
        ("Lyudmila Chernova", "لودميلا تشيرنوفا"),
    ],
)
def test_a_slavic_name_is_found_as_it_is_spelt_in_korean_and_arabic(name: str, text: str) -> None:
    assert guard(name).is_told(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Petrova", "안나 파블로바"),  # another surname
        ("Anna Petrova", "آنا بافلوفا"),
        ("Kim Minsu", "김영희와 김태호"),  # Koreans of one family
        ("Amira Haddad", "خالد حداد"),  # somebody of her family
        ("Oleg Orlov", "올가 오르로 간다"),
    ],
)
def test_nobody_else_is_found_in_korean_and_arabic(name: str, text: str) -> None:
    assert not guard(name).is_told(text)


def test_initials_of_somebody_who_is_named_openly_give_nobody_away() -> None:
    assert guard("Anna Petrova").is_told("Witness AP was afraid.")
    assert not guard("Anna Petrova", public=("Adam Pavlov",)).is_told("Witness AP was afraid.")


def test_two_people_who_stand_side_by_side_are_not_one() -> None:
    assert not guard("Huang Zhiwei").is_told("Li Zhiwei and Huang Yulan were promoted.")


def test_initials_and_parts_that_fit_somebody_who_is_named_openly_give_nobody_away() -> None:
    """The target is called Nadim Haddad: “N. Haddad” is the target."""
    assert guard("Nabila Haddad").is_told("N. Haddad signed.")
    assert not guard("Nabila Haddad", public=("Nadim Haddad",)).is_told("N. Haddad signed.")
    assert guard("Nabila Haddad", public=("Nadim Haddad",)).is_told("Nabila Haddad signed.")


@pytest.mark.parametrize(
    "text",
    [
        "Call 0944-123-456.",
        "tel. 00963 944 123456",
        "٠٩٤٤١٢٣٤٥٦",
        "passport N 123 4567",
        "n1234567",
        "the gardener at the school of Wadi Sul",
        "In Wadi Sul, the school's gardener saw it.",
    ],
)
def test_a_telling_detail_is_found_however_it_is_written(text: str) -> None:
    assert guard("Amira Haddad", details=DETAILS).is_told(text)


class Careful(Search):
    """Looks closely at every text."""

    def is_clear(self, text: str) -> bool:
        """No text is passed over."""
        del text
        return False


NEAR = st.sampled_from(
    [
        "Amira",
        "Yusuf",
        "Haddad",
        "amira",
        "haddad",
        "A.",
        "H.",
        "Y.",
        "hadad",
        "Amirah",
        "N1234567",
        "0944",
        "123456",
        "school",
        "Wadi",
        "Sul",
        "and",
        "witness",
        "AH",
        "saw",
        "arimA",
        "daddaH",
        "-",
        "\n",
        "AmiraHaddad",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(NEAR, max_size=8).map(" ".join), st.sampled_from([(), DETAILS]))
def test_a_text_that_is_passed_over_at_a_glance_has_nothing_to_find(
    text: str, details: tuple[str, ...]
) -> None:
    wanted = [Wanted(AMIRA, details), Wanted(("Sparrow",))]

    assert Search(wanted).each(text) == Careful(wanted).each(text)


@pytest.mark.parametrize(
    "text", ["Call 0944-123-457.", "N12345678", "A school in Wadi Sul burned.", "a gardener"]
)
def test_what_only_resembles_a_detail_is_none(text: str) -> None:
    assert not guard("Amira Haddad", details=DETAILS).is_told(text)


CHANCE = st.integers(0, 2**32).map(random.Random)
WAYS = [people.other_case, people.accents, people.zero_width, people.line_end]


@settings(deadline=None, max_examples=150)
@given(CHANCE, st.lists(st.sampled_from(WAYS), max_size=2, unique=True), st.sampled_from(["latin", "native"]))
def test_a_name_is_found_in_the_other_script_and_in_two_disguises_at_once(
    chance: random.Random, ways: list[Way], script: str
) -> None:
    (person,) = people.people(1, chance)
    written = str(getattr(person, script))
    for way in ways:
        written = way(written, chance)

    assert guard(person.latin).is_told(f"In May 2024 {written} told the commission what happened.")


@settings(deadline=None, max_examples=60)
@given(CHANCE, st.text(max_size=60), st.text(max_size=60))
def test_of_a_text_without_those_who_are_protected_nothing_is_left_to_find(
    chance: random.Random, before: str, behind: str
) -> None:
    (person,) = people.people(1, chance)
    watching = guard(person.latin, person.native)

    assert not watching.is_told(watching.scrubbed(f"{before} {person.native} {behind} {person.latin}"))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text_can_be_looked_at_and_its_stretches_lie_in_it_in_order(text: str) -> None:
    spans = guard(*AMIRA, details=DETAILS).spans(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    ["Amira Haddad", "Dr Amira al-Haddad", "Иван Петренко", "أميرة حداد", "王小明", "Jan van der Berg"],
)
def test_a_name_reads_like_that_of_a_person(text: str) -> None:
    assert is_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "two former detainees",
        "a Member State",
        "Ministry of Justice",
        "Sefra Bank Ltd",
        "Unit 17",
        "the centre",
        "Amira",
        "x" * 90,
    ],
)
def test_a_description_or_an_organisation_does_not(text: str) -> None:
    assert not is_a_person(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Petrova", "Anna of the Petrova family"),
        ("Anna Petrova", "Ann4 P3tr0va was there"),
        ("Anna Petrova", "A Petrova was heard"),
        ("Anna Petrova", "Anna P was heard"),
        ("Anna Petrova", "apetrova@example.org"),
        ("Anna Petrova", "statement-of-petrovaa.pdf"),
        ("Anna Petrova", "the witness A.P (see annex)"),
        ("Anna Petrova", "אנה פטרובה"),
        ("Deng Xiaoming", "Teng Hsiao-ming was heard"),
        ("邓晓明", "Teng Hsiao-ming was heard"),
        ("محمد علي الحسيني", "M. al-Hussaini was heard"),
        ("محمد علي الحسيني", "Mohammed Hussaini was heard"),
        ("Mulla, Farid", "F. Mulla was heard"),
        ("สมชาย ใจดี", "Somchai Jaidee was heard"),
        ("Somchai Jaidee", "สมชาย ใจดี"),
    ],
)
def test_a_name_is_found_in_short_and_in_other_spellings(name: str, text: str) -> None:
    assert guard(name).is_told(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Petrova", "Anna met the Petrenko family."),
        ("Anna Petrova", "A petrova is no word."),
        ("Anna Petrova", "Anna I. was heard, and so was P3."),
        ("Mohammed Ali Hussaini", "Mohammed and Ali were there."),
        ("Mulla, Farid", "A mulla spoke."),
    ],
)
def test_what_is_near_such_a_form_and_none_is_left_alone(name: str, text: str) -> None:
    assert not guard(name).is_told(text)


def test_an_address_that_fits_somebody_who_is_named_openly_gives_nobody_away() -> None:
    assert guard("Nabila Haddad").is_told("nhaddad@example.org")
    assert not guard("Nabila Haddad", public=("Nadim Haddad",)).is_told("nhaddad@example.org")


@pytest.mark.parametrize(
    ("text", "stands_alone"),
    [
        ("Ms Petrovskaya was heard.", True),
        ("PETROVSKAYA signed", True),
        ("the statement of Petrovskaya, who was there", True),
        ("Judge Olga Petrovskaya was there.", False),
        ("Petrovskaya-Orlova was there.", False),
        ("petrovskaya", False),
        ("Anna was heard.", False),
    ],
)
def test_a_rare_word_of_a_name_by_itself_may_be_that_person(text: str, *, stands_alone: bool) -> None:
    watching = guard("Anna Petrovskaya")

    assert bool(watching.alone(text)) is stands_alone
    assert not watching.is_told(text)


def test_a_rare_word_that_somebody_bears_who_is_named_openly_is_theirs() -> None:
    assert not guard("Anna Petrovskaya", public=("Ilya Petrovskaya",)).alone("Ms Petrovskaya was heard.")
    assert not guard("Ali Hassan").alone("Mr Hassan was heard.")  # many are called so
