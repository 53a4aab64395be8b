"""Names that are one party's, and names that only look so: each line one general cause, shown on fictional names."""

from __future__ import annotations

import pytest

from sanctcheck.names.party import PartyKind, party_named
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
