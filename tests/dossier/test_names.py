"""Names that do not read as they are written are pointed out; names of any script alone are not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support import shaped

from sanctcheck.dossier.model import Dossier
from sanctcheck.dossier.names import name_flaws
from sanctcheck.reading.files import parse

if TYPE_CHECKING:
    from sanctcheck.reading.document import Flaw


def flaws(name: str, *, protected: bool = False) -> list[Flaw]:
    target: dict[str, Any] = {"type": "person", "names": [{"name": name}]}
    if protected:
        target["handling"] = {"level": "protected"}
    read = parse(json.dumps({"format": "dossier/1", "id": "x", "target": target}).encode(), "x.json")
    return list(name_flaws(shaped(read.value, Dossier), read))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Example Person",
            "Éva Łódź-Ñuñez",
            "O’Brien d'Arc",
            "Mª José",
            "Sanaʻa Lee",
            "Zoë\u0308",
            "X Æ A-12",
        ),
        *("Пример Лица", "Παράδειγμα", "Օրինակ", "მაგალითი", "דוגמה אדם", "ตัวอย่าง", "उदाहरण"),
        *("حسن بن علي", "علی\u200cرضا", "क्\u200dष", "ශ්\u200dරී", "عبد الله ﷺ الطويل", "ﷲ"),
        *(
            "김철수",
            "金哲洙 김철수",
            "田中 太郎",
            "タナカ・たろう田中",
            "東京タワー々〆",
            "山田 Taro",
            "Ｙａｍａｄａ",
            "ﾀﾅｶ",
        ),
        *("al-حسن", "Пример/Primer", "Пример–Primer", "辻\U000e0100", "\U00020000\U00031350", "word " * 40),
        "Example Person Of A Long But Ordinary Name Of Several Words",
    ],
)
def test_an_ordinary_name_gives_no_finding(name: str) -> None:
    assert flaws(name) == []


@pytest.mark.parametrize(
    ("name", "points"),
    [
        *(
            ("a\u200bb", "U+200B"),
            ("a\u202eb\u202c", "U+202E, U+202C"),
            ("a\xadb", "U+00AD"),
            ("a\U000e0041", "U+E0041"),
        ),
        *(("a\u200cb", "U+200C"), ("a\u200db", "U+200D"), ("علی\u200c", "U+200C"), ("\u200cعلی", "U+200C")),
        *(("علی\u200dرضا", "U+200D"), ("\u3164", "U+3164"), ("a\u034fb", "U+034F"), ("a\ufe0f", "U+FE0F")),
        *(
            ("Name\n", "U+000A"),
            ("a\tb", "U+0009"),
            ("a\x00", "U+0000"),
            ("a\u2028b", "U+2028"),
            ("a\x85b", "U+0085"),
        ),
        *(("a\ue000", "U+E000"), ("a\u0378", "U+0378"), ("\u200b\u200b\u200b", "U+200B")),
        ("\u200b\u200c\u200d\u200e\u200f\u202a", "U+200B, U+200C, U+200D, U+200E, U+200F, …"),
    ],
)
def test_a_hidden_character_is_named_by_its_code_point(name: str, points: str) -> None:
    (flaw,) = flaws(name)

    assert (flaw.rule, flaw.severity, flaw.pointer) == (
        "name-hidden-character",
        "error",
        ("target", "names", 0, "name"),
    )
    assert flaw.message == f"This holds characters that cannot be seen: {points}. Delete them."


@pytest.mark.parametrize(
    ("name", "scripts", "points"),
    [
        ("Pаvel Example", "Cyrillic and Latin", "U+0430"),
        ("Example Оlеg", "Cyrillic and Latin", "U+006C, U+0067"),
        ("Αlex", "Greek and Latin", "U+0391"),
        ("Սam", "Armenian and Latin", "U+054D"),
        ("Пpиmep", "Cyrillic and Latin", "U+041F, U+0438"),
        ("Ｐаvel", "Cyrillic and Latin", "U+0430"),
        ("田中a", "East Asian and Latin", "U+0061"),
    ],
)
def test_letters_of_two_scripts_in_one_word_are_pointed_out(name: str, scripts: str, points: str) -> None:
    (flaw,) = flaws(name)

    assert (flaw.rule, flaw.severity) == ("name-mixed-script", "warning")
    assert (
        flaw.message
        == f"One word mixes {scripts} letters, which can look alike ({points}): write it in one script."
    )


def test_a_name_is_pointed_out_once_for_its_scripts() -> None:
    assert [flaw.rule for flaw in flaws("Pаvel Pаvel")] == ["name-mixed-script"]


def test_a_name_of_too_many_words_is_pointed_out() -> None:
    assert [(flaw.rule, flaw.severity) for flaw in flaws("word " * 41)] == [
        ("name-too-many-words", "warning")
    ]


def test_a_name_that_grows_when_it_is_written_out_is_pointed_out() -> None:
    assert [(flaw.rule, flaw.severity) for flaw in flaws("ﷺﷺﷺ")] == [("name-expands", "warning")]


def test_letters_of_a_protected_name_are_not_shown() -> None:
    (flaw,) = flaws("Pаvel", protected=True)

    assert "U+" not in flaw.message


def test_every_name_of_somebody_is_looked_at() -> None:
    value = {
        "format": "dossier/1",
        "id": "x",
        "target": {
            "type": "person",
            "names": [{"name": "X"}, {"name": "a\u200bb"}],
            "identifiers": [{"kind": "passport", "number": "1\u200b2"}],
            "relationships": [{"to": "a\u200bb", "kind": "kinship"}],
            "told_apart_from": [{"name": "a\u200bb", "difference": "x"}],
        },
        "allegations": [
            {"id": "A", "summary": "x", "conduct": "torture", "counterparties": ["X", "a\u200bb"]}
        ],
    }
    read = parse(json.dumps(value).encode(), "x.json")

    assert [flaw.pointer for flaw in name_flaws(shaped(read.value, Dossier), read)] == [
        ("target", "names", 1, "name"),
        ("target", "identifiers", 0, "number"),
        ("target", "relationships", 0, "to"),
        ("target", "told_apart_from", 0, "name"),
        ("allegations", 0, "counterparties", 1),
    ]


def test_a_word_that_only_looks_latin_beside_latin_ones_is_pointed_out() -> None:
    assert [flaw.rule for flaw in flaws("Ivan \u0421\u0415\u0420\u0410")] == ["name-mixed-script"]
    assert flaws("\u0418\u0432\u0430\u043d \u0421\u0415\u0420\u0410") == []
    assert flaws("Ivan \u0418\u0432\u0430\u043d\u043e\u0432") == []
