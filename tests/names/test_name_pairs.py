"""Which names are taken for the same party, and which are told apart: fictional people, organisations and ships.

Each kind of difference has its own table, so that a rule that breaks shows which kind it breaks.
"""

from __future__ import annotations

import pytest

from sanctcheck.names.party import PartyKind, party_named
from sanctcheck.names.score import MATCH, compare

SAME: dict[str, tuple[PartyKind, tuple[tuple[str, str], ...]]] = {
    "any order": (
        "person",
        (
            ("Jonathan Whitfield", "WHITFIELD, Jonathan"),
            ("SOKOLENKO Dmitry Petrovich", "Dmitry Petrovich Sokolenko"),
            ("Xiao Ming Wang", "Wang Xiaoming"),
        ),
    ),
    "initials": ("person", (("J. R. Tolvanen", "John Ronald Tolvanen"), ("Fenwick, R.", "Robert Fenwick"))),
    "parts that one lacks": (
        "person",
        (
            ("SOKOLENKO Dmitry Petrovich", "Dmitry Sokolenko"),
            ("Robert T. Fenwick", "Robert Fenwick"),
            ("Jose Luis Herrera Campo", "José Luis HERRERA"),
        ),
    ),
    "titles": ("person", (("Dr. Amina Yusuf Bello", "Amina Yusuf Bello"), ("Gen. Thura Aung", "Thura Aung"))),
    "particles": (
        "person",
        (
            ("Mohammed bin Rashid Al Farsi", "Muhammad Rashid Alfarsi"),
            ("Ludwig van der Berg", "Ludwig Vanderberg"),
            ("Maria del Carmen Ortega", "Ortega, Maria Carmen"),
        ),
    ),
    "words written as one": (
        "person",
        (("Alireza Tehrani", "Ali Reza Tehrani"), ("Smith-Jones, Anna", "Anna Smith Jones")),
    ),
    "nicknames and variants": (
        "person",
        (
            ("William Harrow", "Bill Harrow"),
            ("Katherine Mbeki", "Kate Mbeki"),
            ("Yevhen Tkachuk", "Evgeny Tkachuk"),
        ),
    ),
    "other scripts": (
        "person",
        (
            ("Дмитрий Соколенко", "Dmitry Sokolenko"),
            ("عبد الرحمن القاسمي", "Abdul Rahman Al Qasimi"),
            ("Γιώργος Παπαδάκης", "Giorgos Papadakis"),
            ("王小明", "Wang Xiaoming"),
            ("გიორგი კვირიკაძე", "Giorgi Kvirikadze"),
            ("Արամ Պետրոսյան", "Aram Petrosyan"),
            ("יוסף לוי", "Yosef Levi"),
        ),
    ),
    "rival romanisations": (
        "person",
        (
            ("Hussein Ali Nasser", "Husain Aly Nasir"),
            ("Georgios Papadakis", "Giorgos Papadakis"),
            ("Abdul Rahman al-Qasimi", "Abdurrahman Qassemi"),
            ("Oleksandr Bondar", "Aleksandr Bondar"),
        ),
    ),
    "slips of the pen": (
        "person",
        (("Jonathan Whitfeild", "Jonathan Whitfield"), ("Whitfield Jonathon", "Jonathan Whitfield")),
    ),
    "legal forms": (
        "entity",
        (
            ("OAO Severny Kabel", "Open Joint Stock Company Severny Kabel"),
            ("Severny Kabel OJSC", "ОАО «Северный кабель»"),
            ("Green Valley Holdings Ltd", "Green Valley Holdings Limited"),
        ),
    ),
    "words that say little": (
        "entity",
        (
            ("Zavod Metallist AO", "JSC Metallist Plant"),
            ("Bluewater Logistics", "Blue Water Logistics Inc."),
            ("Al Noor Exchange Company", "Al-Nour Exchange Co"),
        ),
    ),
    "names of ships": (
        "vessel",
        (
            ("MV Ocean Pearl", "OCEAN PEARL"),
            ("M/T Golden Ray II", "Golden Ray 2"),
            ("SEA-HORSE", "Seahorse"),
            ("Морская Звезда", "Morskaya Zvezda"),
        ),
    ),
}
APART: dict[str, tuple[PartyKind, tuple[tuple[str, str], ...]]] = {
    "brothers": (
        "person",
        (
            ("Sergei Ivanovich Petrenkov", "Andrei Ivanovich Petrenkov"),
            ("Hamid Reza Karimi", "Hamid Reza Rahimi"),
            ("Noor Barzan Ibrahim al-Dulaimi", "Khawla Barzan Ibrahim al-Dulaimi"),
        ),
    ),
    "father and son": (
        "person",
        (("Robert Fenwick Jr", "Robert Fenwick Sr"),),
    ),
    "another patronymic": ("person", (("Viktor Pavlovich Gromov", "Viktor Petrovich Gromov"),)),
    "names that look alike": (
        "person",
        (
            ("Ali Hussein", "Ali Hassan"),
            ("Oleg Tarasov", "Olga Tarasova"),
            ("John Marlow", "Joan Marlow"),
            ("Wang Fang", "Wang Feng"),
            ("Kim Jong Su", "Kim Jong Il"),
            ("Mustafa Kaya", "Mustafa Kara"),
            ("Nikolai Orlov", "Nikolai Orlovsky"),
        ),
    ),
    "one common name": (
        "person",
        (
            ("James Smith", "John Smith"),
            ("Carlos Mendoza Rivera", "Carlos Mendoza Salazar"),
            ("David Cohen", "Daniel Cohen"),
        ),
    ),
    "other initials": ("person", (("J. Smith", "K. Smith"),)),
    "another place": (
        "entity",
        (
            ("Zenit Moscow LLC", "Zenit Kazan LLC"),
            ("Bank of Astoria", "Bank of Victoria"),
            ("Northern Bank", "Southern Bank"),
        ),
    ),
    "another number": (
        "entity",
        (("Plant No. 9", "Plant No. 19"), ("First Investment Fund I", "First Investment Fund III")),
    ),
    "another business": (
        "entity",
        (
            ("Al Rashid Exchange", "Al Rashid Construction"),
            ("Alpha Trading LLC", "Alfa Shipping LLC"),
            ("Institute of Physics", "Institute of Chemistry"),
        ),
    ),
    "sister ships": (
        "vessel",
        (
            ("Sea Star 1", "Sea Star 2"),
            ("Golden Ray II", "Golden Ray III"),
            ("Volga 4001", "Volga 4002"),
            ("Atlas", "Atlas 5"),
            ("Ocean Pearl", "Ocean Pride"),
        ),
    ),
}


