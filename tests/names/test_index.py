"""The index finds what comparing with everybody would find, in the same order, whatever it was built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sanctcheck.lists.files import written_whole
from sanctcheck.lists.model import ListedDate
from sanctcheck.names.align import APART
from sanctcheck.names.index import DamagedError, Index, build, mapped
from sanctcheck.names.index.brute import Brute
from sanctcheck.names.index.keys import FINEST, UNFOUND
from sanctcheck.names.index.kinds import KINDS
from sanctcheck.names.index.search import Search
from sanctcheck.names.index.version import names_version
from sanctcheck.names.index.vocabulary import bare
from sanctcheck.names.likeness import likeness, slip_cost
from sanctcheck.names.model import model
from sanctcheck.names.party import Party, PartyIdentifier, PartyName, party_named
from sanctcheck.names.profile import profile
from sanctcheck.names.score import compare, names_compared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sanctcheck.names.index.mapped import Array
    from sanctcheck.names.party import PartyKind

GIVEN = [
    "Ivan",
    "Iwan",
    "Mohammed",
    "Muhammad",
    "Alireza",
    "Ali Reza",
    "Maria",
    "Hans-Peter",
    "I.",
    "Абдул",
    "محمد",
]
MIDDLE = ["", "", "Petrovich", "bin Said", "de la", "K.", "Ali"]
FAMILY = [
    "Testov",
    "Testoff",
    "Specmien",
    "Beispeil",
    "al-Example",
    "Specimen",
    "Beispiel",
    "Muster",
    "Тестов",
    "Exemplar Specimen",
]
FIRMS = [
    "Testov Trading LLC",
    "OOO Testov Treyding",
    "Specimen Bank 17",
    "Specimen Bank 71",
    "Bank of Examples",
]

PERSONS = st.builds(
    lambda *parts: " ".join(part for part in parts if part),
    st.sampled_from(GIVEN),
    st.sampled_from(MIDDLE),
    st.sampled_from(FAMILY),
)
BIRTHS = st.sampled_from(
    [(), (ListedDate("", "1970-03-02"),), (ListedDate("", "1970"),), (ListedDate("", "1981-01-01"),)]
)


@st.composite
def parties(draw: st.DrawFn) -> Party:
    kind: PartyKind = draw(st.sampled_from(["person", "person", "person", "entity", "other", ""]))
    names = st.sampled_from(FIRMS) if kind == "entity" else PERSONS
    return Party(
        tuple(
            PartyName(name, weak=draw(st.booleans()))
            for name in draw(st.lists(names, min_size=1, max_size=3, unique=True))
        ),
        kind,
        births=draw(BIRTHS),
        countries=draw(st.sampled_from([(), ("RU",), ("IR", "RU")])),
        identifiers=draw(st.sampled_from([(), (PartyIdentifier("passport", "AB 1234567"),)])),
    )


CORPORA = st.lists(parties(), min_size=1, max_size=12)


def _index(corpus: Sequence[Party], folder: Path) -> Index:
    path = folder / "index"
    build(((f"{number:03}", party) for number, party in enumerate(corpus)), path)
    return Index.open(path)


def _found(index: Index, party: Party, threshold: float = 0.5, limit: int = 1000) -> list[tuple[str, float]]:
    return [(hit.key, hit.score) for hit in index.search(party, threshold=threshold, limit=limit)]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


@settings(deadline=None, max_examples=60)
@given(corpus=CORPORA, asked=parties())
def test_a_search_gives_what_comparing_with_everybody_gives(
    corpus: list[Party], asked: Party, folder: Path
) -> None:
    index = _index(corpus, folder)

    assert Brute(index).search(asked, threshold=0.5) == _found(index, asked)


def _bounds_that_are_exceeded(index: Index, asked: Party) -> list[tuple[float, float]]:
    found = []
    for candidate in Search(index, asked, 0.5, 10).candidates():
        kinds = KINDS[candidate.kind], KINDS[index.name_kinds[candidate.name]]
        one = profile(asked.names[candidate.place].text, kinds[0], index.weights)
        other = index.profile(candidate.name)
        reached, _ = names_compared(one, other, model().of_kind(max(kinds)))
        found.append((candidate.bound, reached))
    return [(bound, reached) for bound, reached in found if bound < reached]


@settings(deadline=None, max_examples=30)
@given(corpus=CORPORA, asked=parties())
def test_no_name_reaches_more_than_it_is_bounded_by(corpus: list[Party], asked: Party, folder: Path) -> None:
    assert _bounds_that_are_exceeded(_index(corpus, folder), asked) == []


@pytest.mark.parametrize(
    ("listed", "text", "kind"),
    [
        ("Ali Reza Testov", "Alireza Testov", "person"),
        ("Alireza Testov", "Ali Reza Testov", "person"),
        ("Ali Reza Moham madi", "Alireza Mohammadi", "person"),
        ("Alireza Mohammadi", "Ali Reza Moham madi", "person"),
        ("Vla dimir Vladi mirovich Te stov", "Testov Vladimir Vladimirovich", "person"),
        ("Bank of Examples and Specimens", "BES", "entity"),
        ("BES", "Bank of Examples and Specimens", "entity"),
        ("Ivan van der Berg", "Ivan Vanderberg", "person"),
        ("Ivan Vanderberg", "Ivan van der Berg", "person"),
        ("Mahrus Testov", "Mah Rous Testov", "person"),
        ("Mah Rous Testov", "Mahrus Testov", "person"),
        ("Abdul Rahman Testov", "Rahman Testov", "person"),
        ("Rahman Testov", "Abdul Rahman Testov", "person"),
        (
            "MIRAYA AL-TESEEN",
            "Minaye Electronic Tesan",
            "entity",
        ),  # in which words are near without a key in common
    ],
)
def test_words_written_as_one_are_found_and_bounded(
    listed: str, text: str, kind: PartyKind, folder: Path
) -> None:
    index = _index([party_named(listed, kind), party_named("Maria Muster", kind)], folder)
    asked = party_named(text, kind)
    there = Brute(index).search(asked, threshold=0.5)

    assert [key for key, _ in there] == ["000"]
    assert there == _found(index, asked)
    assert _bounds_that_are_exceeded(index, asked) == []


@pytest.mark.parametrize(
    ("listed", "text", "kind", "common"),
    [
        # A word of the query is like two of the name, and stands for the farther one, because another has the nearer.
        ("Shipping Maritime", "Marine Shiping", "entity", "Shipping Marin"),
        ("Marine Shipping Trans", "Ship Trans Mariner", "entity", "Maritime Marine"),
        # Two words of the query are like one of the name: one of them stands for none, and nothing contradicts.
        ("Muhammadi Ahmed", "Muhammadi Ahmed Hamdi", "person", "Hamad Mahmud Hamid"),
        ("Mahmud Hamdi", "Hamdi Mahmud Muhammadi", "person", "Hamid Mohamad Hamad"),
        # Names that are equal have a score beyond all others.
        ("Mahmud Testov", "Mahmud Testov", "person", "Hamid"),
    ],
)
def test_a_threshold_leaves_what_just_reaches_it(
    listed: str, text: str, kind: PartyKind, common: str, folder: Path
) -> None:
    often = [party_named(word, kind) for word in common.split() for _ in range(200)]
    index, asked = _index([party_named(listed, kind), *often], folder), party_named(text, kind)
    score = dict(Brute(index).search(asked, threshold=0.5))["000"]

    assert ("000", score) in _found(index, asked, score)


@settings(deadline=None, max_examples=30)
@given(corpus=CORPORA, asked=parties(), limit=st.integers(1, 4))
def test_a_limit_leaves_the_best_in_the_order_of_their_keys(
    corpus: list[Party], asked: Party, limit: int, folder: Path
) -> None:
    index = _index(corpus, folder)

    assert _found(index, asked)[:limit] == _found(index, asked, limit=limit)


@settings(deadline=None, max_examples=30)
@given(corpus=CORPORA, data=st.data())
def test_an_exact_name_is_always_found_first(corpus: list[Party], data: st.DataObject, folder: Path) -> None:
    party = data.draw(st.sampled_from(corpus))
    name = data.draw(st.sampled_from(party.names))
    assume(not name.weak)  # a weak alias, even the very same one, can stand behind another party's name
    first = _index(corpus, folder).search(Party((PartyName(name.text),), party.kind), threshold=0, limit=20)
    best = first[0].score

    assert any(name.text == each.text for hit in first if hit.score == best for each in hit.party.names)


@settings(deadline=None, max_examples=30)
@given(corpus=CORPORA, asked=parties(), data=st.data())
def test_the_order_in_which_parties_are_given_does_not_matter(
    corpus: list[Party], asked: Party, data: st.DataObject, folder: Path
) -> None:
    given_so = [(f"{number:03}", party) for number, party in enumerate(corpus)]
    otherwise = data.draw(st.permutations(given_so))
    build(given_so, folder / "so")
    build(otherwise, folder / "otherwise")

    assert _found(Index.open(folder / "so"), asked) == _found(Index.open(folder / "otherwise"), asked)


@settings(deadline=None, max_examples=30)
@given(corpus=CORPORA, another=parties(), asked=parties())
def test_another_listing_takes_no_hit_away(
    corpus: list[Party], another: Party, asked: Party, folder: Path
) -> None:
    before = {key for key, score in _found(_index(corpus, folder), asked) if score >= 0.6}
    after = {key for key, _ in _found(_index([*corpus, another], folder), asked)}

    # What words weigh follows from how many bear them, so that scores shift a little; no hit goes far.
    assert before <= after


def test_a_hit_shows_the_parts_of_its_score(folder: Path) -> None:
    listed = Party((PartyName("Ivan Petrovich Testov"), PartyName("The Tester", weak=True)), "person")
    index = _index([listed, party_named("Maria Muster", "person")], folder)
    asked = party_named("Testov, Iwan", "person")
    (hit,) = index.search(asked, threshold=0.5, limit=5)
    comparison = compare(asked, listed, index.weights)

    assert comparison.score == hit.score == hit.comparison.score
    assert comparison.parts == hit.comparison.parts
    assert (hit.name, hit.weak) == ("Ivan Petrovich Testov", False)


def test_a_weak_alias_counts_less_and_is_marked(folder: Path) -> None:
    strong = Party((PartyName("Maria Muster"), PartyName("Ivan Testov")), "person")
    weak = Party((PartyName("Hans-Peter Beispiel"), PartyName("Ivan Testov", weak=True)), "person")
    first, second = _index([weak, strong], folder).search(
        party_named("Ivan Testov", "person"), threshold=0, limit=2
    )

    assert (first.key, first.weak) == ("001", False)
    assert (second.key, second.weak) == ("000", True)
    assert second.score < first.score


def test_an_equal_number_finds_a_party_under_any_name(folder: Path) -> None:
    passport = PartyIdentifier("passport", "AB-1234567")
    listed = Party((PartyName("Ivan Testov"),), "person", identifiers=(passport,))
    index = _index([listed, party_named("Maria Muster", "person")], folder)
    asked = Party(
        (PartyName("Iwan Tjestow"),), "person", identifiers=(PartyIdentifier("passport", "ab1234567"),)
    )

    assert [("000", compare(asked, listed, index.weights).score)] == _found(index, asked)


def test_a_batch_gives_the_same_on_several_processes(folder: Path) -> None:
    corpus = [party_named(f"{given} {family}", "person") for given in GIVEN for family in FAMILY]
    index = _index(corpus, folder)
    asked = [party_named(f"{family}, {given}", "person") for given in GIVEN[:4] for family in FAMILY[:6]]
    several = index.search_all(iter(asked), threshold=0.5, limit=3, processes=2)
    one = index.search_all(asked, threshold=0.5, limit=3)

    assert [[(hit.key, hit.score, hit.name) for hit in hits] for hits in several] == [
        [(hit.key, hit.score, hit.name) for hit in hits] for hits in one
    ]


@pytest.mark.parametrize(
    "text", ["", " ", ".", "-", "7", "a", "LLC", "bin", "The Company", "\u200b", "," * 50]
)
def test_names_that_say_nothing_are_no_reason_to_stop(text: str, folder: Path) -> None:
    corpus = [party_named(each, kind) for each in (text, "Ivan Testov") for kind in ("person", "entity")]
    index = _index(corpus, folder)
    for kind in ("person", "entity", "vessel", ""):
        asked = party_named(text, kind)

        assert Brute(index).search(asked, threshold=0.5) == _found(index, asked)


WORDS = [
    "Ivan",
    "Iwan",
    "Ivanna",
    "Testov",
    "Testoff",
    "Tjestow",
    "Mohammed",
    "Muhammad",
    "محمد",
    "حسن",
    "Хасан",
    "Hasan",
]
SPELT = st.one_of(st.sampled_from(WORDS), st.text("aeikmnrstv", min_size=1, max_size=9))


@settings(deadline=None, max_examples=40)
@given(texts=st.lists(SPELT, min_size=1, max_size=8), asked=st.lists(SPELT, min_size=1, max_size=3))
def test_no_word_costs_less_than_is_counted_on(texts: list[str], asked: list[str], folder: Path) -> None:
    index = _index([party_named(text, "person") for text in texts], folder)
    one = profile(" ".join(asked), "person", index.weights)

    for place, word in enumerate(one.words):
        index.words.spelt.ask(place, word, place in one.strange)
        similar = index.words.similar(bare(word))
        tied = dict(zip(similar.words, similar.costs, strict=True))
        for other in range(len(index.words.counts)):
            known = index.words.token(other)
            cost = likeness(word, known).cost
            if place in one.strange:
                cost = min(cost, slip_cost(word, known))
            least = min(index.words.spelt.least(place, other), tied.get(other, FINEST) / FINEST)

            assert least <= cost + 0.001 or cost >= APART
            assert other in tied or cost > UNFOUND or known.kind == "initial" or word.kind == "initial"


def test_an_index_of_nobody_finds_nobody(folder: Path) -> None:
    index = _index([], folder)

    assert len(index) == 0
    assert _found(index, party_named("Ivan Testov")) == []
    assert _found(index, Party(())) == []


def test_an_index_that_another_version_wrote_is_not_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sanctcheck.names.index.building.names_version", lambda: "another")
    build([("a", party_named("Ivan Testov"))], folder / "older")

    with pytest.raises(DamagedError, match="another version"):
        Index.open(folder / "older")


def _is_opened(path: Path, arrays: dict[str, Array]) -> bool:
    with written_whole(path) as file:
        mapped.write(file, names_version(), arrays)
    try:
        Index.open(path)
    except DamagedError:
        return False
    return True


def test_an_index_whose_places_lie_outside_is_not_opened(folder: Path) -> None:
    names = ["Ivan Testov", "Ali Reza Muster", "Alireza Muster", "Specimen Bank 17"]
    build([(name, party_named(name, "person")) for name in names], folder / "sound")
    arrays = mapped.read(folder / "sound", names_version())
    walked = [
        *("words.names", "words.near", "words.bones_of", "words.spelt", "names.aligned", "names.words"),
        *(
            "words.keys",
            "names.equal",
            "names.acronyms",
            "runs.keys",
            "runs.names",
            "runs.numbers",
            "names.facts",
        ),
        *("words.names.ends", "names.aligned.ends", "words.spelt.ends", "words.bones_of.ends"),
    ]

    assert _is_opened(folder / "unsound", arrays)
    for name in walked:
        outside = np.full_like(arrays[name], np.iinfo(arrays[name].dtype).max)
        assert not _is_opened(folder / "unsound", {**arrays, name: outside}), name
    for name in ("words.weights", "words.near_costs", "words.glances", "runs.letters"):
        assert not _is_opened(folder / "unsound", {**arrays, name: arrays[name][:-1]}), name


def _built_by_another(path: Path) -> None:
    build(((f"{number:03}", party_named(f"Ivan Testov {number}")) for number in range(200)), path)


def test_two_processes_that_build_at_once_both_leave_a_whole_index(folder: Path) -> None:
    from multiprocessing import get_context

    path = folder / "twice"
    others = [get_context("fork").Process(target=_built_by_another, args=(path,)) for _ in range(2)]
    for other in others:
        other.start()
    for other in others:
        other.join()

    assert [other.exitcode for other in others] == [0, 0]
    assert len(Index.open(path)) == 200
    assert [path.name] == [each.name for each in folder.glob("twice*")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mohammedalihassan" * 30, "person"),
        ("Mohammed Ali Hassan Ivan Petrov " * 8, "person"),
        ("a", "person"),
        ("international trading company limited holding of the bank", "entity"),
        ("Mohammed Ali", "person"),
        ("Mohammed Ali", ""),
    ],
)
def test_a_hostile_name_takes_no_more_than_a_moment(text: str, kind: PartyKind, thousand: Index) -> None:
    import time

    start = time.process_time()
    hits = thousand.search(party_named(text, kind), threshold=0.5, limit=10)

    assert time.process_time() - start < 2
    assert [hit.key for hit in hits] == sorted(hit.key for hit in hits)


@pytest.fixture(scope="session")
def thousand(folder: Path) -> Index:
    return _index([party_named("Mohammed Ali", "person")] * 1000, folder / "..")
