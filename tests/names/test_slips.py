"""A slip of the pen is told from another name by what the lists hold: a word that nobody there bears is no other name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sanctcheck.names.index import Index, build
from sanctcheck.names.index.brute import Brute
from sanctcheck.names.party import party_named
from sanctcheck.names.prepare import prepare
from sanctcheck.names.score import MATCH, compare

if TYPE_CHECKING:
    from pathlib import Path

LISTED = [
    "Barkhudaran, Orlan", "Velimski, Orlan", "Dostabek, Samira", "Grelka, Samira", "Stankovarstroi", "Tamrok",
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    path: Path = tmp_path_factory.mktemp("slips") / "index"
    build(((text, party_named(text, "person")) for text in LISTED), path)
    return Index.open(path)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Orlan Barkhudrana", "Barkhudaran, Orlan"),  # two letters changed places, and one with them
        ("Orlna Velimski", "Velimski, Orlan"),
        ("Samira Dosstabek", "Dostabek, Samira"),
        ("Samira Grlka", "Grelka, Samira"),
        ("Stnakovarstroi", "Stankovarstroi"),
        ("Vlimskj Orlan", "Velimski, Orlan"),  # two slips in one word
    ],
)
def test_a_slip_of_the_pen_is_found(index: Index, asked: str, listed: str) -> None:
    hits = index.search(party_named(asked, "person"), threshold=0.0, limit=5)

    assert hits[0].key == listed
    assert hits[0].score >= MATCH
    assert Brute(index).search(party_named(asked, "person"), threshold=MATCH) == [
        (hit.key, hit.score) for hit in hits if hit.score >= MATCH
    ]


def test_the_explanation_calls_it_a_slip(index: Index) -> None:
    (hit,) = index.search(party_named("Samira Grlka", "person"), threshold=0.5, limit=1)

    assert "Grlka ≈ Grelka, a slip of the pen: one of them is in no list" in hit.comparison.sentence


def test_a_word_that_somebody_bears_is_no_slip_for_another(tmp_path: Path) -> None:
    build(((text, party_named(text, "person")) for text in [*LISTED, "Grulka, Ivo"]), tmp_path / "index")
    index = Index.open(tmp_path / "index")

    (hit,) = index.search(party_named("Samira Grulka", "person"), threshold=0.0, limit=1)

    assert "slip" not in hit.comparison.sentence
    assert (
        hit.score
        < compare(party_named("Samira Grelka", "person"), party_named("Grelka, Samira", "person")).score
    )


@pytest.mark.parametrize(
    ("misspelt", "form"),
    [
        ("LIMITED LIABILTY COMPANY ORLAN", "limited liability company"),
        ("ORLAN JOINT SOTCK COMPANY", "joint stock company"),
        ("AKTSIONERNOE OBSHCHETVO ORLAN", "joint stock company"),
    ],
)
def test_a_legal_form_is_known_again_where_it_is_misspelt(misspelt: str, form: str) -> None:
    found = prepare(misspelt, "entity").tokens

    assert [token.canonical for token in found if token.kind == "form"] == [form]
    assert [token.text for token in found if token.kind != "form"] == ["orlan"]


@pytest.mark.parametrize("name", ["Point Orlan Trading", "Stork Orlan", "Clouded Orlan"])
def test_a_word_like_one_of_a_legal_form_stays_a_name(name: str) -> None:
    assert not [token for token in prepare(name, "entity").tokens if token.kind == "form"]
