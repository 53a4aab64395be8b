"""What is compiled says the same as the plain Python that it was made of."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

import sanctcheck
from sanctcheck.names import align, likeness, naming, skeletons
from sanctcheck.names.index import Index, build, spelt
from sanctcheck.names.index.bounds import numbers_key
from sanctcheck.names.index.kinds import KINDS, takes
from sanctcheck.names.index.vocabulary import bare
from sanctcheck.names.party import party_named
from sanctcheck.names.profile import profile
from sanctcheck.names.weights import packaged_weights

if TYPE_CHECKING:
    from types import ModuleType

    from sanctcheck.names.party import PartyKind
    from sanctcheck.names.profile import Profile

pytestmark = pytest.mark.skipif(
    Path(spelt.__file__).suffix == ".py", reason="nothing is compiled here (make compile)"
)
LISTED = [
    "Ivan Petrovich Testov",
    "Iwan Tjestow",
    "Ivanna Testova",
    "Ali Reza Mohammadi",
    "Alireza Mohammad Pour",
    "I. P. Specimen",
    "Vla dimir van der Muster",
    "Мария Тестова",
    "محمد حسن",
    "Testov Trading Company 17",
    "Specimen Bank",
    "Bank of Examples and Specimens",
]
WORDS = [
    "Ivan",
    "Iwan",
    "Testov",
    "Tjestw",
    "Alireza",
    "Ali",
    "Reza",
    "Mohammad",
    "Pour",
    "I.",
    "Vladimir",
    "Bank",
]
WORDS += ["Vandermuster", "BES", "Company", "17", "حسن", "Марія", "Examples"]
ASKED = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text("aeiklmnrstv", min_size=1, max_size=9)), min_size=1, max_size=5
)


def _plain(name: str, folder: str = "names/index") -> ModuleType:
    """A module, from its source."""
    path = Path(sanctcheck.__file__).parent / folder / f"{name}.py"
    spec = spec_from_file_location(f"plain_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = tmp_path_factory.mktemp("compiled") / "index"
    kinds: tuple[PartyKind, ...] = ("person", "entity", "")
    build([(f"{text}{kind}", party_named(text, kind)) for text in LISTED for kind in kinds], path)
    return Index.open(path)


@pytest.fixture(scope="module")
def plain(index: Index) -> Any:
    """The same kernel, from its source; and what it looks words up with."""
    from sanctcheck.names.index import mapped
    from sanctcheck.names.index.version import names_version

    arrays = mapped.read(index.path, names_version())
    kinds = range(len(KINDS))
    logits = _plain("logits").Logits([takes(one, other) for one in kinds for other in kinds], len(kinds))
    words = _plain("spelt").Spelt(arrays, 41)
    return _plain("kernel").Kernel(arrays, _plain("aligning").Aligner(arrays, words, logits))


def _reached(kernel: Any, index: Index, asked: Profile, least: float) -> dict[str, dict[int, float]]:
    kernel.ask(asked, numbers_key(asked))
    for place, word in enumerate(asked.words):
        kernel.like(place, *index.words.similar(bare(word)))
    kernel.want(0, [least] * len(KINDS))
    joins = index.runs.joins(asked, index.words)
    found = {
        "touched": kernel.reached(),
        "joined": kernel.joined(joins),
        "abbreviated": kernel.abbreviated(list(index.abbreviations.of(asked, index.words))),
    }
    return {way: {name: bound for bound, name, _ in each} for way, each in found.items()}


@settings(deadline=None, max_examples=60)
@given(words=ASKED, least=st.sampled_from([-9.0, 0.3, 2.0]))
def test_the_kernel_bounds_names_alike(words: list[str], least: float, index: Index, plain: Any) -> None:
    asked = profile(" ".join(words), "person", index.weights)
    one, other = _reached(index.kernel, index, asked, least), _reached(plain, index, asked, least)

    for way, found in one.items():
        assert found == pytest.approx(other[way], abs=1e-9)


@settings(deadline=None, max_examples=60)
@given(words=ASKED)
def test_words_cost_alike(words: list[str], index: Index, plain: Any) -> None:
    asked = profile(" ".join(words), "person", index.weights)
    compiled, written = index.words.spelt, plain.aligner.spelt
    for place, word in enumerate(asked.words):
        for each in (compiled, written):
            each.ask(place, word, place in asked.strange)
        for other in range(len(index.words.counts)):
            assert compiled.least(place, other) == pytest.approx(written.least(place, other), abs=1e-9)


@given(keys=st.lists(st.integers(0, 2**32 - 1), max_size=8))
def test_keys_are_found_alike(keys: list[int], index: Index) -> None:
    from sanctcheck.names.index import mapped
    from sanctcheck.names.index.finding import Finder
    from sanctcheck.names.index.version import names_version

    arrays = mapped.read(index.path, names_version())
    there = [int(key) for key in arrays["words.keys.keys"][::7]]
    one, other = Finder(arrays, "words.keys"), _plain("finding").Finder(arrays, "words.keys")

    assert one.places_of([*keys, *there]) == other.places_of([*keys, *there])


PLAIN_SKELETONS, PLAIN_LIKENESS = _plain("skeletons", "names"), _plain("likeness", "names")
PLAIN_ALIGN, PLAIN_NAMING = _plain("align", "names"), _plain("naming", "names")
PAIRS = [
    *(("person", name, other) for name in LISTED[:9] for other in LISTED[:9]),
    *(("entity", name, other) for name in LISTED[9:] for other in (*LISTED[9:], "BES", "Exampel Bank South")),
    ("person", "Karim bin Omar Saleh", "Omar Salih"),
    ("person", "Anna Kowalska", "Maria Kowalski"),
    ("person", "George W. Specimen", "George H. W. Specimen"),
    ("person", "Vla dimir Muster Vandermuster", "Muster Vladimir van der Muster"),
    ("entity", "Northland Oil 3", "Southland Gas 4"),
]


@settings(deadline=None)
@given(word=st.text("abcdeghijklmnoqrstuvwxyz", min_size=1, max_size=14))
def test_skeletons_are_alike(word: str) -> None:
    assert PLAIN_SKELETONS.skeletons(word) == skeletons.skeletons(word)
    assert (
        PLAIN_SKELETONS.undoubled(word)
        == skeletons.undoubled(word)
        == "".join(one for one, _ in groupby(word))
    )


@settings(deadline=None, max_examples=60)
@given(words=ASKED, others=ASKED, kind=st.sampled_from(["person", "entity"]))
def test_names_are_compared_alike(words: list[str], others: list[str], kind: str) -> None:
    _assert_compared_alike(kind, " ".join(words), " ".join(others))


@pytest.mark.parametrize(("kind", "name", "other"), PAIRS)
def test_names_are_compared_alike_whatever_is_seen_in_them(kind: str, name: str, other: str) -> None:
    _assert_compared_alike(kind, name, other)


def _assert_compared_alike(kind: str, name: str, other: str) -> None:
    first, second = (profile(text, kind, packaged_weights()) for text in (name, other))
    for one in first.words:
        for two in second.words:
            assert tuple(PLAIN_LIKENESS.likeness(one, two)) == tuple(likeness.likeness(one, two))
            assert PLAIN_LIKENESS.slip_cost(one, two) == likeness.slip_cost(one, two)
    compiled, written = align.align(first, second), PLAIN_ALIGN.align(first, second)
    assert astuple(written)[1:] == astuple(compiled)[1:]
    assert [astuple(match) for match in written.matches] == [astuple(match) for match in compiled.matches]
    seen = naming.features(first, second, compiled)
    assert astuple(PLAIN_NAMING.features(first, second, compiled)) == astuple(seen)
    assert PLAIN_NAMING.compared(first, second, takes(0, 0)) == naming.compared(first, second, takes(0, 0))
