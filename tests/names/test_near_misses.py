"""Names that are one party's, and names that only look so: each line one general cause, shown on fictional names."""

from __future__ import annotations

import pytest

from sanctcheck.names.party import PartyKind, party_named
from sanctcheck.names.prepare import prepare
from sanctcheck.names.score import MATCH, compare

SAME: list[tuple[PartyKind, str, str]] = [
    ("person", "Mikhail Ivanov", "Mikhail Ivanoff"),
    ("person", "Aliaksandr Karpau", "Alexander Karpov"),
    ("person", "Maria Kowalska", "Maria Kowalski"),
    ("person", "Petro Kovaliv", "Petr Kovalov"),
    ("person", "Kim Cheolsu", "Kim Chul Soo"),
    ("person", "Ri Myong Guk", "Lee Myung Kook"),
    ("vessel", "CAPTAIN MOROZOV", "KAPITAN MOROZOV"),
    ("entity", "IRTC", "International Rare Textile Company"),
    ("person", "E. D. Barkhudan", "Emil Dorian Barkhudan"),  # `e` and `d` are particles elsewhere
    ("entity", "A.B.C. Velimski Co", "ABC Velimski Company"),
    ("entity", "S.R.L. Velimski", "Velimski SRL"),  # letters with dots that are a legal form stay one
    ("person", "Berghold Ludwig van der", "Ludwig van der Berghold"),
    ("person", "Velimi Khalid Abdul", "Khalid Abdul Velimi"),
    ("person", "Mustaf Velimi", "Mustafa Velimi"),  # no name of a man, but one short of a letter
    ("person", "Yassine Chouchavi", "Yasin Shushavi"),
    ("person", "Esmail Ghaavani", "Ismail Qaavani"),
    ("entity", "Velimi Bank Kredo", "Velimi Bank Kredo Belarus"),
]
DIFFERENT: list[tuple[PartyKind, str, str]] = [
    ("person", "Maria Kowalska", "Marian Kowalski"),
    ("person", "Oleg Tarasov", "Olga Tarasova"),
    ("person", "Paulo Mendes", "Paula Mendes"),
    ("person", "Hassan Ali Rashidi", "Hossein Ali Rashidi"),
    ("person", "Tran Van Minh", "Tran Van Manh"),
    ("entity", "Zenit Moscow LLC", "Zenit Kazan LLC"),
    ("entity", "Delta Oil Company", "Delta Gas Company"),
    ("entity", "Ministry of Defence of Utopia", "Ministry of Finance of Utopia"),
    ("person", "Brandon Ellery Reyes", "Ellery Brandon Stone"),
    ("vessel", "Lady Maria", "Lady Marta"),
    ("entity", "Falcon Security GmbH", "Falcon Travel GmbH"),
    ("entity", "Northern Bank", "Southern Bank"),
    ("entity", "Northland Shipping Ltd", "Southland Shipping Ltd"),
    ("person", "Robert Hanson", "Rupert Hanson"),
    ("person", "Tarek bin Velimi", "Omar bin Tarek bin Velimi"),  # a father and his son
    ("person", "Tarek bin Velimi Al Dosta", "Velimi bin Omar Al Dosta"),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_one_party_is_found(kind: PartyKind, one: str, other: str) -> None:
    assert compare(party_named(one, kind), party_named(other, kind)).score >= MATCH


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_a_near_miss_is_none(kind: PartyKind, one: str, other: str) -> None:
    assert compare(party_named(one, kind), party_named(other, kind)).score < MATCH


@pytest.mark.parametrize("name", ["Abdul Rahman", "Muhammad Ali", "Mohammad Ahmad", "Ali"])
def test_a_name_that_many_bear_is_not_sure(name: str) -> None:
    assert MATCH <= compare(party_named(name, "person"), party_named(name, "person")).score < 0.95


def test_a_ship_renamed_says_less_against_than_another_number() -> None:
    renamed = compare(party_named("Ocean Pearl", "vessel"), party_named("Lady Astrid", "vessel")).score
    sister = compare(party_named("Ocean Pearl 1", "vessel"), party_named("Ocean Pearl 2", "vessel")).score

    assert sister < renamed < MATCH


def test_a_branch_named_by_its_country_is_less_sure_than_a_name_with_another_word() -> None:
    bank = party_named("Zenit Kredo Bank", "entity")
    branch = compare(bank, party_named("Zenit Kredo Bank Belarus", "entity"))
    longer = compare(bank, party_named("Zenit Kredo Bank Orlan", "entity"))

    assert branch.score < longer.score
    assert "a place, as a branch has" in branch.sentence


def test_of_equal_names_the_one_that_says_more_is_surer() -> None:
    telling, short = (
        compare(party_named(name, "person"), party_named(name, "person")).score
        for name in ("Barkhudaran Velimskovich Dostabekian", "Choe Sik")
    )

    assert short < telling == 1


def test_names_that_are_not_equal_are_below_those_that_are() -> None:
    name = "Barkhudaran Velimskovich Dostabekian"
    turned = compare(
        party_named(name, "person"), party_named("Velimskovich Dostabekian Barkhudaran", "person")
    )

    assert turned.score < compare(party_named(name, "person"), party_named(name, "person")).score


def test_who_writes_initials_writes_all_of_them() -> None:
    george, other = (
        party_named("George V. Barkhudan", "person"),
        party_named("George H. V. Barkhudan", "person"),
    )

    assert compare(george, other).score < 0.6 < compare(george, george).score


def test_the_parts_of_an_unlike_order_or_descent_are_said() -> None:
    son = compare(
        party_named("Tarek bin Velimi", "person"), party_named("Omar bin Tarek bin Velimi", "person")
    )
    order = compare(party_named("Maria Lopez Garcia", "person"), party_named("Maria Garcia Lopez", "person"))

    assert "one is said to be a child of whom the other names" in son.sentence
    assert "the same words in an order that no custom explains" in order.sentence


def test_what_is_left_out_of_a_long_name_cannot_make_a_branch_sure() -> None:
    whole, branch = "Petrolan Drilling Services Limited", "Petrolan Drilling Services (HK) Limited"
    found = compare(party_named(whole, "entity"), party_named(branch, "entity"))

    assert MATCH < found.score < 0.8


def test_a_single_word_that_is_merely_alike_says_less_for_a_company_than_with_another_beside_it() -> None:
    lone = compare(party_named("Stankovar LLC", "entity"), party_named("Stenkavar LLC", "entity"))
    beside = compare(
        party_named("Stankovar Velimi LLC", "entity"), party_named("Stenkavar Velimi LLC", "entity")
    )

    assert lone.score < 0.8
    assert beside.score > 0.95


def test_an_initial_is_written_as_one_with_the_name_before_it_only() -> None:
    def joined(one: str, other: str) -> bool:
        return "written as one" in compare(party_named(one, "person"), party_named(other, "person")).sentence

    assert joined("Patrick O Velim", "Patrick Ovelim")
    assert not joined("Mali K", "Malik Orlan")


def test_a_word_that_is_merely_like_a_light_one_is_left_over_against_others() -> None:
    """`Ianukovych` is somewhat like the patronymic, which says little of it: the rest of it is still another name."""
    listed = party_named("Oleksandr Wiktorowytsch Ianukovych", "person")
    asked = party_named("Aleksandr Viktorovich Bykadorov / Oleksandr Viktorovych Bikadorov", "person")

    assert compare(asked, listed).score < 0.3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rami Makhlouf", "Ramy Makhluf"),
        ("Muhammad Zia ul-Haq", "Mohammed Ziaul Haq"),
        ("Rafiqul Islam Khan", "Rafiq Islam Khan"),
        ("Serzh Sargsyan", "Serge Sarkisian"),
        ("Cabdi Cali Xasan", "Abdi Ali Hassan"),
    ],
)
def test_such_spellings_are_of_one_name(one: str, other: str) -> None:
    assert compare(party_named(one, "person"), party_named(other, "person")).score >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyen Van Hung", "Nguyen Van Hoang"),
        ("Tran Minh", "Tran Manh"),
    ],
)
def test_such_names_are_two_names(one: str, other: str) -> None:
    assert compare(party_named(one, "person"), party_named(other, "person")).score < MATCH


def test_a_name_that_ends_like_an_article_is_whole() -> None:
    assert [token.text for token in prepare("Rasul Khan", "person").tokens] == ["rasul", "khan"]
    assert [token.text for token in prepare("Rafiqul Khan", "person").tokens] == ["rafiq", "ul", "khan"]