def _pairs(
    table: dict[str, tuple[PartyKind, tuple[tuple[str, str], ...]]],
) -> list[tuple[str, PartyKind, str, str]]:
    return [(why, kind, one, other) for why, (kind, pairs) in table.items() for one, other in pairs]


@pytest.mark.parametrize(("why", "kind", "one", "other"), _pairs(SAME))
def test_names_of_one_party_match(why: str, kind: PartyKind, one: str, other: str) -> None:
    comparison = compare(party_named(one, kind), party_named(other, kind))

    assert comparison.score >= MATCH, f"{why}: {comparison.score}, {comparison.sentence}"


@pytest.mark.parametrize(("why", "kind", "one", "other"), _pairs(APART))
def test_names_of_two_parties_do_not(why: str, kind: PartyKind, one: str, other: str) -> None:
    comparison = compare(party_named(one, kind), party_named(other, kind))

    assert comparison.score < MATCH, f"{why}: {comparison.score}, {comparison.sentence}"


def test_a_given_name_before_the_other_name_says_more_than_one_behind_it() -> None:
    father = party_named("Sabawi Ibrahim al-Dulaimi", "person")
    son = compare(father, party_named("Ayman Sabawi Ibrahim al-Dulaimi", "person"))
    himself = compare(father, party_named("Sabawi Ibrahim Ayman al-Dulaimi", "person"))

    assert son.score < himself.score
