"""The laws of the score: what holds for every pair of parties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sanctcheck.lists.dates import listed_date
from sanctcheck.names.align import align
from sanctcheck.names.evidence import facts
from sanctcheck.names.likeness import FAR
from sanctcheck.names.model import HIGHEST, model
from sanctcheck.names.party import Party, PartyIdentifier, PartyKind, PartyName, party_named
from sanctcheck.names.profile import profile
from sanctcheck.names.score import Comparison, comparand, compare, score
from sanctcheck.names.weights import Weights, counted

WORDS = (
    "Ahmed", "Ahmad", "bin", "al", "Qasimi", "Ivan", "Ivanovich", "Petrenkov", "Li", "Wei", "J.", "II", "2", "LLC", "OAO",
    "Bank", "Star", "Shipping", "de", "Dr", "Северный", "القاسمي", "小明", "Smith-Jones", "O'Neil",
)  # fmt: skip
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
anything = st.text(max_size=40)
kinds = st.sampled_from(("person", "entity", "vessel", ""))
days = st.sampled_from(
    ("1965", "1965-03", "1965-03-02", "1965-02-03", "circa 1966", "1970-01-01", "1971-05-02")
)
numbers = st.sampled_from(
    (
        PartyIdentifier("passport", "A1234567"),
        PartyIdentifier("imo", "9074729"),
        PartyIdentifier("tax-id", "7701234567"),
    )
)
parties = st.builds(
    Party,
    names=st.lists(st.builds(PartyName, names | anything, st.booleans()), max_size=3).map(tuple),
    kind=kinds,
    births=st.lists(days.map(listed_date), max_size=2).map(tuple),
    countries=st.lists(st.sampled_from(("RU", "IR", "MM")), max_size=2, unique=True).map(tuple),
    gender=st.sampled_from(("", "male", "female")),
    identifiers=st.lists(numbers, max_size=2).map(tuple),
)


@settings(deadline=None, max_examples=150)
@given(parties, parties)
def test_the_score_is_the_same_in_either_order(first: Party, second: Party) -> None:
    one, other = compare(first, second), compare(second, first)

    assert one.score == other.score
    assert one.weak == other.weak
    assert 0 <= one.score <= 1


@settings(deadline=None, max_examples=80)
@given(parties, parties)
def test_the_quick_score_is_that_of_the_whole_comparison(first: Party, second: Party) -> None:
    one, other = comparand(first), comparand(second)

    assert compare(first, second).score == score(one, other) or "" in {first.kind, second.kind}


@settings(deadline=None, max_examples=100)
@given(names, names, kinds)
def test_the_score_is_1_only_for_the_same_words(one: str, other: str, kind: PartyKind) -> None:
    comparison = compare(party_named(one, kind), party_named(other, kind))

    if comparison.score == 1:
        assert [part.says for part in comparison.parts] == ["the same words"]
    else:
        assert comparison.score <= HIGHEST


@settings(deadline=None, max_examples=100)
@given(parties, parties)
def test_the_parts_sum_up_to_the_score(first: Party, second: Party) -> None:
    comparison = compare(first, second)

    if 0 < comparison.score < 1 and comparison.parts:
        logit = sum(part.effect for part in comparison.parts)
        assert math.isclose(model().probability(logit), comparison.score, abs_tol=0.02)


@settings(deadline=None, max_examples=80)
@given(names, names, days, days, st.integers(0, 1))
def test_what_agrees_never_lowers_the_score_and_what_contradicts_never_raises_it(
    one: str, other: str, day: str, second_day: str, passports: int
) -> None:
    bare = compare(party_named(one, "person"), party_named(other, "person")).score
    number = (PartyIdentifier("passport", "A1234567"),) * passports
    first = Party((PartyName(one),), "person", (listed_date(day),), identifiers=number)
    second = Party((PartyName(other),), "person", (listed_date(second_day),), identifiers=number)
    effects = [model().evidence[fact.name] for fact in facts(first, second)]
    told = compare(first, second).score

    if all(effect >= 0 for effect in effects):
        assert told >= bare
    if all(effect <= 0 for effect in effects):
        assert told <= bare


def _told(first: Party, second: Party) -> Comparison:
    return compare(first, second)


def _person(name: str, born: str = "", **more: str) -> Party:
    return Party(
        (PartyName(name),),
        "person",
        (listed_date(born),) if born else (),
        tuple(more.get("country", "").split()),
        more.get("gender", ""),
        (PartyIdentifier("passport", more["passport"]),) if "passport" in more else (),
    )


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("1965-03-02", "1965-03-02", "the same day"),
        ("1965-03-02", "1965-02-03", "the same with day and month swapped"),
        ("1965", "1965-03-02", "the same year, consistent"),
        ("1965-03", "1965-03-02", "the same month"),
        ("circa 1966", "1965-03-02", "can be the same"),
        ("1965-03-02", "1965-03-12", "one figure differs"),
        ("1965-03-02", "1966-08-09", "a year or two apart"),
        ("1965-03-02", "1965-08-09", "the same year, another day"),
        ("1965-03-02", "1969-08-09", "years apart"),
        ("1965-03-02", "1989-08-09", "many years apart"),
        ("1965-01-01", "1965-08-09", "the same year, consistent"),
    ],
)
def test_birth_dates_are_compared_as_precisely_as_both_are_known(one: str, other: str, says: str) -> None:
    (fact,) = facts(_person("A B", one), _person("A B", other))

    assert says == fact.says


def test_birth_dates_speak_in_the_order_of_their_precision() -> None:
    others = ("1965-03-02", "1965-02-03", "1965", "circa 1966", "1966-08-09", "1969-08-09", "1989-08-09")
    first = _person("Ali Hassan Whitfield", "1965-03-02")
    scores = [_told(first, _person("Ali Omar Whitfeld", other)).score for other in others]

    assert sorted(scores, reverse=True) == scores
    assert len(set(scores)) == len(scores)


def test_an_equal_passport_decides_and_another_one_speaks_against() -> None:
    first = _person("Jonathan Whitfield", passport="A1234567")

    assert _told(first, _person("J. Witfield", passport="a 123-4567")).score > 0.95
    equal = _told(first, _person("Jonathan Whitfield", passport="B7654321"))
    assert 0.5 < equal.score < 1


def test_an_equal_imo_number_decides_whatever_the_ship_is_called() -> None:
    first, second, third = (
        Party((PartyName(name),), "vessel", identifiers=(PartyIdentifier("imo", number),))
        for name, number in (
            ("Ocean Pearl", "IMO 9074729"),
            ("Lady Astrid", "9074729"),
            ("Ocean Pearl", "9319466"),
        )
    )

    assert compare(first, second).score > 0.9
    assert compare(first, third).score < 0.5


def test_names_with_nothing_in_common_do_not_match_by_a_date_and_a_country() -> None:
    for kind in ("person", "entity", "vessel"):
        first, second = (
            Party((PartyName(name),), kind, (listed_date("1970-03-02"),), ("PA",))
            for name in ("Ocean Pearl", "Lady Astrid")
        )

        assert compare(first, second).score < 0.5


def test_country_and_gender_move_the_score() -> None:
    first = _person("Jonathan Whitfeld", country="GB", gender="male")
    bare = _told(_person("Jonathan Whitfeld"), _person("Jonathan Whitfield")).score

    assert _told(first, _person("Jonathan Whitfield", country="GB")).score > bare
    assert _told(first, _person("Jonathan Whitfield", country="KE")).score < bare
    assert _told(first, _person("Jonathan Whitfield", gender="female")).score < bare


def test_people_and_organisations_are_never_one_party() -> None:
    assert compare(party_named("Aurora Vance", "person"), party_named("Aurora Vance", "entity")).score < 0.5


def test_a_weak_alias_counts_less_and_is_marked() -> None:
    listed = Party((PartyName("Jonathan Whitfield"), PartyName("The Tailor", weak=True)), "person")
    strong = compare(listed, party_named("Jonathan Whitfield", "person"))
    weak = compare(listed, party_named("The Tailor", "person"))

    assert not strong.weak
    assert weak.weak
    assert weak.score < strong.score == 1


def test_the_name_that_speaks_most_for_one_party_is_shown() -> None:
    listed = Party((PartyName("Amina Bello"), PartyName("Amina Yusuf Okafor", kind="alias")), "person")
    comparison = compare(party_named("OKAFOR, Amina Yusuf", "person"), listed)

    assert (comparison.name_first, comparison.name_second) == ("OKAFOR, Amina Yusuf", "Amina Yusuf Okafor")


def test_a_common_word_says_less_than_a_rare_one() -> None:
    weights = Weights(50_000, {"ivanov": 5_000, "whitfield": 1})
    common = compare(party_named("Ivanov Ivan", "person"), party_named("Ivanov Petr", "person"), weights)
    rare = compare(party_named("Whitfield Ivan", "person"), party_named("Whitfield Petr", "person"), weights)

    assert common.score < rare.score


def test_words_are_counted_once_a_party() -> None:
    weights = counted(
        [
            Party((PartyName("Ivan Ivanov"), PartyName("Ivan Iwanow")), "person"),
            Party((PartyName("Ivan Orlov"),), "person"),
        ]
    )

    assert (weights.parties, weights.counts["ivan"], weights.counts["orlov"]) == (2, 2, 1)
    assert weights.of("ivan") == weights.of("nobody") == 1  # in so small a corpus nothing is common


PASSPORT = (PartyIdentifier("passport", "AB 123456", "RU"),)


def test_an_equal_number_decides_whatever_the_names_are() -> None:
    one = replace(_person("Ivan Orlov"), identifiers=PASSPORT, countries=("RU",))
    other = replace(_person("Samuel Beckwith"), identifiers=PASSPORT, countries=("GB",))

    assert compare(one, other).score >= 0.9


def test_an_equal_number_does_not_outweigh_another_birth_date_and_no_name_in_common() -> None:
    one = replace(_person("Ivan Orlov", "1970-01-02"), identifiers=PASSPORT)
    other = replace(_person("Samuel Beckwith", "1991-07-30"), identifiers=PASSPORT)
    comparison = compare(one, other)

    assert comparison.score < 0.5
    assert "the same number" in comparison.sentence
    assert "many years apart" in comparison.sentence
    assert compare(one, replace(_person("Ivan Orlov", "1991-07-30"), identifiers=PASSPORT)).score >= 0.9


def test_one_number_of_two_countries_is_a_chance() -> None:
    one = replace(_person("Ivan Orlov"), identifiers=PASSPORT)
    other = replace(_person("Samuel Beckwith"), identifiers=(PartyIdentifier("passport", "AB123456", "GB"),))

    assert compare(one, other).score < 0.5


def test_a_party_without_a_name_is_nobody() -> None:
    assert compare(Party(()), party_named("Amina Bello")).score == 0


def test_an_explanation_reads_as_a_sentence() -> None:
    comparison = compare(_person("FATEMEH Hosseini", "1965"), _person("HOSEINI, Fatima", "1965-03-02"))

    assert comparison.sentence == (
        "FATEMEH = Fatima, variant of the same name; Hosseini = HOSEINI, variant of the same name; "
        "born 1965 against 1965-03-02: the same year, consistent"
    )


def _score(one: str, other: str, kind: PartyKind = "person") -> float:
    return compare(party_named(one, kind), party_named(other, kind)).score


def test_a_word_that_a_name_has_twice_stands_for_either() -> None:
    assert _score("mohamed testov naji mohamed", "MOHAMMED, Testov Naji Mohammed") > 0.95


def test_an_initial_more_counts_against_where_both_write_initials() -> None:
    compared = compare(party_named("John W. Muster", "person"), party_named("John H. W. Muster", "person"))

    assert compared.score < _score("John Muster", "John H. Muster")
    assert next(part.effect for part in compared.parts if part.second == "H") < -1


def test_a_given_name_that_is_a_title_elsewhere_is_a_name_behind_another() -> None:
    assert _score("TESTOV Pastor", "TESTOV, Justo Pastor") > 0.9


def test_abd_may_be_left_out() -> None:
    assert _score("Rahman Testov", "Abdul Rahman Testov") > 0.8
    assert _score("Rahman Testov", "Abdul Karim Testov") < 0.5


def test_names_no_words_of_which_are_near_are_no_match() -> None:
    compared = compare(party_named("Saraya Areen", "entity"), party_named("Sanaye Tesan", "entity"))

    assert compared.score < 0.1
    assert "far" in {part.kind for part in compared.parts}


def test_words_with_some_letters_in_common_say_no_more_than_the_lighter_one() -> None:
    weights = Weights(1000, {"prime": 900})
    one, other = (profile(text, "person", weights) for text in ("Prime Testov", "Suprem Testov"))
    match = next(match for match in align(one, other).matches if match.cost)

    assert match.cost > FAR
    assert match.weight == min(one.weights[0], other.weights[0])
    assert match.over == one.weights[0] - other.weights[0] < 0
