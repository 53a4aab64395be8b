"""Which programmes list for human-rights abuse or corruption is said in a table, with the law that says so."""

from __future__ import annotations

from collections import Counter

import pytest

from sanctcheck.lists.publishers import publisher
from sanctcheck.screen.entry import Entry
from sanctcheck.survey.lists.grounds import GROUND, SURVEYED, grounds, in_few_words


def entry(*programmes: str, act: str = "", list_name: str = "") -> Entry:
    basis = (act,) if act else ()
    return Entry(
        number=0,
        key="k",
        id="1",
        name="N",
        digest="d",
        programmes=programmes,
        legal_basis=basis,
        list_name=list_name,
    )


def test_each_rule_that_counts_cites_the_law_and_says_how_surely_it_is_known() -> None:
    rules = [rule for rule in grounds().programme if rule.ground in {*SURVEYED, "mixed"}]

    assert rules
    assert all(rule.provision and rule.verified for rule in rules)


def test_no_programme_stands_in_two_tables_that_fit_alike() -> None:
    plain = [
        (publisher, programme)
        for rule in grounds().programme
        if not rule.acts
        for publisher in rule.publishers
        for programme in rule.programmes
    ]

    assert [each for each, count in Counter(plain).items() if count > 1] == []


def test_every_publisher_of_a_rule_speaks_for_a_state() -> None:
    known = grounds()

    assert {publisher for rule in known.programme for publisher in rule.publishers} <= set(known.states)
    assert {rule.ground for rule in known.programme} <= set(GROUND)


@pytest.mark.parametrize(
    ("publisher", "listing", "ground"),
    [
        ("us-ofac", entry("GLOMAG"), "either"),
        ("us-ofac", entry("SDGT", "GLOMAG"), "either"),
        ("us-ofac", entry("IRAN-HR", "GLOMAG"), "human-rights"),
        ("us-ofac", entry("SDGT"), "other"),
        ("us-ofac", entry("NO-SUCH"), "unknown"),
        ("eu-fsf", entry("IRN", act="council regulation 32011R0359, https://…"), "human-rights"),
        ("eu-fsf", entry("IRN", act="council regulation 32012R0267, https://…"), "other"),
        ("eu-fsf", entry("IRN"), "mixed"),
        ("gb-fcdo", entry("The Global Anti-Corruption Sanctions Regulations 2021"), "corruption"),
        ("gb-fcdo", entry("GHR"), "human-rights"),
        ("gb-fcdo", entry("The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019"), "other"),
        ("gb-fcdo", entry("The Iran (Sanctions) Regulations 2023"), "mixed"),
        ("ca-sema", entry("Justice for Victims …", list_name="JVCFOA"), "either"),
        ("ca-sema", entry("Belarus / Bélarus", list_name="SEMA"), "mixed"),
        ("un-sc", entry("Al-Qaida"), "other"),
    ],
)
def test_a_listing_has_the_ground_that_says_most_of_human_rights(
    publisher: str, listing: Entry, ground: str
) -> None:
    assert grounds().rule_of(publisher, listing)[0] == ground


def test_the_title_of_british_regulations_is_read_as_the_regime() -> None:
    title = "The Counter-Terrorism (International Sanctions) (EU Exit) Regulations 2019"

    assert in_few_words(title) == "Counter-Terrorism (International)"
    assert in_few_words("Russia") == "Russia"


def test_publishers_that_speak_for_a_state_are_publishers_that_are_read() -> None:
    assert all(publisher(name) for name in grounds().states)
