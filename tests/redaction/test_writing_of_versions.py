"""A version as text: readers take text for text, nothing in it is hidden, and it begins no command where it is printed."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctcheck.reading.files import parse
from sanctcheck.redaction.writing import written
from sanctcheck.text import is_hidden

TEXTS = [
    "plain",
    "NO",
    "0123",
    "1_000",
    "1e5",
    ".5",
    "-1.0",
    "0x1F",
    "2026-01-01",
    "null",
    "a: b",
    "# no comment",
    "a\nb",
    "a\n\n b ",
    "::error::x",
    "##[group]",
    "a\u202eb",
    "a\u202e\nb",
    "a\x85b",
    "\ufeff",
    "习近平 محمد",
    "x" * 300,
    "",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("as_json", [True, False])
def test_a_text_is_read_again_as_it_was_and_nothing_of_it_is_hidden(text: str, *, as_json: bool) -> None:
    made = written({"title": text, "list": [text]}, as_json=as_json)

    assert parse(made.encode(), "a.json" if as_json else "a.yaml").value == {"title": text, "list": [text]}
    assert not [each for each in made if is_hidden(each) and each != "\n"]
    assert "::" not in made
    assert "##" not in made


def test_yaml_is_laid_out_as_people_write_it() -> None:
    long = " ".join(["word"] * 40)
    value = {"title": "Ñandú 习", "list": [{"b": "1", "a": "x: y"}], "long": long, "lines": "one\ntwo"}

    assert written(value, as_json=False) == (
        "title: Ñandú 习\n"
        "list:\n"
        '  - b: "1"\n'
        "    a: 'x: y'\n"
        f"long: {' '.join(['word'] * 24)}\n"
        f"  {' '.join(['word'] * 16)}\n"
        "lines: 'one\n\n  two'\n"
    )


def test_json_is_laid_out_as_people_write_it() -> None:
    assert written({"b": "Ñandú", "a": ["习\u202e"]}, as_json=True) == (
        '{\n  "b": "Ñandú",\n  "a": [\n    "习\\u202e"\n  ]\n}\n'
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=20), max_size=3))
def test_any_texts_are_read_again_as_they_were(value: list[str]) -> None:
    for as_json in (True, False):
        made = written({"a": value}, as_json=as_json)
        read = json.loads(made) if as_json else yaml.safe_load(made)
        assert read == {"a": value}
